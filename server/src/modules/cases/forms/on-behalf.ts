import type { ApplicantSeen } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { tiesOf } from '../../accounts/index.ts'
import type { Acting } from '../running/actor.ts'
import type { CaseRow } from '../tables.ts'

/** By the leave given at the counter, for this day: who gave it was checked by a document. */
export const onBehalf = (acting: Acting, { kind, id }: RecordSubject, today: string): Acting => ({
  person: acting.person,
  at: () => ({ person: acting.person, roles: [], organisations: [] }),
  mandates: [
    {
      id: 'counter',
      agent: { person: acting.person },
      principal: kind === 'person' ? { person: id } : { organisation: id },
      from: today,
      to: today,
    },
  ],
})

/** Whether it is the officer himself, in whatever record, or an organisation of his. Scope `system`. */
export async function isOwn(context: Context, { id }: RecordSubject): Promise<boolean> {
  const person = context.actor.personId!
  const { organisations, beside } = (await tiesOf(context, [person]))(person)
  return id === person || organisations.has(id) || beside.has(id)
}

/**
 * As whom an officer takes the applicant's own steps (补正, 撤回, 复议) for somebody who has no phone and stands before him:
 * at a counter where the case was taken in or is decided. Who has done so takes no officer's step in it. Undefined where
 * that is not his to do. Scope `system`.
 */
export async function behalfOf(
  context: Context,
  { personId, acceptance, decision }: Pick<CaseRow, 'personId' | 'acceptance' | 'decision'>,
  seen: ApplicantSeen | null,
  acting: Acting,
): Promise<Acting | undefined> {
  if (!seen?.onPaper || personId === null) return undefined
  const places = [acceptance ?? decision, decision]
  const serves = places.some((place) => {
    const { roles, district } = acting.at(place)
    return roles.includes('counter') && district === place
  })
  const subject = { kind: 'person', id: personId } as const
  if (!serves || (await isOwn(context, subject))) return undefined
  return onBehalf(acting, subject, dayOf(context.now()))
}
