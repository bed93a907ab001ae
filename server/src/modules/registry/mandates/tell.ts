import type { Tx } from '../../../platform/database/index.ts'
import type { Event } from '../../../platform/outbox/index.ts'
import type { Services } from '../../../platform/services.ts'
import { tellOwners } from '../../accounts/index.ts'
import { organisations } from '../organisations.ts'
import { type Parties, wordsOf } from './words.ts'

/** The owners of the other side hear of a mandate that was offered, answered or ended. Scope `system`. */
export async function tellOfMandate(services: Services, tx: Tx, { city, kind, payload }: Event): Promise<void> {
  const parties = payload as unknown as Parties
  const { organisationId, agentOrganisationId } = parties
  const names = await organisations(tx, city, [organisationId, agentOrganisationId])
  const client = names.get(organisationId)
  const agency = names.get(agentOrganisationId)
  if (!client || !agency) return
  const { to, subject, text } = wordsOf(kind, parties)
  const { clock, jobs, secrets } = services
  await tellOwners({ tx, city, secrets, jobs, ...clock }, to === 'client' ? client.id : agency.id, {
    kind: `registry.${kind.split('.')[1]}`,
    subject,
    text: text(client.name, agency.name),
  })
}
