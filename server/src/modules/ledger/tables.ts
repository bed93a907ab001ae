import type { CountingRule } from '@renshu/contracts'

export type EntryRow = {
  city: string
  id: string
  seq: number
  kind: string
  counts: CountingRule
  occurredOn: string
  recordedAt: Date
  district: string | null
  organisationId: string | null
  throughOrganisationId: string | null
  personPseudonym: string | null
  occupation: string | null
  industry: string | null
  count: number
  amountFen: number | null
  sourceModule: string
  sourceId: string
  reversesId: string | null
  reason: string | null
  recordedBy: string | null
  hash: string
}

export type BatchRow = {
  city: string
  number: number
  firstSeq: number
  lastSeq: number
  /** `12-40,42` */
  seqs: string
  entries: number
  previousHash: string
  hash: string
  sealedAt: Date
}

export type LedgerTables = {
  'ledger.entry': EntryRow
  'ledger.batch': BatchRow
  'ledger.verification': {
    city: string
    id: string
    verifiedAt: Date
    entries: number
    batches: number
    unsealed: number
    problems: number
    headNumber: number | null
    headHash: string | null
  }
}
