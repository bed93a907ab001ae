import { organisationPolicyRoutes, personPolicyRoutes } from '@renshu/contracts'
import { signedInClient } from '../../../app/client.ts'
import type { GivenFacts } from '../calculator/deciders.ts'
import type { Owner } from './owner.ts'

const person = signedInClient(personPolicyRoutes)
const organisation = signedInClient(organisationPolicyRoutes)

const ofPerson = {
  decide: (key: string, facts: GivenFacts) => person.decideForMe({ params: { key }, body: { facts } }),
  keep: (key: string, facts: GivenFacts) => person.keepForMe({ params: { key }, body: { facts } }),
  compare: () => person.compareForMe(),
  decisions: (cursor: string | undefined) => person.ownDecisions({ query: { cursor } }),
  decision: (decisionId: string) => person.ownDecision({ params: { decisionId } }),
  again: (decisionId: string) => person.decideOwnAgain({ params: { decisionId } }),
  entitlements: () => person.ownEntitlements(),
  decline: (entitlementId: string) => person.declineOwn({ params: { entitlementId } }),
  heldFacts: (cursor: string | undefined) => person.ownHeldFacts({ query: { cursor } }),
}

const ofOrganisation = (organisationId: string): typeof ofPerson => ({
  decide: (key, facts) => organisation.decideForOrganisation({ params: { organisationId, key }, body: { facts } }),
  keep: (key, facts) => organisation.keepForOrganisation({ params: { organisationId, key }, body: { facts } }),
  compare: () => organisation.compareForOrganisation({ params: { organisationId } }),
  decisions: (cursor) => organisation.organisationDecisions({ params: { organisationId }, query: { cursor } }),
  decision: (decisionId) => organisation.organisationDecision({ params: { organisationId, decisionId } }),
  again: (decisionId) => organisation.decideOrganisationAgain({ params: { organisationId, decisionId } }),
  entitlements: () => organisation.organisationEntitlements({ params: { organisationId } }),
  decline: (entitlementId) => organisation.declineForOrganisation({ params: { organisationId, entitlementId } }),
  heldFacts: (cursor) => organisation.organisationHeldFacts({ params: { organisationId }, query: { cursor } }),
})

/** What an owner may ask of the policies; the same calls for a person and for an organisation. */
export const own = (owner: Owner): typeof ofPerson =>
  owner.kind === 'person' ? ofPerson : ofOrganisation(owner.organisationId)
