import type { ReactNode } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Applicant } from './applicant.ts'

interface ToCaseProps {
  of: Applicant
  caseId: string
  children: ReactNode
}

/** Keeps whom a helper acts for in the address. */
const searchOf = ({ personId }: Applicant) => (personId ? { person: personId } : {})

export function CaseLink({ of: applicant, caseId, children }: ToCaseProps) {
  const { organisationId } = applicant
  if (organisationId)
    return (
      <Link to="/desk/$organisationId/cases/$caseId" params={{ organisationId, caseId }}>
        {children}
      </Link>
    )
  return (
    <Link to="/me/cases/$caseId" params={{ caseId }} search={searchOf(applicant)}>
      {children}
    </Link>
  )
}

export function DraftLink({
  of: applicant,
  draftId,
  children,
}: {
  of: Applicant
  draftId: string
  children: ReactNode
}) {
  const { organisationId } = applicant
  if (organisationId)
    return (
      <Link to="/desk/$organisationId/forms/$draftId" params={{ organisationId, draftId }}>
        {children}
      </Link>
    )
  return (
    <Link to="/me/forms/$draftId" params={{ draftId }} search={searchOf(applicant)}>
      {children}
    </Link>
  )
}

/** To the money that is paid to an applicant. */
export function PaymentsLink({ of: applicant, children }: { of: Applicant; children: ReactNode }) {
  const { organisationId } = applicant
  if (organisationId)
    return (
      <Link to="/desk/$organisationId/payments" params={{ organisationId }}>
        {children}
      </Link>
    )
  return (
    <Link to="/me/payments" search={searchOf(applicant)}>
      {children}
    </Link>
  )
}

/** Ways between the rooms of an applicant. */
export function useApplicantWays() {
  const navigate = useNavigate()
  return {
    toDraft: (applicant: Applicant, draftId: string) => {
      const { organisationId } = applicant
      return organisationId
        ? navigate({ to: '/desk/$organisationId/forms/$draftId', params: { organisationId, draftId } })
        : navigate({ to: '/me/forms/$draftId', params: { draftId }, search: searchOf(applicant) })
    },
    toCase: (applicant: Applicant, caseId: string, sent = false) => {
      const { organisationId } = applicant
      const search = sent ? { sent: 'yes' } : {}
      return organisationId
        ? navigate({ to: '/desk/$organisationId/cases/$caseId', params: { organisationId, caseId }, search })
        : navigate({ to: '/me/cases/$caseId', params: { caseId }, search: { ...search, ...searchOf(applicant) } })
    },
    toCases: (applicant: Applicant) => {
      const { organisationId } = applicant
      return organisationId
        ? navigate({ to: '/desk/$organisationId/cases', params: { organisationId } })
        : navigate({ to: '/me/cases', search: searchOf(applicant) })
    },
  }
}
