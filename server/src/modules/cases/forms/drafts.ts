import type { BeginBody, CaseDraft, CaseDraftCard, SaveDraftBody } from '@renshu/contracts'
import { canonical, type Prepared } from '@renshu/cases'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { organisations } from '../../registry/index.ts'
import { serviceOf } from '../definitions/library.ts'
import { fail } from '../errors.ts'
import type { CasesPorts } from '../ports.ts'
import { addDays, DRAFT_DAYS } from '../settings.ts'
import { caseById } from '../store/cases.ts'
import * as store from '../store/drafts.ts'
import { papersOf } from '../store/papers.ts'
import type { DraftAnswers, DraftPapers, DraftRow } from '../tables.ts'
import { formOf } from './form.ts'

/** Whose forms and cases the caller is about: the path names an organisation, or it is the person. */
export const wholeOf = ({ actor }: Pick<Context, 'actor'>): RecordSubject =>
  actor.membership
    ? { kind: 'organisation', id: actor.membership.organisationId }
    : { kind: 'person', id: actor.forPersonId ?? actor.personId! }

const whoseOf = ({ kind, id }: RecordSubject): store.Whose =>
  kind === 'organisation' ? { organisationId: id } : { personId: id }

export const WHO = {
  person: { zh: '个人', en: 'a person' },
  organisation: { zh: '单位', en: 'an organisation' },
  either: { zh: '个人或单位', en: 'a person or an organisation' },
  staff: { zh: '经办人员', en: 'the staff' },
}

/** @throws cases.wrongApplicant unless such a one applies for it */
export function requireApplicant(
  { language }: Pick<Context, 'language'>,
  { service }: Prepared,
  { kind }: RecordSubject,
): void {
  if (service.applicant !== 'either' && service.applicant !== kind)
    throw fail.wrongApplicant({ who: WHO[service.applicant][language] })
}

/** @throws cases.unknownDistrict */
export function requireDistrict({ cities, city }: Pick<Context, 'cities' | 'city'>, district: string | null): void {
  if (district !== null && !cities.get(city)?.districts.some(({ code }) => code === district))
    throw fail.unknownDistrict()
}

/** @throws cases.noService */
export async function requireService(context: Context, key: string) {
  const found = await serviceOf(context, key)
  if (!found) throw fail.noService()
  return found
}

export const answersOf = ({ secrets }: Pick<Context, 'secrets'>, { answersSealed }: DraftRow): DraftAnswers =>
  JSON.parse(secrets.open(answersSealed)) as DraftAnswers

export const valuesIn = (answers: DraftAnswers) =>
  Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value]))

const cardOf = (row: DraftRow, { service }: Prepared): CaseDraftCard => ({
  id: row.id,
  service: { key: row.service, title: service.title },
  mode: row.mode,
  acceptance: row.acceptance,
  startedAt: row.startedAt.toISOString(),
  savedAt: row.savedAt.toISOString(),
  keptUntil: addDays(dayOf(row.savedAt), DRAFT_DAYS),
  version: row.version,
})

async function viewOf(
  ports: CasesPorts,
  context: Context,
  row: DraftRow,
  conflicts: CaseDraft['conflicts'] = [],
): Promise<CaseDraft> {
  const { prepared } = await requireService(context, row.service)
  const answers = valuesIn(answersOf(context, row))
  const { id, papers } = row
  const form = await context.asSystem(() =>
    formOf(ports, context, { id, prepared, subject: wholeOf(context), answers, papers }),
  )
  const names = await organisations(context.tx, context.city, row.concerned)
  const concerned = row.concerned.map((organisationId) => ({
    organisationId,
    name: names.get(organisationId)?.name ?? '',
  }))
  return { ...cardOf(row, prepared), form, concerned, conflicts }
}

/** Begins a form, or opens the one that lies there: one for each service and applicant, whatever the device. */
export async function beginDraft(
  ports: CasesPorts,
  context: Context,
  { service, mode, acceptance }: z.output<typeof BeginBody>,
): Promise<CaseDraft> {
  const { tx, city, newId, now, language, secrets } = context
  const { prepared } = await requireService(context, service)
  const subject = wholeOf(context)
  requireApplicant(context, prepared, subject)
  if (prepared.first.steps?.[0]?.role !== 'applicant') throw fail.wrongApplicant({ who: WHO.staff[language] })
  if (!prepared.service.modes.includes(mode)) throw fail.unknownMode()
  requireDistrict(context, acceptance)
  const whose = whoseOf(subject)
  const before = await store.draftFor(tx, city, whose, service)
  if (before) return viewOf(ports, context, before)
  const row = {
    city,
    id: newId(),
    service,
    personId: null,
    organisationId: null,
    ...whose,
    mode,
    acceptance,
    concerned: [],
    answersSealed: secrets.seal('{}'),
    startedAt: now(),
    savedAt: now(),
    warnedOn: null,
    version: 1,
  }
  if (await store.insertDraft(tx, row)) return viewOf(ports, context, { ...row, papers: {} })
  return viewOf(ports, context, (await store.draftFor(tx, city, whose, service))!)
}

/** Forms of the caller that were not sent; of services that run no more none is shown. */
export async function listDrafts(context: Context): Promise<{ items: CaseDraftCard[] }> {
  const items: CaseDraftCard[] = []
  for (const row of await store.draftsOf(context.tx, context.city, whoseOf(wholeOf(context)))) {
    const found = await serviceOf(context, row.service)
    if (found) items.push(cardOf(row, found.prepared))
  }
  return { items }
}

