import { getRouteApi, Link } from '@tanstack/react-router'
import { KeptPage } from '../decision/kept-page.tsx'
import { KEY, officers } from './queries.ts'

const route = getRouteApi('/bureau/policies/decisions/$decisionId')

/** A decision that is kept of somebody, as officers open it. */
export function OfficerDecisionPage() {
  const { decisionId } = route.useParams()
  return (
    <KeptPage
      decisionId={decisionId}
      keeping={{
        key: KEY,
        decision: (id) => officers.officerDecision({ params: { decisionId: id } }),
        again: (id) => officers.officerDecideAgain({ params: { decisionId: id } }),
        policyLink: (key, text) => (
          <Link to="/policies/$key" params={{ key }}>
            {text}
          </Link>
        ),
      }}
    />
  )
}
