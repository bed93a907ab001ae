import { getRouteApi } from '@tanstack/react-router'
import { useOrganisationId } from '../../desk/queries.ts'
import { ComparisonPage } from './comparison-page.tsx'
import { DecisionPage } from './decision-page.tsx'
import { DecisionsPage } from './decisions-page.tsx'
import { EntitlementsPage } from './entitlements/entitlements-page.tsx'
import { RecordsPage } from './records-page.tsx'
import type { Owner } from './owner.ts'

const route = getRouteApi('/desk/$organisationId/policies/decisions/$decisionId')
const useDesk = (): Owner => ({ kind: 'organisation', organisationId: useOrganisationId() })

export const DeskPolicies = () => <ComparisonPage owner={useDesk()} />
export const DeskEntitlements = () => <EntitlementsPage owner={useDesk()} />
export const DeskDecisions = () => <DecisionsPage owner={useDesk()} />
export const DeskDecision = () => <DecisionPage owner={useDesk()} decisionId={route.useParams().decisionId} />
export const DeskRecords = () => <RecordsPage owner={useDesk()} />
