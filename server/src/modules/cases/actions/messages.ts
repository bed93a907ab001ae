import type { CaseMessage } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { definitionOf } from '../definitions/library.ts'
import { tellApplicant } from '../notices/tell.ts'
import { subjectOf } from '../running/records.ts'
import { insertMessage, markSeen } from '../store/messages.ts'
import type { Side } from '../views/card.ts'
import { messageView } from '../views/file.ts'
import { applicantName } from '../views/names.ts'
import { requireCase } from './read.ts'

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

/** What the other side wrote was seen. @throws cases.noCase */
export async function see(context: Context, caseId: string, side: Side): Promise<void> {
  await requireCase(context, caseId)
  await context.asSystem(() => markSeen(context.tx, context.city, caseId, side, context.now()))
}
