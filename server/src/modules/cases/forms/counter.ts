import type { CaseForm, CounterApplicant, CounterBody, CounterFormBody } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { findByDocument, findOrCreate, personNames } from '../../accounts/index.ts'
import { organisations } from '../../registry/index.ts'
import { uploadBefore } from '../actions/papers.ts'
import { fail } from '../errors.ts'
import type { CasesPorts } from '../ports.ts'
import { type Acting, officerActing } from '../running/actor.ts'
import { caseById } from '../store/cases.ts'
import { isDraft } from '../store/drafts.ts'
import { type CaseRow, type DraftPapers, tables } from '../tables.ts'
import { maskForm } from '../views/accounts.ts'
import { seenView } from '../views/seen.ts'
import { requireApplicant, requireDistrict, requireFields, requirePapers, requireService } from './drafts.ts'
import { formOf, rowOf } from './form.ts'
import { isOwn, onBehalf } from './on-behalf.ts'
import { openCase } from './open-case.ts'

/** How the officer knew who was there. */
export const CHECKED = {
  idCard: '已核验居民身份证',
  passport: '已核验护照',
  businessLicence: '已核验营业执照',
  letter: '已核验介绍信或授权书',
} as const
const ON_PAPER = '没有手机号，已收书面同意'

/**
 * Who stands at the counter; one who has no account yet gets one. Scope `system`.
 * @throws cases.noApplicant, cases.otherName, cases.documentUnchecked
 */
async function applicantOf(context: Context, given: CounterApplicant, service: string): Promise<RecordSubject> {
  const { tx, city } = context
  if ('organisationId' in given) {
    const { organisationId: id } = given
    if (!(await organisations(tx, city, [id])).has(id)) throw fail.noApplicant()
    return { kind: 'organisation', id }
  }
  if ('personId' in given) {
    if (!(await personNames(context, [given.personId])).has(given.personId)) throw fail.noApplicant()
    return { kind: 'person', id: given.personId }
  }
  if ('residentId' in given) return { kind: 'person', id: await personWith(context, given, service) }
  const { personId } = await findOrCreate(context, given.phone, given.name)
  return { kind: 'person', id: personId }
}

/** That somebody at a counter looked at what is on record. */
const keepLook = ({ tx, city, newId, now, actor }: Context, subject: RecordSubject, service: string) =>
  tables(tx)
    .insertInto('cases.look')
    .values({
      city,
      id: newId(),
      ...rowOf(subject),
      service,
      lookedBy: actor.personId!,
      lookedAt: now(),
      reason: null,
    })
    .execute()

/** Who has no phone, by the resident id at hand. @throws cases.otherName, cases.documentUnchecked */
async function personWith(
  context: Context,
  given: Extract<CounterApplicant, { residentId: string }>,
  service: string,
): Promise<string> {
  const found = await findByDocument(context, given, context.actor.personId!)
  if ('personId' in found) return found.personId
  // To be refused tells something too.
  for (const { id } of found.held) await keepLook(context, { kind: 'person', id }, service)
  if (found.because === 'otherName') throw fail.otherName()
  throw fail.documentUnchecked({ accounts: found.held.map(({ phone }) => phone ?? '-').join(' / ') })
}

/** How the officer knows who is there. @throws cases.idCardNeeded */
function checkedWords({ applicant, checked, note }: z.output<typeof CounterBody>): string {
  const hasNoPhone = 'residentId' in applicant
  if (hasNoPhone && checked !== 'idCard') throw fail.idCardNeeded()
  return [CHECKED[checked], hasNoPhone && ON_PAPER, note].filter(Boolean).join('；')
}

/** @throws cases.noDuty unless the caller serves at a counter there */
async function requireCounter(
  context: Context,
  acceptance: string | undefined,
): Promise<{ place: string; acting: Acting }> {
  const place = acceptance ?? context.actor.officer?.district ?? undefined
  if (place === undefined) throw fail.placeNeeded()
  requireDistrict(context, place)
  const acting = await officerActing(context)
  const { roles, district } = acting.at(place)
  if (district !== place || !roles.includes('counter')) throw fail.noDuty()
  return { place, acting }
}

