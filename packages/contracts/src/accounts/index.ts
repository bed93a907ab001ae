import { officerRoutes } from './officer-routes.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { personRoutes } from './person-routes.ts'
import { sessionRoutes } from './session-routes.ts'

export {
  Act,
  Consent,
  CONSENT_PURPOSES,
  Device,
  FoundPerson,
  Helper,
  HelpedPerson,
  Invitation,
  Mandate,
  Me,
  Member,
  Membership,
  Officer,
  SENSITIVE_FIELDS,
  SensitiveField,
  ShownMessage,
  SignedIn,
  Unmasking,
} from './answers.ts'
export { accountsFailures } from './failures.ts'
export {
  MANDATE_PURPOSES,
  MandatePurpose,
  MemberRole,
  NewPassword,
  OneTimeCode,
  type OwnCodePurpose,
  OwnPath,
  PersonName,
  Phone,
  type Proof,
  ResidentId,
  ROLES,
} from './inputs.ts'

export { sessionRoutes }

/** Accounts: signing in, the person's own record and rights, members and mandates, officers. */
export const accountsRoutes = { ...sessionRoutes, ...personRoutes, ...organisationRoutes, ...officerRoutes }
