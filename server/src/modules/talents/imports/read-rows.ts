import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMobile, readResidentId } from '@renshu/codes'
import {
  IntakeError,
  type IntakeProblem,
  openSource,
  readTalents,
  recogniseColumns,
  type TalentWording,
} from '@renshu/intake'
import type { Talent } from '@renshu/match'
import type { Profile } from '../tables.ts'
import { consentColumns, type ConsentColumns, readConsent } from './consent-columns.ts'
import type { RowProblem } from './reasons.ts'

/** Somebody of a table, with the consent on which the agency keeps the profile. */
export interface ReadPerson {
  line: number
  /** The row's own id; null where it has none. */
  ownId: string | null
  name: string
  phone: string | null
  residentId: string | null
  consentOn: string
  consentUntil: string
  profile: Profile
}
export interface RejectedRow {
  line: number
  column: string
  value: string
  reason: string
}
export interface ReadTable {
  people: ReadPerson[]
  rejected: RejectedRow[]
}
/** Why a table cannot be used as a whole; `consentMissing`: it has no columns of consent. */
export type TableProblem =
  | { problem: 'consentMissing' }
  | { problem: 'tooMany'; most: number }
  | { problem: 'unreadable'; code: IntakeProblem; error: IntakeError }

const MOST_ROWS = 10_000
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

type Found = ReadPerson | { problem: RowProblem; column: string; value: string }

function personOf(talent: Talent, wording: TalentWording, columns: ConsentColumns, today: string): Found {
  const { line, name, phone, idNumber, description, hasOwnId, cells } = wording
  const consent = readConsent(cells, columns, today)
  if ('problem' in consent) return { ...consent, value: cells[consent.column] ?? '' }
  if (!name) return { problem: 'name.missing', column: '', value: '' }
  if (phone && !readMobile(phone).valid) return { problem: 'phone.unreadable', column: '', value: '' }
  if (idNumber && !readResidentId(idNumber).valid) return { problem: 'id.unreadable', column: '', value: '' }
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

async function readFrom(path: string, today: string): Promise<ReadTable | TableProblem> {
  const source = await openSource(path)
  const columns = consentColumns(source.columns)
  if (!columns) return { problem: 'consentMissing' }
  const table: ReadTable = { people: [], rejected: [] }
  for await (const read of readTalents(source, recogniseColumns(source.columns, 'talents'), { asOf: today })) {
    if (table.people.length + table.rejected.length >= MOST_ROWS) return { problem: 'tooMany', most: MOST_ROWS }
    if ('reject' in read) {
      const { line, column, value, reason } = read.reject
      table.rejected.push({ line, column, value, reason })
      continue
    }
    const wording = read.wording()
    const found = personOf(read.talent, wording, columns, today)
    if ('problem' in found)
      table.rejected.push({ line: wording.line, column: found.column, value: found.value, reason: found.problem })
    else table.people.push(found)
  }
  return table
}

/** The people of an uploaded table. Never throws for what a file may be. */
export async function readTable(bytes: Uint8Array, today: string): Promise<ReadTable | TableProblem> {
  const folder = await mkdtemp(join(tmpdir(), 'renshu-talents-'))
  try {
    const path = join(folder, 'table')
    await writeFile(path, bytes, { mode: 0o600 })
    return await readFrom(path, today)
  } catch (error) {
    if (error instanceof IntakeError) return { problem: 'unreadable', code: error.code, error }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
