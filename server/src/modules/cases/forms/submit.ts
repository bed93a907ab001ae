import type { TakeUpBody } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { servicesOf } from '../definitions/library.ts'
import { fail } from '../errors.ts'
import type { CasesPorts } from '../ports.ts'
import { applicantActing } from '../running/actor.ts'
import { caseById } from '../store/cases.ts'
import { deleteDraft } from '../store/drafts.ts'
import type { CaseRow, DraftPapers } from '../tables.ts'
import { answersOf, holdOwnDraft, requireFields, requirePapers, requireService, valuesIn, wholeOf } from './drafts.ts'
import { openCase } from './open-case.ts'

/**
 * Sends a form: it becomes the case of its id, so sent twice it is the same case.
 * @throws cases.noDraft, cases.draftMoved, and what opening a case may meet
 */
export async function submitDraft(ports: CasesPorts, context: Context, id: string, version: number): Promise<CaseRow> {
  const { tx, city } = context
  const before = await caseById(tx, city, id)
  if (before) return before
  const draft = await holdOwnDraft(context, id).catch((error: unknown) => {
    // Sent meanwhile by the other press of the button: that one's case is the answer.
    if (error instanceof AppError && error.failure === fail.alreadySent().failure) return undefined
    throw error
  })
  if (!draft) return (await caseById(tx, city, id))!
  if (draft.version !== version) throw fail.draftMoved()
  const { prepared, file } = await requireService(context, draft.service)
  const { mode, acceptance, concerned, papers } = draft
  return context.asSystem(async () => {
    const row = await openCase(ports, context, {
      id,
      prepared,
      file,
      subject: wholeOf(context),
      acting: await applicantActing(context, context),
      opening: { mode, concerned, ...(acceptance !== null && { acceptance }) },
      answers: valuesIn(answersOf(context, draft)),
      isKeptForm: true,
      papers,
    })
    await deleteDraft(tx, city, id)
    return row
  })
}

const promises = (given: z.output<typeof TakeUpBody>['papers']): DraftPapers =>
  Object.fromEntries(Object.entries(given).flatMap(([id, one]) => (one === null ? [] : [[id, one]])))

/** What is offered to the caller, held; nothing of anybody else's. @throws cases.noEntitlement */
async function offeredTo({ policies }: CasesPorts, context: Context, id: string) {
  const subject = wholeOf(context)
  try {
    const offered = await policies.openEntitlement(context.tx, context.city, id)
    // The run that ends it comes by night only.
    const isOver = offered.lastDay !== null && offered.lastDay < dayOf(context.now())
    if (!isOver && offered.subject.kind === subject.kind && offered.subject.id === subject.id) return offered
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  throw fail.noEntitlement()
}

/**
 * 免申即享: agrees to what was found, and the case is opened and sent from what is on record, all in one transaction.
 * The case has the id of the entitlement, so agreeing twice is one case.
 * @throws cases.noEntitlement, cases.noService, and what opening a case may meet
 */
export async function takeUpEntitlement(
  ports: CasesPorts,
  context: Context,
  entitlementId: string,
  { answers, papers }: z.output<typeof TakeUpBody>,
): Promise<CaseRow> {
  const before = await caseById(context.tx, context.city, entitlementId)
  if (before) return before
  const services = await servicesOf(context)
  return context.asSystem(async () => {
    const offered = await offeredTo(ports, context, entitlementId)
    const found = [...services.values()].find(({ prepared: { service } }) => service.policy?.key === offered.policy)
    if (!found) throw fail.noService()
    const { prepared, file } = found
    requireFields(prepared, Object.keys(answers))
    await requirePapers(context, prepared, entitlementId, papers)
    const row = await openCase(ports, context, {
      id: entitlementId,
      prepared,
      file,
      subject: offered.subject,
      acting: await applicantActing(context, context),
      opening: { mode: prepared.service.modes.includes('easy') ? 'easy' : prepared.service.modes[0]!, concerned: [] },
      answers,
      papers: promises(papers),
      entitlementId,
    })
    await ports.policies.takeUp(context, entitlementId, row.id)
    return row
  })
}
