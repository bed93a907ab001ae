import type {
  AnswerRow,
  BankAnswer,
  Batch,
  BatchRow,
  Finding,
  Input,
  Output,
  OwnPayment,
  Payable,
  PayableFile,
  paymentsRoutes,
  Reconciliation,
  Recovery,
  Sums,
} from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { readNumberCursor } from '../../../platform/pages.ts'
import { sumEntries } from '../../ledger/index.ts'
import { cashierOf, type MayPay } from '../desk.ts'
import { fail } from '../errors.ts'
import { showAnswer, showAnswerRows, showAnswers } from '../show/answers.ts'
import { showChanges } from '../show/accounts.ts'
import { showAttempts, showBatch, showBatches } from '../show/batches.ts'
import { showOwn, showPayableFile, showPayables } from '../show/payables.ts'
import { showRecoveries, showRecovery } from '../show/recoveries.ts'
import { changesPage } from '../store/accounts.ts'
import { answerById, answerRowsPage, answersPage, countListed } from '../store/answers.ts'
import { attemptsPage, batchById, batchesPage } from '../store/batches.ts'
import { countsByStatus, countWaitingChanges, sumByPolicy, type SumsRow, suspicions } from '../store/figures.ts'
import { payableById, type PayableFilter, payablesByIds, payablesPage } from '../store/payables.ts'
import { openRecoveries, recoveriesPage, recoveryById } from '../store/recoveries.ts'

type Routes = typeof paymentsRoutes
type Page<T> = { items: T[]; next: string | null; total: number }

const shownAs = async <T, U>(
  { items, ...page }: Page<T>,
  show: (rows: readonly T[]) => Promise<U[]>,
): Promise<Page<U>> => ({
  ...page,
  items: await show(items),
})

/** What waits at the desk. */
export async function showDesk(context: Context, mayPay: MayPay): Promise<Output<Routes['desk']>> {
  const { tx, city, now } = context
  const counts = await countsByStatus(tx, city)
  const of = (status: 'open' | 'drafted' | 'sent' | 'returned') => {
    const { count, fen } = counts.get(status) ?? { count: 0, fen: 0 }
    return { count, fen }
  }
  return {
    mayPay: (await cashierOf(context, mayPay)).isCashier,
    open: of('open'),
    drafted: of('drafted'),
    sent: of('sent'),
    returned: of('returned'),
    corrections: await countWaitingChanges(tx, city),
    listed: await countListed(tx, city),
    recoveries: await openRecoveries(tx, city, dayOf(now())),
  }
}

export async function listPayables(
  context: Context,
  mayPay: MayPay,
  { query: { limit, cursor, ...filter } }: Input<Routes['payables']>,
): Promise<Page<Payable>> {
  const cashier = await cashierOf(context, mayPay)
  const page = await payablesPage(context.tx, context.city, filter, { limit, cursor })
  return shownAs(page, (rows) => showPayables(context, rows, cashier))
}

/** @throws payments.noPayable */
export async function showPayableById(context: Context, mayPay: MayPay, id: string): Promise<PayableFile> {
  const row = await payableById(context.tx, context.city, id)
  if (!row) throw fail.noPayable()
  return showPayableFile(context, row, await cashierOf(context, mayPay))
}

export async function listBatches(
  context: Context,
  mayPay: MayPay,
  { query }: Input<Routes['batches']>,
): Promise<Page<Batch>> {
  const cashier = await cashierOf(context, mayPay)
  return shownAs(await batchesPage(context.tx, context.city, query), (rows) => showBatches(context, rows, cashier))
}

/** @throws payments.noBatch */
export async function showBatchById(context: Context, mayPay: MayPay, id: string): Promise<Batch> {
  if (!(await batchById(context.tx, context.city, id))) throw fail.noBatch()
  return showBatch(context, id, await cashierOf(context, mayPay))
}

/** @throws payments.noBatch */
export async function listAttempts(
  context: Context,
  mayPay: MayPay,
  { params: { batchId }, query: { limit, cursor } }: Input<Routes['batchRows']>,
): Promise<Page<BatchRow>> {
  const { tx, city } = context
  if (!(await batchById(tx, city, batchId))) throw fail.noBatch()
  const page = await attemptsPage(tx, city, batchId, { limit, after: readNumberCursor(cursor) })
  const cashier = await cashierOf(context, mayPay)
  return shownAs(page, (rows) => showAttempts(context, rows, cashier))
}

export const listAnswers = async (context: Context, { query }: Input<Routes['answers']>): Promise<Page<BankAnswer>> =>
  shownAs(await answersPage(context.tx, context.city, query), (rows) => showAnswers(context, rows))

/** @throws payments.noAnswer */
export async function showAnswerById(context: Context, id: string): Promise<BankAnswer> {
  const row = await answerById(context.tx, context.city, id)
  if (!row) throw fail.noAnswer()
  return showAnswer(context, row)
}