/** @throws cases.noDuty unless the caller serves at some counter */
function requireSomeCounter({ cities, city }: Context, acting: Acting): void {
  const places = [...(cities.get(city)?.districts ?? []).map(({ code }) => code), 'city']
  if (!places.some((place) => acting.at(place).roles.includes('counter'))) throw fail.noDuty()
}

/**
 * A paper scanned before the case is taken in: which service asks for it shows when it is.
 * @throws cases.noDuty, and what `uploadBefore` throws
 */
export async function counterUpload(context: Context, id: string, upload: Parameters<typeof uploadBefore>[2]) {
  requireSomeCounter(context, await officerActing(context))
  return uploadBefore(context, id, upload)
}

/** The form at a counter, with what is on record of who stands there. The look is recorded. */
export async function counterForm(
  ports: CasesPorts,
  context: Context,
  { service: key, applicant, answers }: z.output<typeof CounterFormBody>,
): Promise<CaseForm> {
  const { newId } = context
  const { prepared } = await requireService(context, key)
  const acting = await officerActing(context)
  requireSomeCounter(context, acting)
  return context.asSystem(async () => {
    const subject = await applicantOf(context, applicant, key)
    requireApplicant(context, prepared, subject)
    await keepLook(context, subject, key)
    const form = await formOf(ports, context, { id: newId(), prepared, subject, answers, papers: {} })
    return { ...maskForm(form, prepared.fields), seen: await seenView(context, rowOf(subject)) }
  })
}

/** The id of a case is that of its form or of what was offered: those are not given to anybody else. @throws cases.alreadySent */
async function requireFree({ policies }: CasesPorts, { tx, city }: Context, id: string): Promise<void> {
  const isOffered = await policies.openEntitlement(tx, city, id).catch((error: unknown) => {
    if (error instanceof AppError) return undefined
    throw error
  })
  if (isOffered || (await caseById(tx, city, id)) || (await isDraft(tx, city, id))) throw fail.alreadySent()
}

const brought = (given: z.output<typeof CounterBody>['papers']): DraftPapers =>
  Object.fromEntries(Object.entries(given).flatMap(([id, one]) => (one === null ? [] : [[id, one]])))

/**
 * Takes a case in for somebody at a counter; where it is decided the service says (全域通办).
 * @throws cases.noDuty, cases.noApplicant, cases.ownCase, and what opening a case may meet
 */
export async function takeIn(
  ports: CasesPorts,
  context: Context,
  body: z.output<typeof CounterBody>,
): Promise<CaseRow> {
  const { prepared, file } = await requireService(context, body.service)
  const { place, acting } = await requireCounter(context, body.acceptance)
  // Sent twice it is the same case.
  const seen = await caseById(context.tx, context.city, body.id)
  if (seen?.acceptance === place) return seen
  return context.asSystem(async () => {
    await requireFree(ports, context, body.id)
    const subject = await applicantOf(context, body.applicant, body.service)
    requireApplicant(context, prepared, subject)
    if (await isOwn(context, subject)) throw fail.ownCase()
    requireFields(prepared, Object.keys(body.answers))
    await requirePapers(context, prepared, body.id, body.papers)
    const isApplicants = prepared.first.steps?.[0]?.role === 'applicant'
    const today = dayOf(context.now())
    return openCase(ports, context, {
      id: body.id,
      prepared,
      file,
      subject,
      acting: isApplicants ? onBehalf(acting, subject, today) : acting,
      opening: {
        mode: body.mode,
        acceptance: place,
        concerned: body.concerned.map(({ organisationId }) => organisationId),
      },
      answers: body.answers,
      papers: brought(body.papers),
      reason: { words: checkedWords(body) },
    })
  })
}
