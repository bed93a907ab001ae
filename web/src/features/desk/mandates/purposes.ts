import type { MandatePurpose } from '@renshu/contracts'
import {
  accountsRoutes,
  casesRoutes,
  hiringRoutes,
  jobsRoutes,
  organisationPolicyRoutes,
  paymentsRoutes,
  registryRoutes,
  type Route,
  talentsRoutes,
} from '@renshu/contracts'
import { useMe } from '../../../app/session.ts'
import { useOrganisationId } from '../queries.ts'

type Purposes = readonly MandatePurpose[] | null

/** What the mandates of the person at the desk name; null for the organisation's own people. */
export function usePurposes(): Purposes {
  const organisationId = useOrganisationId()
  const { data: me } = useMe()
  const here = (me?.memberships ?? []).filter((each) => each.organisationId === organisationId)
  if (!here.length || here.some(({ purposes }) => purposes === null)) return null
  return here.flatMap(({ purposes }) => purposes ?? [])
}

/** The route by which a room of the desk reads what the desk's own record does not hold. */
const READS: Record<string, Route> = {
  jobs: jobsRoutes.ownJobs,
  processes: hiringRoutes.processes,
  talents: talentsRoutes.talents,
  held: talentsRoutes.held,
  hiring: hiringRoutes.analytics,
  cases: casesRoutes.firmCases,
  appointments: casesRoutes.firmBookings,
  payments: paymentsRoutes.ofOrganisation,
  policies: organisationPolicyRoutes.compareForOrganisation,
  practitioners: registryRoutes.practitioners,
  members: accountsRoutes.listMembers,
  mandates: accountsRoutes.listMandates,
  standing: registryRoutes.standingHistory,
}

/** Whether a room of the desk opens to somebody: to who acts by a mandate, where the contract lets the mandate in. */
export function isOpen(room: string, purposes: Purposes): boolean {
  const route = READS[room]
  if (!purposes || !route) return true
  const { mandate } = route
  return mandate !== undefined && (mandate === 'any' || purposes.includes(mandate))
}
