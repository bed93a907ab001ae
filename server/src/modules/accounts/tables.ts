import type { MandatePurpose, MemberRole, OwnCodePurpose, SensitiveField } from '@renshu/contracts'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import type { Context } from '../../platform/http/index.ts'
import type { Sealing } from '../../platform/keys/index.ts'

/** What a one-time code is good for; `newPhone`: that the account's new phone is at hand. */
export type CodePurpose = OwnCodePurpose | 'signIn' | 'newPhone'

export type AccountsTables = {
  'accounts.person': {
    city: string
    id: string
    name: string
    nameKey: string
    phoneSealed: string | null
    phoneBlind: string | null
    emailSealed: string | null
    residentIdSealed: string | null
    residentIdBlind: string | null
    /** When an officer held the identity document in hand, and who; null where the number was only written down. */
    documentSeenAt: Date | null
    documentSeenBy: string | null
    passwordHash: string | null
    createdAt: Date
    erasedAt: Date | null
    version: Generated<number>
  }
  'accounts.session': {
    city: string
    id: string
    tokenSha256: string
    personId: string
    confirmedAt: Date | null
    createdAt: Date
    seenAt: Date
    expiresAt: Date
    endedAt: Date | null
    /** When the identity provider asked for who it is anew; null where it was not told to. */
    askedAt: Date | null
    userAgent: string
  }
  'accounts.loginCode': {
    city: string
    id: string
    phoneBlind: string
    purpose: CodePurpose
    codeMac: string
    createdAt: Date
    expiresAt: Date
    tries: Generated<number>
    usedAt: Date | null
  }
  'accounts.passwordTry': { city: string; id: string; phoneBlind: string; happenedAt: Date }
  'accounts.identity': {
    city: string
    id: string
    personId: string
    issuer: string
    subjectBlind: string
    createdAt: Date
  }
  'accounts.oidcState': {
    city: string
    id: string
    attemptSha256: string
    state: string
    nonce: string
    verifierSealed: string
    returnTo: string
    again: boolean
    expiresAt: Date
  }
  'accounts.officer': {
    city: string
    id: string
    personId: string
    district: string | null
    administrator: boolean
    totpSealed: string | null
    totpPendingSealed: string | null
    totpLastStep: number | null
    totpTries: Generated<number>
    totpLockedUntil: Date | null
    createdAt: Date
    version: Generated<number>
  }
  'accounts.member': {
    city: string
    id: string
    organisationId: string
    personId: string
    role: MemberRole
    addedByPersonId: string
    createdAt: Date
    version: Generated<number>
  }
  'accounts.invitation': {
    city: string
    id: string
    organisationId: string | null
    role: MemberRole | null
    personId: string | null
    purposes: MandatePurpose[] | null
    untilDay: string | null
    phoneSealed: string | null
    phoneBlind: string | null
    codeMac: string
    invitedByPersonId: string
    createdAt: Date
    expiresAt: Date
    acceptedAt: Date | null
    acceptedByPersonId: string | null
    withdrawnAt: Date | null
  }
  'accounts.mandate': {
    city: string
    id: string
    organisationId: string | null
    agentOrganisationId: string | null
    personId: string | null
    agentPersonId: string | null
    purposes: MandatePurpose[]
    fromDay: string
    untilDay: string
    givenByPersonId: string
    createdAt: Date
    acceptedAt: Date | null
    acceptedByPersonId: string | null
    declinedAt: Date | null
    declinedByPersonId: string | null
    withdrawnAt: Date | null
    withdrawnByPersonId: string | null
  }
  'accounts.consent': {
    city: string
    id: string
    personId: string
    purpose: string
    recipient: string
    textVersion: string
    givenAt: Date
    withdrawnAt: Date | null
    /** Who recorded that it was signed on paper; null: given in the own account. */
    recordedByPersonId: string | null
  }
  'accounts.unmasking': {
    city: string
    id: string
    personId: string
    byPersonId: string
    byOfficer: boolean
    field: SensitiveField
    reason: string
    happenedAt: Date
  }
}

/** What work on the records of accounts needs: a request has it, and so has a command. */
export type Desk = Pick<Context, 'tx' | 'city' | 'now' | 'newId' | 'secrets'>

export const tables = (tx: Tx) => tx.withTables<AccountsTables>()

/** What this module keeps sealed. Subjects of identity providers and codes of invitations are kept as marks alone. */
export const accountsSealing: Sealing = {
  tables: [
    {
      table: 'accounts.person',
      sealed: ['phone_sealed', 'email_sealed', 'resident_id_sealed'],
      marks: [
        { column: 'phone_blind', purpose: 'phone', of: 'phone_sealed' },
        { column: 'resident_id_blind', purpose: 'residentId', of: 'resident_id_sealed', capitals: true },
      ],
    },
    { table: 'accounts.officer', sealed: ['totp_sealed', 'totp_pending_sealed'] },
    {
      table: 'accounts.invitation',
      sealed: ['phone_sealed'],
      marks: [{ column: 'phone_blind', purpose: 'phone', of: 'phone_sealed' }],
    },
  ],
  // One-time codes, wrong passwords and sign-ins under way: minutes old at most that matter.
  dropped: ['accounts.login_code', 'accounts.password_try', 'accounts.oidc_state'],
}
