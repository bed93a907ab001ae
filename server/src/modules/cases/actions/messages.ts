import type { CaseMessage } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { definitionOf } from '../definitions/library.ts'
import { tellApplicant } from '../notices/tell.ts'
import { requireCase } from '../running/on-duty.ts'
import { subjectOf } from '../running/records.ts'
import { insertMessage, markSeen, messagesPage } from '../store/messages.ts'
import type { Side } from '../views/card.ts'
import { messageView } from '../views/file.ts'
import { applicantName } from '../views/names.ts'

/** @throws cases.noCase */
export async function write(context: Context, caseId: string, text: string, side: Side): Promise<CaseMessage> {
  const { tx, city, newId, now, actor, secrets } = context
  const row = await requireCase(context, caseId)
  const message = {
    city,
    id: newId(),
    caseId,
    side,
    authorId: actor.personId!,
    textSealed: secrets.seal(text),
    sentAt: now(),
    seenAt: null,
  }
  return context.asSystem(async () => {
    await insertMessage(tx, message)
    if (side === 'office') {
      const { service } = await definitionOf(context, row.service, row.version)
      await tellApplicant(context, row, 'message', service.title, row.code)
    }
    return messageView(context, message, await applicantName(context, subjectOf(row)))
  })
}

/** Messages of a case, the newest first. @throws cases.noCase, platform.badCursor */
export async function listMessages(
  context: Context,
  caseId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: CaseMessage[]; next: string | null; total: number }> {
  const row = await requireCase(context, caseId)
  return context.asSystem(async () => {
    const found = await messagesPage(context.tx, context.city, caseId, page)
    const applicant = await applicantName(context, subjectOf(row))
    return { ...found, items: found.items.map((one) => messageView(context, one, applicant)) }
  })
}

/** What the other side wrote was seen. @throws cases.noCase */
export async function see(context: Context, caseId: string, side: Side): Promise<void> {
  await requireCase(context, caseId)
  await context.asSystem(() => markSeen(context.tx, context.city, caseId, side, context.now()))
}
