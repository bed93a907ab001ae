import type { Context } from '../../platform/http/index.ts'
import { type HeldTable, type Holder, sectionsOf } from '../accounts/index.ts'
import { forgetPayee } from './store/person.ts'

const HELD: readonly HeldTable[] = [
  {
    table: 'payments.payable',
    people: ['personId'],
    columns: ['id', 'record', 'title', 'policy', 'period', 'amountFen', 'paidFen', 'status', 'decidedOn', 'paidOn'],
  },
  {
    table: 'payments.batch',
    people: ['draftedBy', 'releasedBy', 'discardedBy'],
    columns: ['id', 'number', 'status', 'draftedAt', 'releasedAt'],
  },
  { table: 'payments.download', people: ['downloadedBy'], columns: ['id', 'batchId', 'downloadedAt'] },
  { table: 'payments.bankAnswer', people: ['importedBy'], columns: ['id', 'name', 'importedAt', 'rows'] },
  { table: 'payments.answerRow', people: ['settledBy'], columns: ['id', 'answerId', 'line', 'verdict', 'settledAt'] },
  {
    table: 'payments.recovery',
    people: ['personId', 'openedBy', 'demandedBy', 'proposedBy', 'confirmedBy'],
    columns: ['id', 'payableId', 'reason', 'words', 'status', 'amountFen', 'recoveredFen', 'openedOn', 'dueOn'],
  },
  { table: 'payments.receipt', people: ['recordedBy'], columns: ['id', 'recoveryId', 'amountFen', 'receivedOn'] },
  {
    table: 'payments.accountChange',
    people: ['personId', 'madeBy', 'decidedBy'],
    columns: ['id', 'payableId', 'status', 'bank', 'reason', 'madeAt', 'decidedAt'],
  },
]

/**
 * Payments to a person. Erasure takes name and account from what is due and from corrections; what was sent to the bank
 * stays sealed as it was sent, since it is a voucher (会计凭证) that has to be kept.
 */
export const paymentsHolder: Holder = {
  module: 'payments',
  export: (context: Context, personId: string) => sectionsOf(context, HELD, personId),
  erase: ({ tx, city, secrets }, personId) => forgetPayee(tx, city, personId, secrets.seal('已注销用户')),
}
