import type { AnswerVerdict, BatchStatus, PayableStatus, RecoveryReason, RecoveryStatus } from '@renshu/contracts'
import type { Generated, Insertable, Selectable } from 'kysely'
import type { Sealing } from '../../platform/keys/index.ts'
import type { Json } from '../../platform/tables.ts'

/** Who gets it: one of the two. */
type Payee = { personId: string | null; organisationId: string | null }

type PayableTable = Payee & {
  city: string
  id: string
  sourceModule: string
  sourceId: string
  record: string
  title: Json<{ zh: string; en: string }>
  policy: string | null
  period: string
  payeeSealed: string
  holderSealed: string | null
  accountSealed: string | null
  accountBlind: string | null
  bank: string | null
  district: string | null
  amountFen: number
  paidFen: Generated<number>
  claimedFen: Generated<number>
  status: PayableStatus
  decidedOn: string
  paidOn: string | null
  reason: string | null
  reversedOn: string | null
  facts: Json<Readonly<Record<string, unknown>>>
  batchId: string | null
  batchRow: number | null
  madeAt: Date
  version: number
  /** That the decision was undone, as one cashier says; another has to confirm it. */
  reversalAt: Generated<Date | null>
  reversalBy: Generated<string | null>
  reversalReason: Generated<string | null>
}

type BatchTable = {
  city: string
  id: string
  number: string
  status: BatchStatus
  purpose: string
  district: string | null
  draftedAt: Date
  draftedBy: string
  releasedAt: Date | null
  releasedBy: string | null
  checksum: string | null
  discardedBy: string | null
  discardReason: string | null
  version: number
}

type BatchRowTable = {
  city: string
  id: string
  batchId: string
  row: number
  payableId: string
  amountFen: number
  holderSealed: string
  accountSealed: string
  bank: string
  purpose: string
  district: string | null
  status: 'waiting' | 'paid' | 'returned' | 'removed'
  paidFen: Generated<number>
  answeredOn: string | null
  reason: string | null
  answers: Generated<number>
}

type AnswerTable = {
  city: string
  id: string
  name: string
  fileHash: string
  importedAt: Date
  importedBy: string
  rows: number
  sumFen: number
  district: string | null
}

type AnswerRowTable = {
  city: string
  id: string
  answerId: string
  line: number
  batchNumber: string
  batchRow: string
  amountFen: number
  result: 'paid' | 'returned'
  reason: string
  answeredOn: string
  reference: string
  verdict: AnswerVerdict
  rowId: string | null
  payableId: string | null
  sentFen: number | null
  settledAt: Date | null
  settledBy: string | null
  settleReason: string | null
  district: string | null
}

type RecoveryTable = Payee & {
  city: string
  id: string
  payableId: string
  reason: RecoveryReason
  words: string
  status: RecoveryStatus
  amountFen: number
  recoveredFen: Generated<number>
  writtenOffFen: Generated<number>
  openedOn: string
  openedBy: string | null
  dueOn: string | null
  demandedBy: string | null
  proposedAt: Date | null
  proposedBy: string | null
  proposalReason: string | null
  confirmedBy: string | null
  confirmReason: string | null
  district: string | null
  version: number
}

type AccountChangeTable = Payee & {
  city: string
  id: string
  payableId: string
  status: 'waiting' | 'confirmed' | 'refused'
  holderSealed: string
  accountSealed: string
  accountBlind: string
  bank: string
  reason: string
  fromPayee: boolean
  madeAt: Date
  madeBy: string
  decidedAt: Date | null
  decidedBy: string | null
  refusal: string | null
  district: string | null
}

export type PaymentsTables = {
  'payments.payable': PayableTable
  'payments.batch': BatchTable
  'payments.batchRow': BatchRowTable
  'payments.download': {
    city: string
    id: string
    batchId: string
    downloadedAt: Date
    downloadedBy: string
    district: string | null
  }
  'payments.bankAnswer': AnswerTable
  'payments.answerRow': AnswerRowTable
  'payments.recovery': RecoveryTable
  'payments.receipt': {
    city: string
    id: string
    recoveryId: string
    amountFen: number
    receivedOn: string
    reference: string
    recordedAt: Date
    recordedBy: string
    district: string | null
    status: 'waiting' | 'confirmed' | 'refused'
    decidedAt: Date | null
    decidedBy: string | null
    decideReason: string | null
  }
  'payments.accountChange': AccountChangeTable
}

export type PayableRow = Selectable<PayableTable>
export type NewPayableRow = Insertable<PayableTable>
export type BatchRow = Selectable<BatchTable>
/** A row of a batch: one attempt to pay. */
export type AttemptRow = Selectable<BatchRowTable>
export type NewAttempt = Insertable<BatchRowTable>
export type AnswerFileRow = Selectable<AnswerTable>
export type AnswerRow = Selectable<AnswerRowTable>
export type RecoveryRow = Selectable<RecoveryTable>
export type ReceiptRow = Selectable<PaymentsTables['payments.receipt']>
export type ChangeRow = Selectable<AccountChangeTable>

/** Accounts, and who they belong to. */
export const paymentsSealing: Sealing = {
  tables: [
    {
      table: 'payments.payable',
      sealed: ['payee_sealed', 'holder_sealed', 'account_sealed'],
      marks: [{ column: 'account_blind', purpose: 'bankAccount', of: 'account_sealed' }],
    },
    { table: 'payments.batch_row', sealed: ['holder_sealed', 'account_sealed'] },
    {
      table: 'payments.account_change',
      sealed: ['holder_sealed', 'account_sealed'],
      marks: [{ column: 'account_blind', purpose: 'bankAccount', of: 'account_sealed' }],
    },
  ],
}
