import { type Actor, CLOCK, type Mandate, type Opening, type Role } from '@renshu/cases'
import type { Context } from '../../../platform/http/index.ts'
import { mandatesTo, organisationsOf } from '../../accounts/index.ts'
import type { Desk } from '../ports.ts'
import { dutiesOf } from '../store/duties.ts'

/** Who acts, as the engine asks it: the same person is another actor at another place. */
export interface Acting {
  person: string
  /** The actor where a step is taken: a district, or `city`. */
  at: (place: string) => Actor
  mandates: readonly Mandate[]
}

type MandateRow = Awaited<ReturnType<typeof mandatesTo>>[number]

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

/**
 * An officer with his duties. At each place he has the roles of his duties there and of those for the whole city; one
 * who has a role elsewhere only is that, so that he is told where it belongs.
 */
export async function officerActing(context: Context): Promise<Acting> {
  const { actor, tx, city } = context
  const person = actor.personId!
  const own = actor.officer?.district ?? null
  const organisations = [...(await organisationsOf(context, person))]
  const { duties, rows } = await context.asSystem(async () => ({
    duties: await dutiesOf(tx, city, person),
    rows: await mandatesTo(context, { personId: person }),
  }))
  // A duty reaches no further than the officer's own district, whatever it was when it was given.
  const reach = duties.map(({ role, district }) => ({ role: role as Role, district: district ?? own }))
  const rolesIn = (place: string) =>
    reach.filter(({ district }) => district === null || district === place).map(({ role }) => role)
  const at = (place: string): Actor => {
    const roles = rolesIn(place)
    const elsewhere = roles.length === 0 ? reach[0]?.district : undefined
    return elsewhere
      ? { person, roles: reach.map(({ role }) => role), organisations, district: elsewhere }
      : { person, roles, organisations, district: place }
  }
  return { person, at, mandates: rows.map(mandateOf) }
}

/** Where a step of a role is taken. */
export const placeOf = ({ acceptance, decision }: Pick<Opening, 'acceptance' | 'decision'>, role: Role): string =>
  role === 'counter' ? (acceptance ?? decision) : decision
