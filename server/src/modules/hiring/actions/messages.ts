import type { HiringMessage } from '@renshu/contracts'
import type { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { tellAgency, tellEmployer } from '../notices/tell-employer.ts'
import { tellTalent } from '../notices/tell.ts'
import { STAGE_WORDS } from '../notices/words.ts'
import { isOpen } from '../rules/index.ts'
import { insertMessage, markSeen, unseen } from '../store/details.ts'
import { noteAside } from '../store/processes.ts'
import { partiesOf } from '../store/rows.ts'
import type { MessageRow, ProcessRow } from '../tables.ts'
import { othersOf } from '../views/describe.ts'
import { messageView, nameOfSide } from '../views/file.ts'
import { answeredByMessage } from './advance.ts'
import { holdOwn, type RolesIn } from './steps.ts'

const WRITE = { zh: '留言', en: 'write' }

/**
 * Writes to the other side of an open process, or of one that led to work. What the employer writes is an answer of it.
 * @throws hiring.noProcess, hiring.notNow, hiring.jobHeld
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
  if (row.held && roles[0] === 'employer') throw fail.jobHeld()
  const side = roles[0] as MessageRow['side']
  const authorId = side === 'talent' ? row.personId : actor.personId
  const about = { processId: row.id, side, authorId, text, sentAt: now(), seenAt: null }
  const message = { ...partiesOf(row), id: newId(), ...about }
  await tellOfMessage(context, row, side)
  await insertMessage(tx, message)
  const answered = side === 'employer' && answeredByMessage(context, row)
  if (answered) await noteAside(tx, row, answered)
  return messageView(message, await nameOfSide(context, row, roles, side))
}

/** Tells the other side of the first message it has not seen; more of them until it looks are told nobody. */
async function tellOfMessage(context: Context, row: ProcessRow, side: MessageRow['side']): Promise<void> {
  const { tx, city } = context
  const isEmployer = side === 'employer'
  const own: MessageRow['side'][] = isEmployer ? ['employer'] : ['talent', 'agency']
  if ((await unseen(tx, city, [row.id], own)).size > 0) return
  if (!isEmployer) await tellEmployer(context, row, 'written')
  else if (row.personId) await tellTalent(context, row, 'written')
  else await tellAgency(context, row)
}

/** What the other side wrote was seen. @throws hiring.noProcess */
export async function see(context: Context, processId: string, rolesIn: RolesIn): Promise<void> {
  const [row, roles] = await holdOwn(context, processId, rolesIn)
  await markSeen(context.tx, row, othersOf(roles), context.now())
}
