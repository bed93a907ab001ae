import { currentClock } from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import type { Desk } from '../ports.ts'
import type { Live } from '../running/perform.ts'
import { isNotice } from '../running/task.ts'
import { calendarOf } from '../settings.ts'
import { tables } from '../tables.ts'

/**
 * Gives a notice whose last day lay in a year not announced that day, once the calendar knows it. Scope `system`; the
 * row of the case is held.
 */
export async function dateNotice(desk: Desk, { row, prepared, state }: Live): Promise<void> {
  if (!isNotice(prepared, state.stage)) return
  const { tx, city, now } = desk
  const untilOn = currentClock(prepared, state, dayOf(now()), calendarOf(desk))?.due
  if (untilOn === undefined) return
  await tables(tx)
    .updateTable('cases.notice')
    .set({ untilOn })
    .where('city', '=', city)
    .where('caseId', '=', row.id)
    .where('endedOn', 'is', null)
    .where('untilOn', 'is', null)
    .execute()
}
