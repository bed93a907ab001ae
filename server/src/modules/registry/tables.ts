import type { BusinessType, LicenceKind, OrganisationKind, ReportFigures, SizeBand } from '@renshu/contracts'
import type { Generated } from 'kysely'
import type { Json } from '../../platform/tables.ts'
import type { Sealing } from '../../platform/keys/index.ts'

export type OrganisationTable = {
  city: string
  id: string
  kind: OrganisationKind
  name: string
  nameKey: string
  searchText: string
  creditCode: string
  district: string
  address: string
  latitude: number | null
  longitude: number | null
  industry: string | null
  size: SizeBand | null
  businessTypes: BusinessType[]
  website: string | null
  description: string
  foundedOn: string | null
  contactName: string | null
  phoneSealed: string | null
  legalRepresentative: string | null
  parentId: string | null
  branchOfId: string | null
  openedOn: string | null
  reportedOn: string | null
  verifiedOn: string | null
  closedOn: string | null
  /** Days as a datemultirange; only compared in the database. */
  standsOn: Generated<string>
  version: Generated<number>
  createdAt: Date
  createdBy: string | null
}

export type LicenceTable = {
  city: string
  id: string
  organisationId: string
  district: string
  kind: LicenceKind
  number: string
  covers: BusinessType[]
  issuedBy: string
  validFrom: string
  validUntil: string | null
  documentId: string | null
  status: 'proposed' | 'confirmed' | 'refused' | 'withdrawn'
  reason: string | null
  proposedAt: Date
  proposedBy: string | null
  decidedAt: Date | null
  decidedBy: string | null
  version: Generated<number>
}

export type VerificationTable = {
  city: string
  id: string
  organisationId: string
  district: string
  round: number
  status: 'submitted' | 'accepted' | 'refused' | 'withdrawn'
  submittedAt: Date
  submittedBy: string
  throughOrganisationId: string | null
  dueOn: string
  statement: string
  documents: string[]
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
  version: Generated<number>
}

export type RegistryTables = {
  'registry.organisation': OrganisationTable
  'registry.licence': LicenceTable
  'registry.verification': VerificationTable
  'registry.licenceNotice': { city: string; id: string; licenceId: string; days: number; sentAt: Date }
  'registry.practitioner': {
    city: string
    id: string
    organisationId: string
    district: string
    name: string
    certificateNumber: string | null
    fromOn: string
    untilOn: string | null
    version: Generated<number>
  }
  'registry.standingFact': {
    city: string
    id: string
    organisationId: string
    kind: 'verified' | 'licence' | 'sanction' | 'trustLevel' | 'closed'
    detail: Json<Record<string, unknown>>
    fromOn: string
    untilOn: string | null
    recordedAt: Date
    recordedBy: string | null
    source: string
    sourceId: string
  }
  'registry.standingWithdrawal': {
    city: string
    id: string
    withdrawnAt: Date
    withdrawnBy: string | null
    reason: string
  }
  'registry.import': {
    city: string
    id: string
    name: string
    importedAt: Date
    importedBy: string
    read: number
    created: number
    updated: number
    unchanged: number
    rejectedCount: number
    status: 'running' | 'done' | 'failed'
    rows: number
    fileId: string | null
    district: string | null
    ownOrganisations: string[]
    movedAt: Date
    tries: number
  }
  'registry.rejectedRow': {
    city: string
    id: string
    importId: string
    importedBy: string
    line: number
    columnName: string
    value: string
    reason: string
  }
  'registry.annualReport': {
    city: string
    id: string
    organisationId: string
    district: string
    year: number
    reportedOn: string
    caseId: string
    figures: Json<ReportFigures>
  }
  'registry.complaint': {
    city: string
    id: string
    organisationId: string
    district: string
    matter: string
    recordedOn: string
    madeGoodOn: string | null
    caseId: string
  }
  'registry.tenancy': {
    city: string
    id: string
    organisationId: string
    parkId: string | null
    parkName: string
    fromOn: string
    area: number | null
    caseId: string
  }
  'registry.remark': {
    city: string
    id: string
    organisationId: string
    kind: 'corrected' | 'phoneRevealed' | 'ownerAppointed'
    detail: Json<Record<string, unknown>>
    reason: string
    madeAt: Date
    madeBy: string
  }
}

/** A row of an imported register that could not be used; `line` as a person counts it. */
export interface RejectedRow {
  line: number
  column: string
  value: string
  reason: string
}

export const registrySealing: Sealing = {
  tables: [{ table: 'registry.organisation', sealed: ['phone_sealed'] }],
}
