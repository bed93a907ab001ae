import { readMobile, readResidentId } from '@renshu/codes'
import { openSource, readTalents, recogniseColumns, type TalentWording } from '@renshu/intake'
import type { Talent } from '@renshu/match'
import { type Batch, batchesOf, type Part, type Rejected } from '../../../platform/imports/index.ts'
import type { Secrets } from '../../../platform/secrets/secrets.ts'
import type { Profile } from '../tables.ts'
import { consentColumns, type ConsentColumns, readConsent } from './consent-columns.ts'
import type { RowProblem } from './reasons.ts'

/** Somebody of a table, with the consent on which the agency keeps the profile. */
export interface ReadPerson {
  line: number
  /** By what a second import knows the person: the row's own id, else a mark from which nothing can be read. */
  sourceId: string
  name: string
  phone: string | null
  residentId: string | null
  consentOn: string
  consentUntil: string
  profile: Profile
}
/** Somebody, or a row that is sent back. */
export type ReadRow = ReadPerson | Rejected

const MOST = { wishes: 5, places: 10, skills: 60, summary: 2000, title: 40, name: 30 }

/** A profile as the form would have it. */
function profileOf(talent: Talent, description: string): Profile {
  const { refuses = {}, salary, wishes } = talent
  return {
    wishes: wishes.slice(0, MOST.wishes).map(({ title, occupations }) => ({
      title: title.slice(0, MOST.title),
      occupation: null,
      read: occupations[0]?.code ?? null,
    })),
    places: talent.places.slice(0, MOST.places),
    salary: salary ?? null,
    remote: talent.remote ?? false,
    education: talent.education ?? null,
    years: talent.years ?? null,
    born: talent.born ?? null,
    home: talent.home ?? null,
    commuteKm: talent.commuteKm ?? null,
    employment: talent.employment ?? [],
    availableFrom: talent.availableFrom ?? null,
    certificates: talent.certificates.filter((code) => !code.includes('|')).map((code) => ({ code, validUntil: null })),
    skills: talent.skills.slice(0, MOST.skills),
    summary: description.slice(0, MOST.summary),
    history: [],
    refuses: {
      occupations: refuses.occupations ?? [],
      industries: refuses.industries ?? [],
      shifts: refuses.shifts ?? [],
      employers: refuses.employers ?? [],
    },
  }
}

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[^\dXx+]/g, '')

/** Where in this table what stands. */
interface TableColumns {
  consent: ConsentColumns
  of: (field: 'name' | 'phone' | 'idNumber') => string
}
type Found =
  | (Omit<ReadPerson, 'sourceId'> & { ownId: string | null })
  | { problem: RowProblem; column: string; value: string }

function personOf(talent: Talent, wording: TalentWording, columns: TableColumns, today: string): Found {
  const { line, name, phone, idNumber, description, hasOwnId, cells } = wording
  const consent = readConsent(cells, columns.consent, today)
  if ('problem' in consent) return { ...consent, value: cells[consent.column] ?? '' }
  if (!name) return { problem: 'name.missing', column: columns.of('name'), value: '' }
  if (phone && !readMobile(phone).valid)
    return { problem: 'phone.unreadable', column: columns.of('phone'), value: phone }
  if (idNumber && !readResidentId(idNumber).valid)
    return { problem: 'id.unreadable', column: columns.of('idNumber'), value: idNumber }
  return {
    line,
    ownId: hasOwnId ? talent.id : null,
    name: name.slice(0, MOST.name),
    phone: phone ? bare(phone).slice(-11) : null,
    residentId: idNumber ? bare(idNumber).toUpperCase() : null,
    ...consent,
    profile: profileOf(talent, description),
  }
}

/** @throws IntakeError; with `no columns of consent` it is undefined */
async function openTable(path: string) {
  const source = await openSource(path)
  const consent = consentColumns(source.columns)
  if (!consent) return undefined
  const recognised = recogniseColumns(source.columns, 'talents')
  const columns: TableColumns = { consent, of: (field) => recognised.fields[field]?.[0] ?? '' }
  return { source, recognised, columns }
}

/**
 * Whether a table says of its people that they agreed; its rows are not read.
 * @throws IntakeError where it is no table of people
 */
export async function hasConsents(path: string): Promise<boolean> {
  const table = await openTable(path)
  if (!table) return false
  // The rows are walked so far that their file is closed again.
  for await (const _ of table.source.rows) break
  return true
}

/** The rows of a table: people with their consent, and what is sent back. */
export async function* readPeople(
  path: string,
  part: Part,
  { secrets }: { secrets: Secrets },
): AsyncGenerator<Batch<ReadRow>> {
  const table = await openTable(path)
  if (!table) return
  yield* batchesOf(rowsOf(table, part.asOf, secrets), part, () => table.source.progress())
}

type Table = NonNullable<Awaited<ReturnType<typeof openTable>>>

/** Also of the rows before a part: who stood there is known. */
async function* rowsOf(
  { source, recognised, columns }: Table,
  today: string,
  secrets: Secrets,
): AsyncGenerator<ReadRow> {
  const seen = new Set<string>()
  for await (const read of readTalents(source, recognised, { asOf: today })) {
    if ('reject' in read) {
      const { line, column, value, reason } = read.reject
      yield { line, column, value: valueOf(reason, value), reason }
      continue
    }
    const wording = read.wording()
    const found = personOf(read.talent, wording, columns, today)
    if ('problem' in found) {
      const { problem: reason, column, value } = found
      yield { line: wording.line, column, value: valueOf(reason, value), reason }
      continue
    }
    const { ownId, ...person } = found
    const sourceId = ownId ?? markOf(secrets, person)
    if (seen.has(sourceId)) yield { line: person.line, column: '', value: '', reason: 'source.repeated' }
    else yield { ...person, sourceId }
    seen.add(sourceId)
  }
}

const markOf = (secrets: Secrets, { name, phone, residentId, profile }: Omit<ReadPerson, 'sourceId'>): string =>
  secrets.blind('talentSource', JSON.stringify([residentId ?? phone ?? [name, profile.born]])).slice(0, 24)

const FIRST = 3

/** Of a row that is not kept nothing personal stays: of a number its beginning, of a broken row nothing. */
function valueOf(reason: string, value: string): string {
  if (reason.startsWith('row.')) return ''
  const isNumber = reason === 'phone.unreadable' || reason === 'id.unreadable'
  return isNumber && value.length > FIRST ? `${value.slice(0, FIRST)}…` : value
}
