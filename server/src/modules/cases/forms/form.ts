import type { CaseForm, FormField, FormPaper } from '@renshu/contracts'
import {
  effectiveDay,
  type Facts,
  type FrozenFact,
  holds,
  normalValue,
  type Paper,
  type Prepared,
  type Records,
  roundsOf,
} from '@renshu/cases'
import type { Plain } from '@renshu/policy'
import { dayOf } from '../../../platform/clock.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import type { Decided } from '../../policy/index.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import { decideFacts } from '../running/decide.ts'
import { recordsFor } from '../running/records.ts'
import { casesOfApplicant } from '../store/cases.ts'
import { papersOf } from '../store/papers.ts'
import type { DraftPapers, PaperRow } from '../tables.ts'
import { decisionView } from '../views/decision.ts'
import { fieldView, modesOf, paperView } from '../views/service.ts'
import { shownOf } from '../views/values.ts'
import { applicantName } from '../views/names.ts'

export type Answered = Readonly<Record<string, Plain | null>>

/** A form that is filled in: whose, of which service, and what is there so far. */
export interface Filling {
  /** The id that the case will have. */
  id: string
  prepared: Prepared
  subject: RecordSubject
  answers: Answered
  papers: DraftPapers
}

export const rowOf = ({ kind, id }: RecordSubject) => ({
  personId: kind === 'person' ? id : null,
  organisationId: kind === 'organisation' ? id : null,
})

/** What a service asks of the applicant, one after the other: a later question may depend on an earlier answer. */
export function readForm(
  { prepared, answers }: Pick<Filling, 'prepared' | 'answers'>,
  records: Records,
  today: string,
) {
  const facts: Record<string, FrozenFact> = {}
  const values: Record<string, Plain> = {}
  const fields = prepared.service.fields
    .filter(({ by }) => by !== 'officer')
    .map((field) => {
      const applies = holds(prepared, field.when, values, today)
      const held = field.record === undefined ? undefined : records[field.record]
      const known = held && held.value !== null ? normalValue(field, held.value) : undefined
      const given = answers[field.key] ?? null
      const answer = given === null ? undefined : normalValue(field, given)
      const value = applies === false ? undefined : (known ?? answer)
      if (value !== undefined) {
        values[field.key] = value
        facts[field.key] = { value, source: known === undefined ? 'applicant' : 'record', on: held?.on ?? today }
      }
      return { field, applies, known, on: held?.on ?? today, given, isWrong: given !== null && answer === undefined }
    })
  return { fields, facts: facts as Facts, values }
}
export type Read = ReturnType<typeof readForm>

/** What the policy says of what is known so far. Scope `system`. */
export const decideForm = (
  ports: Pick<CasesPorts, 'policies'>,
  desk: Desk,
  { prepared, subject }: Filling,
  { facts, values }: Read,
): Promise<Decided | undefined> =>
  decideFacts(ports, desk, prepared, subject, values, effectiveDay(prepared, facts, dayOf(desk.now())))

const WRONG = { zh: '格式或范围不对', en: 'is not of the right kind or range' }

function fieldOf(
  desk: Desk,
  prepared: Prepared,
  { field, applies, known, on, given, isWrong }: Read['fields'][number],
  missing: ReadonlySet<string>,
): FormField {
  const isKnown = known !== undefined
  const state = applies === false ? 'off' : isKnown ? 'known' : applies === undefined ? 'later' : 'asked'
  const isDemanded = missing.has(field.key) || !(field.optional || prepared.asked.includes(field.key))
  return {
    ...fieldView(prepared, field),
    state,
    known: isKnown
      ? { value: known as FormField['answer'] & {}, shown: shownOf(field, known, desk.cities.get(desk.city)), on }
      : null,
    answer: given as FormField['answer'],
    needed: state === 'asked' && isDemanded,
    wrong: state === 'asked' && isWrong ? WRONG : null,
  }
}

export const fileView = ({ id, name, type, size, sha256, uploadedAt }: PaperRow) => ({
  id,
  name,
  type,
  size,
  sha256,
  at: uploadedAt.toISOString(),
})

function paperOf(
  { prepared, papers }: Filling,
  paper: Paper,
  { values }: Read,
  records: Records,
  files: ReadonlyMap<string, PaperRow>,
  today: string,
): FormPaper {
  const applies = holds(prepared, paper.when, values, today)
  const held = paper.record === undefined ? undefined : records[paper.record]?.value
  const isHeld = held !== undefined && held !== null && held !== false
  const given = papers[paper.id]
  const file = given && 'file' in given ? files.get(given.file) : undefined
  const isPromised = given !== undefined && 'promised' in given
  const isGiven = file !== undefined || isPromised
  const state =
    applies === false ? 'off' : isHeld ? 'held' : isGiven ? 'given' : applies === undefined ? 'later' : 'needed'
  const shown = { paper: paper.id, name: paper.name, record: isHeld ? paper.record! : null }
  return {
    ...paperView(prepared, paper),
    state,
    given: isHeld
      ? { ...shown, by: 'record', file: null }
      : isGiven
        ? { ...shown, by: file ? 'file' : 'promise', file: file ? fileView(file) : null }
        : null,
  }
}

/** The month or year that a case of the service would be for now. Scope `system`. */
export async function roundNow(desk: Desk, prepared: Prepared, subject: RecordSubject): Promise<CaseForm['round']> {
  const { recurs, key } = prepared.service
  if (!recurs) return null
  const today = dayOf(desk.now())
  const before = await casesOfApplicant(desk.tx, desk.city, key, rowOf(subject))
  const done = new Set(before.flatMap(({ round }) => round ?? []))
  const round = roundsOf(recurs.every, today, today, done)[0]!
  return { key: round.key, from: round.from, until: round.until, done: round.standing === 'done' }
}

/** Whether a form can be sent as far as can be told beforehand. */
const isReady = (fields: readonly FormField[], papers: readonly FormPaper[]): boolean =>
  fields.every(({ state, needed, answer, wrong }) => state !== 'asked' || (!wrong && !(needed && answer === null))) &&
  papers.every(({ state }) => state !== 'needed')

/** The form with what is known and what was answered. Scope `system`. */
export async function formOf(ports: CasesPorts, desk: Desk, filling: Filling): Promise<CaseForm> {
  const { prepared, subject } = filling
  const { service, version } = prepared
  const today = dayOf(desk.now())
  const records = await recordsFor(ports, desk, prepared, subject)
  const read = readForm(filling, records, today)
  const decided = await decideForm(ports, desk, filling, read)
  const missing = new Set(decided?.decision.outcome === 'unknown' ? decided.decision.missing : [])
  const fields = read.fields.map((one) => fieldOf(desk, prepared, one, missing))
  const files = new Map((await papersOf(desk.tx, desk.city, filling.id)).map((row) => [row.id, row]))
  const papers = (service.papers ?? []).map((paper) => paperOf(filling, paper, read, records, files, today))
  return {
    service: { key: service.key, title: service.title, summary: service.summary, version },
    modes: modesOf(prepared),
    applicant: { kind: subject.kind, name: await applicantName(desk, subject) },
    seen: null,
    round: await roundNow(desk, prepared, subject),
    fields,
    papers,
    decision: decided ? decisionView(decided) : null,
    ready: isReady(fields, papers),
  }
}
