import { KeptPage } from '../decision/kept-page.tsx'
import { PolicyLink } from './links.tsx'
import { own } from './own.ts'
import { keyOf, type Owner } from './owner.ts'

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
