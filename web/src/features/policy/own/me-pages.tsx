import { getRouteApi } from '@tanstack/react-router'
import { ComparisonPage } from './comparison-page.tsx'
import { DecisionPage } from './decision-page.tsx'
import { DecisionsPage } from './decisions-page.tsx'
import { EntitlementsPage } from './entitlements/entitlements-page.tsx'
import { RecordsPage } from './records-page.tsx'
import { ME } from './owner.ts'

const route = getRouteApi('/me/policies/decisions/$decisionId')

export const MyPolicies = () => <ComparisonPage owner={ME} />
export const MyEntitlements = () => <EntitlementsPage owner={ME} />
export const MyDecisions = () => <DecisionsPage owner={ME} />
export const MyDecision = () => <DecisionPage owner={ME} decisionId={route.useParams().decisionId} />
export const MyRecords = () => <RecordsPage owner={ME} />
