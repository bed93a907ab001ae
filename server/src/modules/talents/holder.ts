import type { Context } from '../../platform/http/index.ts'
import { type HeldTable, type Holder, marksOf, sectionsOf } from '../accounts/index.ts'
import { endTalent } from './keeping.ts'
import { forgetClaims } from './store/claims.ts'
import { keptFor } from './store/held.ts'
import { forgetLooks } from './store/looks.ts'
import { talentOf, type TalentRow } from './store/talents.ts'

const HELD: readonly HeldTable[] = [
  {
    table: 'talents.look',
    people: ['personId', 'byPersonId'],
    columns: ['id', 'talentId', 'organisationId', 'byPersonId', 'what', 'lookedAt'],
  },
  {
    table: 'talents.groupClaim',
    people: ['personId', 'decidedBy'],
    columns: ['id', 'talentId', 'kind', 'documents', 'status', 'claimedAt', 'decidedAt', 'reason', 'untilOn'],
  },
  {
    table: 'talents.import',
    people: ['importedBy'],
    columns: ['id', 'organisationId', 'name', 'importedAt', 'read'],
  },
  {
    table: 'talents.pair',
    people: ['decidedBy'],
    columns: ['id', 'status', 'alike', 'foundAt', 'decidedAt', 'reason'],
  },
]

/** The person's own profile, and what agencies keep of who has the same phone or resident id. */
async function profilesOf(context: Context, personId: string): Promise<TalentRow[]> {
  const { tx, city } = context
  const own = await talentOf(tx, city, personId)
  return [...(own ? [own] : []), ...(await keptFor(tx, city, await marksOf(context, personId)))]
}

/** In clear: it is handed to the person it is about. */
function told({ secrets }: Context, row: TalentRow): Record<string, unknown> {
  const { id, agencyId, profile, visibility, confirmedOn, visibleUntil, createdAt, changedAt } = row
  const { nameSealed, phoneSealed, consentOn, consentUntil, sourceId } = row
  const open = (sealed: string | null) => sealed && secrets.open(sealed)
  const kept = { agencyId, name: open(nameSealed), phone: open(phoneSealed), consentOn, consentUntil, sourceId }
  return {
    id,
    ...profile,
    visibility,
    confirmedOn,
    visibleUntil,
    createdAt,
    changedAt,
    ...(agencyId && kept),
  }
}

/** Profiles, looks and claims. Erasure leaves of a profile that there was one, of looks that they happened. */
export const talentsHolder: Holder = {
  module: 'talents',
  export: async (context, personId) => ({
    'talents.talent': (await profilesOf(context, personId)).map((row) => told(context, row)),
    ...(await sectionsOf(context, HELD, personId)),
  }),
  async erase(context, personId) {
    for (const row of await profilesOf(context, personId)) await endTalent(context, row)
    await forgetClaims(context.tx, context.city, personId)
    await forgetLooks(context.tx, context.city, personId)
  },
}
