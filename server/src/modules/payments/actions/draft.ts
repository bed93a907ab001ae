import type { Batch, DraftBody } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type Cashier, isOwn, type MayPay, requireCashier } from '../desk.ts'
import { fail } from '../errors.ts'
import { MOST_ROWS, partsOf } from '../rules.ts'
import { showBatch } from '../show/batches.ts'
import { insertBatch } from '../store/batches.ts'
import { holdPayables, openIds, payablesByIds, updatePayables } from '../store/payables.ts'
import type { NewAttempt, PayableRow } from '../tables.ts'

/** `20261122-3F9A0C`. */
const numberOf = (day: string, id: string): string => `${day.replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`

async function chosen(context: Context, { payableIds, policy }: z.output<typeof DraftBody>, cashier: Cashier) {
  const { tx, city } = context
  const ids = payableIds ? [...new Set(payableIds)] : await openIds(tx, city, policy, MOST_ROWS)
  if (ids.length > MOST_ROWS) throw fail.tooManyRows({ most: MOST_ROWS })
  const seen = payableIds ? (await payablesByIds(tx, city, ids)).map(({ id }) => id) : ids
  const held = await context.asSystem(() => holdPayables(tx, city, seen))
  const rows = held.toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn) || a.id.localeCompare(b.id))
  if (!payableIds)
    return rows.filter(
      (row) => row.status === 'open' && row.accountSealed && row.reversalBy === null && !isOwn(cashier, row),
    )
  if (rows.length < ids.length) throw fail.noPayable()
  return rows
}

/** @throws payments.notOpen, payments.accountMissing, payments.ownCase */
function requirePayable(rows: readonly PayableRow[], cashier: Cashier): void {
  const others = rows.filter(({ status, reversalBy }) => status !== 'open' || reversalBy !== null).length
  if (others > 0) throw fail.notOpen({ count: others })
  for (const [at, row] of rows.entries()) {
    if (!row.accountSealed) throw fail.accountMissing({ row: at + 1 })
    if (isOwn(cashier, row)) throw fail.ownCase({ row: at + 1 })
  }
}

const attemptFor = (
  { city, newId }: Context,
  payable: PayableRow,
  place: Pick<NewAttempt, 'batchId' | 'row' | 'purpose'>,
): NewAttempt => ({
  city,
  id: newId(),
  ...place,
  payableId: payable.id,
  amountFen: partsOf(payable).due,
  holderSealed: payable.holderSealed!,
  accountSealed: payable.accountSealed!,
  bank: payable.bank!,
  district: payable.district,
  status: 'waiting',
  paidFen: 0,
  answeredOn: null,
  reason: null,
  answers: 0,
})

/**
 * Puts open payments into a new batch: those named, or all that are open and not the cashier's own.
 * @throws payments.notCashier, nothingOpen, noPayable, notOpen, accountMissing, ownCase, tooManyRows
 */
export async function draftBatch(context: Context, mayPay: MayPay, body: z.output<typeof DraftBody>): Promise<Batch> {
  const { tx, city, now, newId } = context
  const cashier = await requireCashier(context, mayPay)
  const rows = await chosen(context, body, cashier)
  if (rows.length === 0) throw fail.nothingOpen()
  requirePayable(rows, cashier)
  const { personId, district } = cashier
  const { purpose } = body
  const id = newId()
  const attempts = rows.map((row, at): NewAttempt => attemptFor(context, row, { batchId: id, row: at + 1, purpose }))
  const open = {
    releasedAt: null,
    releasedBy: null,
    checksum: null,
    discardedBy: null,
    discardReason: null,
    version: 1,
  }
  const number = numberOf(dayOf(now()), id)
  const batch = {
    city,
    id,
    number,
    status: 'drafted',
    purpose,
    district,
    draftedAt: now(),
    draftedBy: personId,
  } as const
  await context.asSystem(async () => {
    await insertBatch(tx, { ...batch, ...open }, attempts)
    await updatePayables(
      tx,
      rows.map((row, at) => ({ ...row, status: 'drafted' as const, batchId: id, batchRow: at + 1 })),
    )
  })
  return showBatch(context, id, cashier)
}
