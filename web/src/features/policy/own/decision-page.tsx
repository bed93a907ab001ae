import { getRouteApi } from '@tanstack/react-router'
import { KeptPage } from '../decision/kept-page.tsx'
import { PolicyLink } from './links.tsx'
import { own } from './own.ts'
import { keyOf, ME, type Owner } from './owner.ts'

const route = getRouteApi('/me/policies/decisions/$decisionId')

/** The person's own. */
export const MyDecision = () => <DecisionPage owner={ME} decisionId={route.useParams().decisionId} />

/** A decision that a person or an organisation has kept. */
export const DecisionPage = ({ owner, decisionId }: { owner: Owner; decisionId: string }) => (
  <KeptPage
    decisionId={decisionId}
    keeping={{
      key: keyOf(owner),
      decision: own(owner).decision,
      again: own(owner).again,
      policyLink: (policy, text) => (
        <PolicyLink owner={owner} policy={policy}>
          {text}
        </PolicyLink>
      ),
    }}
  />
)
