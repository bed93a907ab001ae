import type { OwnPayment, Payable, PayableFile } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type Cashier, isOwn } from '../desk.ts'
import { asksAccount, maskAccount } from '../rules.ts'
import { changesFor } from '../store/accounts.ts'
import { attemptsFor, numbersOf } from '../store/batches.ts'
import { recoveriesOf } from '../store/recoveries.ts'
import type { ChangeRow, PayableRow, RecoveryRow } from '../tables.ts'
import { showChanges } from './accounts.ts'
import { namesOf } from './names.ts'
import { accountOf, type Opening, payeeOf } from './payee.ts'
import { isOverdue, showRecoveries } from './recoveries.ts'

const ownAccount = (
  opening: Opening,
  { holderSealed, accountSealed, bank, organisationId }: PayableRow,
  mayName: boolean,
) =>
  holderSealed && accountSealed && bank
    ? accountOf(opening, { holderSealed, accountSealed, bank, organisationId }, mayName)
    : null

function placeOf(row: PayableRow, numbers: ReadonlyMap<string, string>): Payable['batch'] {
  const number = row.batchId === null ? undefined : numbers.get(row.batchId)
  return number === undefined ? null : { id: row.batchId!, number, row: row.batchRow! }
}

function reversalOf(row: PayableRow, names: ReadonlyMap<string, string>, cashier: Cashier): Payable['reversal'] {
  if (!row.reversalBy || row.reversedOn !== null || row.status === 'withdrawn') return null
  return {
    reason: row.reversalReason ?? '',
    byName: names.get(row.reversalBy) ?? '',
    at: row.reversalAt!.toISOString(),
    mayConfirm: cashier.isCashier && row.reversalBy !== cashier.personId && !isOwn(cashier, row),
  }
}

const shown = (
  opening: Opening,
  row: PayableRow,
  numbers: ReadonlyMap<string, string>,
  mayName: boolean,
): Omit<Payable, 'reversal'> => ({
  id: row.id,
  title: row.title,
  policy: row.policy,
  period: row.period,
  status: row.status,
  payee: payeeOf(opening, row, mayName),
  account: ownAccount(opening, row, mayName),
  district: row.district,
  amountFen: row.amountFen,
  paidFen: row.paidFen,
  claimedFen: row.claimedFen,
  decidedOn: row.decidedOn,
  paidOn: row.paidOn,
  reason: row.reason,
  reversedOn: row.reversedOn,
  source: { module: row.sourceModule, record: row.record },
  batch: placeOf(row, numbers),
  version: row.version,
})

export async function showPayables(
  context: Context,
  rows: readonly PayableRow[],
  cashier: Cashier,
): Promise<Payable[]> {
  const batchIds = [...new Set(rows.flatMap(({ batchId }) => batchId ?? []))]
  const numbers = await numbersOf(context.tx, context.city, batchIds)
  const names = await namesOf(
    context,
    rows.map(({ reversalBy }) => reversalBy),
  )
  return rows.map((row) => ({
    ...shown(context, row, numbers, cashier.isCashier),
    reversal: reversalOf(row, names, cashier),
  }))
}

/** A payment due with everything around it. */
export async function showPayableFile(context: Context, row: PayableRow, cashier: Cashier): Promise<PayableFile> {
  const { tx, city, secrets } = context
  const attempts = await attemptsFor(tx, city, row.id)
  return {
    ...(await showPayables(context, [row], cashier))[0]!,
    attempts: attempts.map((attempt) => ({
      batchId: attempt.batchId,
      number: attempt.number,
      row: attempt.row,
      amountFen: attempt.amountFen,
      status: attempt.status,
      paidFen: attempt.paidFen,
      paidOn: attempt.status === 'paid' ? attempt.answeredOn : null,
      reason: attempt.reason,
      accountMasked: maskAccount(secrets.open(attempt.accountSealed)),
    })),
    changes: await showChanges(context, await changesFor(tx, city, [row.id]), cashier),
    recoveries: await showRecoveries(context, await recoveriesOf(tx, city, [row.id]), cashier),
  }
}

const ownRecovery = ({ now }: Context, row: RecoveryRow): OwnPayment['recoveries'][number] => ({
  id: row.id,
  reason: row.reason,
  words: row.words,
  status: row.status,
  amountFen: row.amountFen,
  recoveredFen: row.recoveredFen,
  dueOn: row.dueOn,
  overdue: isOverdue(row, dayOf(now())),
})

function ownView(
  context: Context,
  row: PayableRow,
  changes: readonly ChangeRow[],
  recoveries: readonly RecoveryRow[],
): OwnPayment {
  const { id, title, policy, period, status, account, amountFen, paidFen, decidedOn, paidOn, reason, source, version } =
    shown(context, row, new Map(), true)
  const last = changes.findLast(({ payableId }) => payableId === id)
  const isWaiting = last?.status === 'waiting'
  const correction = last && {
    status: last.status,
    masked: maskAccount(context.secrets.open(last.accountSealed)),
    refusal: last.refusal,
  }
  return {
    id,
    title,
    policy,
    period,
    status,
    account,
    amountFen,
    paidFen,
    decidedOn,
    paidOn,
    reason,
    source,
    version,
    mayCorrect: asksAccount(row) && !isWaiting,
    correction: correction && (isWaiting || asksAccount(row)) ? correction : null,
    recoveries: recoveries.filter(({ payableId }) => payableId === id).map((each) => ownRecovery(context, each)),
  }
}

/** Payments as their payee sees them. */
export async function showOwn(context: Context, rows: readonly PayableRow[]): Promise<OwnPayment[]> {
  const { tx, city } = context
  const ids = rows.map(({ id }) => id)
  const changes = await changesFor(tx, city, ids)
  const recoveries = await recoveriesOf(tx, city, ids)
  return rows.map((row) => ownView(context, row, changes, recoveries))
}
