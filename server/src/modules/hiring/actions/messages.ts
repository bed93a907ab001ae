import type { HiringMessage } from '@renshu/contracts'
import type { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { STAGE_WORDS } from '../notices/words.ts'
import { isOpen } from '../rules/index.ts'
import { insertMessage, markSeen } from '../store/details.ts'
import { partiesOf } from '../store/rows.ts'
import type { MessageRow } from '../tables.ts'
import { othersOf } from '../views/describe.ts'
import { messageView, nameOfSide } from '../views/file.ts'
import { holdOwn, type RolesIn } from './steps.ts'

const WRITE = { zh: '留言', en: 'write' }

/**
 * Writes to the other side of an open process, or of one that led to work.
 * @throws hiring.noProcess, hiring.notNow
 */
export async function write(
  context: Context,
  processId: string,
  text: string,
  rolesIn: RolesIn,
): Promise<z.output<typeof HiringMessage>> {
  const { tx, now, newId, actor, language } = context
  const [row, roles] = await holdOwn(context, processId, rolesIn)
  if (!isOpen(row) && row.stage !== 'placed')
    throw fail.notNow({ step: WRITE[language], stage: STAGE_WORDS[row.stage][language] })
  const side = roles[0] as MessageRow['side']
  const authorId = side === 'talent' ? row.personId : actor.personId
  const about = { processId: row.id, side, authorId, text, sentAt: now(), seenAt: null }
  const message = { ...partiesOf(row), id: newId(), ...about }
  await insertMessage(tx, message)
  return messageView(message, await nameOfSide(context, row, roles, side))
}

/** What the other side wrote was seen. @throws hiring.noProcess */
export async function see(context: Context, processId: string, rolesIn: RolesIn): Promise<void> {
  const [row, roles] = await holdOwn(context, processId, rolesIn)
  await markSeen(context.tx, row, othersOf(roles), context.now())
}
