import { type CaseFile, casesRoutes } from '@renshu/contracts'
import { signedInClient } from '../../../app/client.ts'
import type { Owner } from './owner.ts'

const { myTakeUp, firmTakeUp } = casesRoutes
const cases = signedInClient({ myTakeUp, firmTakeUp })

/** Consents to an entitlement: its case is opened and sent with what is on record. */
export const takeUp = (owner: Owner, entitlementId: string): Promise<CaseFile> =>
  owner.kind === 'person'
    ? cases.myTakeUp({ params: { entitlementId }, body: {} })
    : cases.firmTakeUp({ params: { entitlementId, organisationId: owner.organisationId }, body: {} })
