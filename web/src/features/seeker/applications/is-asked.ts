import type { Process } from '@renshu/contracts'
import { now } from '../../../app/clock.ts'
import { dayOf } from '../../../ui/format.ts'

/** Whether somebody who began to work there is asked how it goes, and has not answered. */
export function isAsked({ placement }: Pick<Process, 'placement'>): boolean {
  const today = dayOf(now())
  return placement?.followUps.some(({ answer, dueOn }) => answer === null && dueOn <= today) ?? false
}
