import type { Payment } from '@renshu/policy'
import type { KnownRecords, RecordSubject } from '../../../platform/records.ts'
import type { Services } from '../../../platform/services.ts'
import { recordNames } from '../deciding/facts.ts'
import type { PolicyDesk } from '../desk.ts'
import type { PolicyInUse } from '../library/in-use.ts'
import type { PolicyPorts } from '../ports.ts'
import { recordsOfMany } from '../records/read.ts'
import { DISTRICT_RECORD } from '../subjects.ts'
import { type Counted, organisationsAfter, peopleAfter } from './subjects.ts'

/** Subjects of one transaction: large enough to be quick, small enough that others get their turn. */
const AT_ONCE = 2000

/** Some subjects of the city with what is known of them. */
export interface Chunk {
  desk: PolicyDesk
  subjects: readonly Counted[]
  records: readonly KnownRecords[]
  historyOf: (row: number) => readonly Payment[]
  /** Ids it spans: everybody behind `after`, null for the first, up to `last`. */
  after: string | null
  last: string
}

export const deskOf = (services: Services, tx: PolicyDesk['tx'], city: string): PolicyDesk => ({
  tx,
  city,
  cities: services.cities,
  config: services.config,
  ...services.clock,
})

/**
 * Walks over the subjects of some policies, all of one kind, a chunk a transaction in scope `system`.
 * @param take what is done with a chunk, in its transaction, which may be tried again
 * @param then what is done with what came of it, once it is committed
 * @returns the last id walked over; null where there was nobody
 */
export async function walkSubjects<T>(
  ports: PolicyPorts,
  services: Services,
  {
    city,
    kind,
    district,
    policies,
  }: { city: string; kind: RecordSubject['kind']; district: string | null; policies: readonly PolicyInUse[] },
  take: (chunk: Chunk) => Promise<T>,
  then: (taken: T) => Promise<void>,
): Promise<string | null> {
  const names = [...new Set([...policies.flatMap(({ prepared }) => recordNames(prepared)), DISTRICT_RECORD])]
  let after: string | null = null
  for (;;) {
    const part: { district: string | null; after: string | null; most: number } = { district, after, most: AT_ONCE }
    const taken: { last: string; of: T } | undefined = await services.database.transaction(
      { kind: 'system', city },
      async (tx) => {
        const desk = deskOf(services, tx, city)
        const found: readonly Counted[] = await (kind === 'organisation'
          ? organisationsAfter(tx, city, part)
          : peopleAfter(tx, city, names, part))
        if (found.length === 0) return undefined
        const last = found.at(-1)!.id
        const known = inDistrict(await chunkOf(ports, desk, kind, found, names), district)
        return { last, of: await take({ ...known, after: part.after, last }) }
      },
    )
    if (!taken) return after
    await then(taken.of)
    after = taken.last
  }
}

type Known = Omit<Chunk, 'after' | 'last'>

/** Of people it is known only from their records where they belong. */
function inDistrict(chunk: Known, district: string | null): Known {
  if (district === null) return chunk
  const rows = [...chunk.subjects.keys()].filter((row) => chunk.subjects[row]!.district === district)
  return {
    desk: chunk.desk,
    subjects: rows.map((row) => chunk.subjects[row]!),
    records: rows.map((row) => chunk.records[row]!),
    historyOf: (row) => chunk.historyOf(rows[row]!),
  }
}

async function chunkOf(
  ports: PolicyPorts,
  desk: PolicyDesk,
  kind: RecordSubject['kind'],
  found: readonly Counted[],
  names: readonly string[],
): Promise<Known> {
  const ids = found.map(({ id }) => id)
  const known = await recordsOfMany(ports, desk, kind, ids, names)
  const payments = await ports.paymentsTo(desk.tx, desk.city, kind, ids)
  const records = ids.map((id) => known.get(id) ?? {})
  // Where somebody is insured is the nearest there is to where he belongs.
  const subjects = found.map((one, row) => (one.kind === 'person' ? { ...one, district: placeOf(records[row]!) } : one))
  return { desk, subjects, records, historyOf: (row) => payments.get(ids[row]!) ?? [] }
}

function placeOf(records: KnownRecords): string | null {
  const value = records[DISTRICT_RECORD]?.value
  return typeof value === 'string' && /^\d{6}$/.test(value) ? value : null
}