/** @throws payments.noAnswer */
export async function listAnswerRows(
  context: Context,
  mayPay: MayPay,
  { params: { answerId }, query: { limit, cursor, waiting } }: Input<Routes['answerRows']>,
): Promise<Page<AnswerRow>> {
  const { tx, city } = context
  const answer = await answerById(tx, city, answerId)
  if (!answer) throw fail.noAnswer()
  const cashier = await cashierOf(context, mayPay)
  const page = await answerRowsPage(tx, city, answerId, { limit, after: readNumberCursor(cursor), waiting })
  return shownAs(page, (rows) => showAnswerRows(context, rows, cashier, answer.importedBy))
}

export async function listChanges(context: Context, mayPay: MayPay, { query }: Input<Routes['accountChanges']>) {
  const cashier = await cashierOf(context, mayPay)
  return shownAs(await changesPage(context.tx, context.city, query), (rows) => showChanges(context, rows, cashier))
}

const MOST_FINDINGS = 200

/** What looks paid too often or without a ground, the largest sums first. */
export async function listFindings(context: Context, mayPay: MayPay): Promise<Output<Routes['findings']>> {
  const { tx, city } = context
  const found = await suspicions(tx, city, MOST_FINDINGS + 1)
  const shown = found.slice(0, MOST_FINDINGS)
  const rows = await payablesByIds(tx, city, [...new Set(shown.flatMap(({ ids }) => ids))])
  const cashier = await cashierOf(context, mayPay)
  const payables = new Map((await showPayables(context, rows, cashier)).map((payable) => [payable.id, payable]))
  const items = shown.map(({ rule, policy, period, ids, excessFen }): Finding => {
    const concerned = ids.flatMap((id) => payables.get(id) ?? [])
    return { rule, policy, period, payables: concerned, excessFen }
  })
  return { items, more: found.length > MOST_FINDINGS }
}

export async function listRecoveries(
  context: Context,
  mayPay: MayPay,
  { query }: Input<Routes['recoveries']>,
): Promise<Page<Recovery>> {
  const cashier = await cashierOf(context, mayPay)
  const page = await recoveriesPage(context.tx, context.city, query, dayOf(context.now()))
  return shownAs(page, (rows) => showRecoveries(context, rows, cashier))
}

/** @throws payments.noRecovery */
export async function showRecoveryById(context: Context, mayPay: MayPay, id: string): Promise<Recovery> {
  const row = await recoveryById(context.tx, context.city, id)
  if (!row) throw fail.noRecovery()
  return showRecovery(context, row, await cashierOf(context, mayPay))
}

const NOTHING: Sums = {
  payables: 0,
  decidedFen: 0,
  paidFen: 0,
  openFen: 0,
  returnedFen: 0,
  withdrawnFen: 0,
  excessFen: 0,
  claimedFen: 0,
  recoveredFen: 0,
  writtenOffFen: 0,
  outstandingFen: 0,
}
const NAMES = Object.keys(NOTHING) as (keyof Sums)[]

const totalOf = (rows: readonly SumsRow[]): Sums =>
  rows.reduce<Sums>(
    (total, row) => Object.fromEntries(NAMES.map((name) => [name, total[name] + row[name]])) as Sums,
    NOTHING,
  )

/** The identities that must hold to the fen. */
const agree = (sums: Sums): boolean =>
  sums.decidedFen === sums.paidFen + sums.openFen + sums.returnedFen + sums.withdrawnFen &&
  sums.claimedFen === sums.recoveredFen + sums.writtenOffFen + sums.outstandingFen

/** Sums by policy and month, and the same of all days against the ledger. */
export async function reconcile(context: Context, { query }: Input<Routes['reconciliation']>): Promise<Reconciliation> {
  const { tx, city } = context
  const rows = await sumByPolicy(tx, city, query)
  const whole = totalOf(await sumByPolicy(tx, city))
  const inLedger = async (kind: string) =>
    (await sumEntries(tx, city, { kind })).reduce((total, { amountFen }) => total + amountFen, 0)
  const ledger = { paidFen: await inLedger('payments.paid'), recoveredFen: await inLedger('payments.recovered') }
  const agrees =
    [...rows, whole].every(agree) &&
    ledger.paidFen === whole.paidFen + whole.excessFen &&
    ledger.recoveredFen === whole.recoveredFen
  return { rows, total: totalOf(rows), ledger, agrees }
}

/** Payments to a person or an organisation, as row-level security shows them to their payee. */
export const listOwn = async (
  context: Context,
  whose: Pick<PayableFilter, 'personId' | 'organisationId'>,
  { limit, cursor, status }: Input<Routes['mine']>['query'],
): Promise<Page<OwnPayment>> =>
  shownAs(await payablesPage(context.tx, context.city, { ...whose, status }, { limit, cursor }), (rows) =>
    showOwn(context, rows),
  )
