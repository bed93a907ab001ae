import type { Config } from '../../../platform/config.ts'
import type { BatchDesk, ImportRow } from '../../../platform/imports/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { peopleBearing, tiesOf } from '../../accounts/index.ts'
import type { PolicyPorts } from '../ports.ts'
import { askedRecords, type AskedRecord } from '../records/held.ts'
import { namesAnswered } from '../records/read.ts'
import { districtsOfPeople } from '../subjects.ts'
import type { HeldRow } from './rows.ts'

/** Somebody whom rows name; of a person the district is known only where a record says it. */
interface Named {
  id: string
  district: string | null
}

/** What the rows of a batch are judged by, read in a fixed number of statements whatever their number. */
export interface Around {
  desk: BatchDesk
  importedBy: string
  asked: readonly AskedRecord[]
  answered: (kind: RecordSubject['kind'], name: string) => boolean
  /** By their credit codes. */
  organisations: ReadonlyMap<string, Named & { district: string }>
  /** By their resident ids; nobody where the importer may read facts of no people. */
  people: ReadonlyMap<string, Named>
  own: ReadonlySet<string>
  mayReadPeople: boolean
  mayIn: (district: string) => boolean
  /** Whether facts of a person are the importer's to state: where a record says that he is insured, else anywhere. */
  mayOf: (person: Named) => boolean
}

type RegistryViews = {
  'registry.vOrganisation': { city: string; id: string; creditCode: string; district: string }
}

async function organisationsIn({ tx, city }: BatchDesk, batch: readonly HeldRow[]): Promise<Around['organisations']> {
  const codes = [...new Set(batch.flatMap(({ cells }) => cells.creditCode?.toUpperCase() ?? []))]
  if (codes.length === 0) return new Map()
  const rows = await tx
    .withTables<RegistryViews>()
    .selectFrom('registry.vOrganisation')
    .select(['id', 'creditCode', 'district'])
    .where('city', '=', city)
    .where('creditCode', 'in', codes)
    .execute()
  return new Map(rows.map(({ id, creditCode, district }) => [creditCode, { id, district }]))
}

type Settings = Pick<Config, 'CITIES_DIR'>

async function peopleIn(
  ports: PolicyPorts,
  desk: BatchDesk,
  config: Settings,
  batch: readonly HeldRow[],
): Promise<Around['people']> {
  const named = batch.flatMap(({ cells: { creditCode, residentId } }) => (creditCode ? [] : (residentId ?? [])))
  const people = await peopleBearing(desk, named)
  const districts = await districtsOfPeople(ports, { ...desk, config }, [...people.values()])
  return new Map([...people].map(([residentId, id]) => [residentId, { id, district: districts.get(id) ?? null }]))
}

/** Which of the districts of people are the importer's: asked once of each. */
async function readableOf(
  people: Around['people'],
  mayRead: (district: string) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const readable = new Set<string>()
  for (const district of new Set([...people.values()].flatMap((person) => person.district ?? [])))
    if (await mayRead(district)) readable.add(district)
  return readable
}

export async function lookAround(
  ports: PolicyPorts,
  desk: BatchDesk,
  config: Settings,
  { importedBy }: ImportRow,
  batch: readonly HeldRow[],
): Promise<Around> {
  const by = importedBy!
  const { officerOf, administrator, organisations, mandates, beside } = (await tiesOf(desk, [by]))(by)
  const mayIn = (district: string) => officerOf === null || officerOf === district
  const mayRead = async (district?: string) => administrator || ports.mayReadPeople(desk.tx, desk.city, by, district)
  const mayReadPeople = await mayRead()
  const people = mayReadPeople ? await peopleIn(ports, desk, config, batch) : new Map<string, Named>()
  const readable = await readableOf(people, async (district) => mayIn(district) && mayRead(district))
  return {
    desk,
    importedBy: by,
    asked: await askedRecords({ ...desk, config }),
    answered: (kind, name) => namesAnswered(ports, kind).has(name),
    organisations: await organisationsIn(desk, batch),
    people,
    own: new Set([
      by,
      ...organisations,
      ...beside,
      ...mandates.flatMap(({ personId, organisationId }) => personId ?? organisationId ?? []),
    ]),
    mayReadPeople,
    mayIn,
    mayOf: ({ district }) => district === null || readable.has(district),
  }
}
