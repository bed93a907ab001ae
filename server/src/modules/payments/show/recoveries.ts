import type { Recovery } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type Cashier, isOwn } from '../desk.ts'
import { payablesByIds } from '../store/payables.ts'
import { receiptsOf } from '../store/recoveries.ts'
import type { PayableRow, ReceiptRow, RecoveryRow } from '../tables.ts'
import { namesOf } from './names.ts'
import { payeeOf } from './payee.ts'

const CLOSED: ReadonlySet<RecoveryRow['status']> = new Set(['recovered', 'writtenOff'])

export const isOverdue = ({ dueOn, status }: RecoveryRow, today: string): boolean =>
  dueOn !== null && dueOn < today && !CLOSED.has(status)

function proposalOf(row: RecoveryRow, names: ReadonlyMap<string, string>, cashier: Cashier): Recovery['proposal'] {
  if (!row.proposedBy || CLOSED.has(row.status)) return null
  return {
    reason: row.proposalReason ?? '',
    byName: names.get(row.proposedBy) ?? '',
    at: row.proposedAt!.toISOString(),
    mayConfirm: cashier.isCashier && row.proposedBy !== cashier.personId && !isOwn(cashier, row),
  }
}

const receiptView = (
  { id, amountFen, receivedOn, reference, status, recordedBy }: ReceiptRow,
  row: RecoveryRow,
  cashier: Cashier,
) => ({
  id,
  amountFen,
  on: receivedOn,
  reference,
  status,
  mayConfirm: status === 'waiting' && cashier.isCashier && recordedBy !== cashier.personId && !isOwn(cashier, row),
})

export async function showRecoveries(
  context: Context,
  rows: readonly RecoveryRow[],
  cashier: Cashier,
): Promise<Recovery[]> {
  const { tx, city, now } = context
  const payables = new Map<string, PayableRow>(
    (await payablesByIds(tx, city, [...new Set(rows.map(({ payableId }) => payableId))])).map((row) => [row.id, row]),
  )
  const receipts = await receiptsOf(
    tx,
    city,
    rows.map(({ id }) => id),
  )
  const names = await namesOf(
    context,
    rows.map(({ proposedBy }) => proposedBy),
  )
  return rows.map((row) => {
    const payable = payables.get(row.payableId)!
    return {
      id: row.id,
      payableId: row.payableId,
      title: payable.title,
      policy: payable.policy,
      payee: payeeOf(context, payable, cashier.isCashier),
      district: row.district,
      reason: row.reason,
      words: row.words,
      status: row.status,
      amountFen: row.amountFen,
      recoveredFen: row.recoveredFen,
      writtenOffFen: row.writtenOffFen,
      openedOn: row.openedOn,
      dueOn: row.dueOn,
      overdue: isOverdue(row, dayOf(now())),
      proposal: proposalOf(row, names, cashier),
      receipts: receipts.filter(({ recoveryId }) => recoveryId === row.id).map((one) => receiptView(one, row, cashier)),
      version: row.version,
    }
  })
}

export const showRecovery = async (context: Context, row: RecoveryRow, cashier: Cashier): Promise<Recovery> =>
  (await showRecoveries(context, [row], cashier))[0]!
