import type { Context } from '../../../platform/http/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import { fail } from '../errors.ts'
import { answerFollowUp } from '../store/details.ts'

/** Whether the talent still works there; row-level security shows him his own. @throws hiring.noProcess */
export async function answerOwn(
  { tx, city, now }: Context,
  id: string,
  { answer, note }: { answer: 'working' | 'left' | 'unknown'; note: string },
): Promise<void> {
  const answered = await answerFollowUp(tx, city, { id, answer, note, answeredAt: now(), on: dayOf(now()) })
  if (!answered) throw fail.noProcess()
}