/** @throws cases.noDraft, cases.noService */
export async function showDraft(ports: CasesPorts, context: Context, id: string): Promise<CaseDraft> {
  const row = await store.draftById(context.tx, context.city, whoseOf(wholeOf(context)), id)
  if (!row) throw fail.noDraft()
  return viewOf(ports, context, row)
}

/** The caller's draft, held. @throws cases.alreadySent where it has become a case, cases.noDraft */
export async function holdOwnDraft(context: Context, id: string): Promise<DraftRow> {
  const { tx, city } = context
  const row = await store.holdDraft(tx, city, whoseOf(wholeOf(context)), id)
  if (row) return row
  throw (await caseById(tx, city, id)) ? fail.alreadySent() : fail.noDraft()
}

const isSame = (a: unknown, b: unknown) => canonical(a) === canonical(b)

/**
 * Takes answers of a device that had read some version. What another device changed since then stays, and is answered
 * beside what was sent.
 */
export function mergeAnswers(
  stored: DraftAnswers,
  { answers, version: read }: Pick<z.output<typeof SaveDraftBody>, 'answers' | 'version'>,
  version: number,
): { answers: DraftAnswers; conflicts: CaseDraft['conflicts'] } {
  const merged: DraftAnswers = { ...stored }
  const conflicts: CaseDraft['conflicts'] = []
  for (const [key, sent] of Object.entries(answers)) {
    const before = stored[key]
    if (before && before.version > read && !isSame(before.value, sent))
      conflicts.push({ key, stored: before.value as typeof sent, sent })
    else if (!before || !isSame(before.value, sent)) merged[key] = { value: sent, version }
  }
  return { answers: merged, conflicts }
}

/** @throws cases.unknownField */
export function requireFields({ fields }: Prepared, keys: readonly string[]): void {
  const unknown = keys.filter((key) => !fields.has(key) || fields.get(key)!.by === 'officer')
  if (unknown.length > 0) throw fail.unknownField({ keys: unknown.join(', ') })
}

/** Papers as they are given: files that were brought for just this, and promises where one may stand in. @throws cases.unknownPaper */
export async function requirePapers(
  { tx, city }: Pick<Context, 'tx' | 'city'>,
  { service }: Prepared,
  caseId: string,
  given: z.output<typeof SaveDraftBody>['papers'],
): Promise<void> {
  const files = new Map((await papersOf(tx, city, caseId)).map(({ id, paper }) => [id, paper]))
  const wrong = Object.entries(given).filter(([id, one]) => {
    const paper = service.papers?.find((each) => each.id === id)
    if (!paper || one === null) return !paper
    return 'file' in one ? files.get(one.file) !== id : !paper.promise
  })
  if (wrong.length > 0) throw fail.unknownPaper({ keys: wrong.map(([id]) => id).join(', ') })
}

function mergePapers(stored: DraftPapers, given: z.output<typeof SaveDraftBody>['papers']): DraftPapers {
  const merged: Record<string, DraftPapers[string] | null> = { ...stored, ...given }
  return Object.fromEntries(Object.entries(merged).flatMap(([id, one]) => (one === null ? [] : [[id, one]])))
}

/**
 * Whoever knows where reviewers belong could keep them out of any case: others are named only where the service is about
 * them.
 * @throws cases.noConcerned
 */
export function requireConcerned({ service }: Prepared, named: readonly unknown[]): void {
  if (named.length > 0 && !service.concerned) throw fail.noConcerned()
}

/** @throws cases.noDraft, cases.alreadySent, cases.unknownField, cases.unknownPaper, cases.unknownMode, cases.noConcerned */
export async function saveDraft(
  ports: CasesPorts,
  context: Context,
  id: string,
  body: z.output<typeof SaveDraftBody>,
): Promise<CaseDraft> {
  const { tx, now, secrets } = context
  const row = await holdOwnDraft(context, id)
  const { prepared } = await requireService(context, row.service)
  const { mode = row.mode, acceptance = row.acceptance } = body
  if (!prepared.service.modes.includes(mode)) throw fail.unknownMode()
  requireDistrict(context, acceptance)
  if (body.concerned) requireConcerned(prepared, body.concerned)
  requireFields(prepared, Object.keys(body.answers))
  await context.asSystem(() => requirePapers(context, prepared, id, body.papers))
  const version = row.version + 1
  const { answers, conflicts } = mergeAnswers(answersOf(context, row), body, version)
  const papers = mergePapers(row.papers, body.papers)
  const set = {
    mode,
    acceptance,
    concerned: body.concerned
      ? [...new Set(body.concerned.map(({ organisationId }) => organisationId))]
      : row.concerned,
    answersSealed: secrets.seal(JSON.stringify(answers)),
    savedAt: now(),
    warnedOn: null,
    version,
  }
  await store.updateDraft(tx, row, { ...set, papers: JSON.stringify(papers) })
  return viewOf(ports, context, { ...row, ...set, papers }, conflicts)
}

/** @throws cases.noDraft */
export async function dropDraft(context: Context, id: string): Promise<void> {
  const { tx, city } = context
  const row = await store.holdDraft(tx, city, whoseOf(wholeOf(context)), id)
  if (!row) throw fail.noDraft()
  await store.deleteDraft(tx, city, id)
}
