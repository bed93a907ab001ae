import { type Actor, CLOCK, type Mandate, type Opening, type Role } from '@renshu/cases'
import type { Context } from '../../../platform/http/index.ts'
import { mandatesTo, type Ties, tiesOf } from '../../accounts/index.ts'
import type { Desk } from '../ports.ts'
import { dutiesOf, type OwnDuty } from '../store/duties.ts'

/** Who acts, as the engine asks it: the same person is another actor at another place. */
export interface Acting {
  person: string
  /** The actor where a step is taken: a district, or `city`. */
  at: (place: string) => Actor
  mandates: readonly Mandate[]
}

type MandateRow = Ties['mandates'][number]

const partyOf = (person: string | null, organisation: string | null) => ({
  ...(person !== null && { person }),
  ...(organisation !== null && { organisation }),
})
const mandateOf = (row: MandateRow): Mandate => ({
  id: row.id,
  agent: partyOf(row.agentPersonId, row.agentOrganisationId),
  principal: partyOf(row.personId, row.organisationId),
  from: row.fromDay,
  to: row.untilDay,
})

export const clockActing: Acting = { person: CLOCK.person, at: () => CLOCK, mandates: [] }

/** Somebody without a duty, for himself, for an organisation, or by a mandate that names cases. Scope `system`. */
export async function applicantActing(desk: Desk, { actor }: Pick<Context, 'actor'>): Promise<Acting> {
  const person = actor.personId!
  const { membership, forPersonId } = actor
  const agency = membership?.throughOrganisationId ?? null
  const rows =
    forPersonId !== null
      ? await mandatesTo(desk, { personId: person })
      : agency !== null
        ? await mandatesTo(desk, { organisationId: agency })
        : []
  const organisations = membership ? [agency ?? membership.organisationId] : []
  const mandates = rows.filter(({ purposes }) => purposes.includes('cases')).map(mandateOf)
  return { person, at: () => ({ person, roles: [], organisations }), mandates }
}

interface Officer {
  person: string
  /** The officer's own district; null for the whole city. */
  district: string | null
  duties: readonly OwnDuty[]
  ties: Pick<Ties, 'organisations' | 'mandates' | 'beside'>
}

/**
 * An officer with his duties. At each place he has the roles of his duties there and of those for the whole city; one
 * who has a role elsewhere only is that, so that he is told where it belongs.
 */
export function dutyActing({ person, district: own, duties, ties }: Officer): Acting {
  const his = { person, organisations: [...ties.organisations], beside: [...ties.beside] }
  // A duty reaches no further than the officer's own district, whatever it was when it was given.
  const reach = duties.map(({ role, district }) => ({ role: role as Role, district: district ?? own }))
  const at = (place: string): Actor => {
    const roles = reach.filter(({ district }) => district === null || district === place).map(({ role }) => role)
    const elsewhere = roles.length === 0 ? reach[0]?.district : undefined
    return elsewhere
      ? { ...his, roles: reach.map(({ role }) => role), district: elsewhere }
      : { ...his, roles, district: place }
  }
  return { person, at, mandates: ties.mandates.map(mandateOf) }
}

/** The officer who asks. */
export async function officerActing(context: Context): Promise<Acting> {
  const person = context.actor.personId!
  const district = context.actor.officer?.district ?? null
  return context.asSystem(async () => {
    const duties = await dutiesOf(context.tx, context.city, person)
    const ties = (await tiesOf(context, [person]))(person)
    return dutyActing({ person, district, duties, ties })
  })
}

/** Where a step of a role is taken. */
export const placeOf = ({ acceptance, decision }: Pick<Opening, 'acceptance' | 'decision'>, role: Role): string =>
  role === 'counter' ? (acceptance ?? decision) : decision
