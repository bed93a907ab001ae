import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/button.tsx'
import type { Keeper, Owner } from './owner.ts'

interface DecisionLinkProps {
  keeper: Keeper
  decisionId: string
  children: ReactNode
}

/** A kept decision, in the rooms of who keeps it. */
export function DecisionLink({ keeper, decisionId, children }: DecisionLinkProps) {
  if (keeper.kind === 'organisation')
    return (
      <Link
        to="/desk/$organisationId/policies/decisions/$decisionId"
        params={{ decisionId, organisationId: keeper.organisationId }}
      >
        {children}
      </Link>
    )
  return (
    <Link
      to={keeper.kind === 'person' ? '/me/policies/decisions/$decisionId' : '/bureau/policies/decisions/$decisionId'}
      params={{ decisionId }}
    >
      {children}
    </Link>
  )
}

/** A policy with the calculator for its owner. */
export const PolicyLink = ({ owner, policy, children }: { owner: Owner; policy: string; children: ReactNode }) => (
  <Link
    to="/policies/$key"
    params={{ key: policy }}
    search={{ for: owner.kind === 'person' ? 'me' : owner.organisationId }}
  >
    {children}
  </Link>
)

/** The case that came of an entitlement. */
export const CaseLink = ({ owner, caseId, children }: { owner: Owner; caseId: string; children: ReactNode }) =>
  owner.kind === 'person' ? (
    <ButtonLink to="/me/cases/$caseId" params={{ caseId }}>
      {children}
    </ButtonLink>
  ) : (
    <ButtonLink to="/desk/$organisationId/cases/$caseId" params={{ caseId, organisationId: owner.organisationId }}>
      {children}
    </ButtonLink>
  )
