import type { Actor, Records, Scene } from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import type { Desk } from '../ports.ts'
import { calendarOf, newSalt, sha256 } from '../settings.ts'
import type { Acting } from './actor.ts'

/** Everything a command on a case depends on, as of now. */
export function sceneOf(
  desk: Desk,
  caseId: string,
  actor: Actor,
  { mandates }: Pick<Acting, 'mandates'>,
  records: Records,
): Scene {
  const now = desk.now()
  return {
    case: caseId,
    at: now.toISOString(),
    today: dayOf(now),
    actor,
    mandates,
    records,
    calendar: calendarOf(desk),
    hash: sha256,
    salt: newSalt,
  }
}
