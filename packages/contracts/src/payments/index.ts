import { batchRoutes } from './batch-routes.ts'
import { payeeRoutes } from './payee-routes.ts'
import { recoveryRoutes } from './recovery-routes.ts'

export {
  AccountBody,
  ChangeDecisionBody,
  ConfirmBody,
  DemandBody,
  DiscardBody,
  DraftBody,
  PayablesQuery,
  ProposalBody,
  ReceiptBody,
  RecoveryBody,
  SettleBody,
} from './bodies.ts'
export { paymentsFailures } from './failures.ts'
export {
  AccountChange,
  AnswerRow,
  AnswerVerdict,
  BankAnswer,
  Batch,
  BatchRow,
  BatchStatus,
  Finding,
  OwnPayment,
  Payable,
  PayableFile,
  PayableStatus,
  PaymentDesk,
  Reconciliation,
  Recovery,
  RecoveryReason,
  RecoveryStatus,
  Sums,
} from './records.ts'

export { payeeRoutes }

/** 支付: what is to be paid, batches, the bank's answer, money claimed back. */
export const paymentsRoutes = { ...batchRoutes, ...recoveryRoutes, ...payeeRoutes }
