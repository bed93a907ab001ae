import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { isKeptBy } from '../../talents/index.ts'
import { fail } from '../errors.ts'
import { answerFollowUp, followUpById } from '../store/details.ts'
import type { FollowUpRow } from '../tables.ts'
import { personOf } from './begin.ts'
import { asOrganisation, asTalent, ownProcess } from './read.ts'
import { requireRecruiting } from './standing.ts'
import type { RolesIn } from './steps.ts'

type Said = { answer: NonNullable<FollowUpRow['answer']>; note: string }

/** The process of a follow-up that is due. @throws hiring.noProcess, hiring.followUpEarly */
async function askedOf(context: Context, id: string, rolesIn: RolesIn) {
  const { tx, city, now } = context
  const asked = await followUpById(tx, city, id)
  if (!asked) throw fail.noProcess()
  const { row, roles } = await ownProcess(context, asked.processId, rolesIn)
  if (asked.dueOn > dayOf(now())) throw fail.followUpEarly({ day: asked.dueOn })
  return { row, roles }
}

interface By {
  answeredBy: 'talent' | 'agency'
  actorId: string
}

async function keepAnswer({ tx, city, now }: Context, id: string, said: Said, by: By): Promise<void> {
  if (!(await answerFollowUp(tx, city, { id, ...said, ...by, answeredAt: now() }))) throw fail.noProcess()
}

/** Whether the talent still works there, as he says. @throws hiring.noProcess, hiring.followUpEarly */
export async function answerOwn(context: Context, id: string, said: Said): Promise<void> {
  await askedOf(context, id, asTalent(context))
  await keepAnswer(context, id, said, { answeredBy: 'talent', actorId: personOf(context) })
}

/**
 * The same, said by the agency that keeps the talent: while he agrees to be kept and it may recruit. Of a posting of its
 * own too: nobody else can ask him, and the answer says whose it is.
 * @throws hiring.noProcess, hiring.followUpEarly, hiring.consentEnded, registry.noStanding
 */
export async function answerKept(context: Context, agencyId: string, id: string, said: Said): Promise<void> {
  const { row, roles } = await askedOf(context, id, asOrganisation(agencyId))
  if (!roles.includes('agency')) throw fail.noProcess()
  const kept = { agencyId, talentId: row.talentId }
  if (!(await isKeptBy(context, kept, dayOf(context.now())))) throw fail.consentEnded()
  await requireRecruiting(context, { organisationId: agencyId, employerId: agencyId })
  await keepAnswer(context, id, said, { answeredBy: 'agency', actorId: context.actor.personId! })
}
