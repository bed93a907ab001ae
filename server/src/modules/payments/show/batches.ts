import { type Batch, type BatchRow as Shown, paymentsFailures } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import type { Cashier } from '../desk.ts'
import { batchById, concernedRows, downloadsOf, sumsOf } from '../store/batches.ts'
import { payablesByIds } from '../store/payables.ts'
import type { AttemptRow, BatchRow } from '../tables.ts'
import { namesOf } from './names.ts'
import { accountOf, payeeOf } from './payee.ts'

type Sum = Awaited<ReturnType<typeof sumsOf>>[number]

const inBatch = <T extends { batchId: string }>(rows: readonly T[], { id }: BatchRow): T[] =>
  rows.filter(({ batchId }) => batchId === id)

const total = (sums: readonly Sum[], of: 'rows' | 'amountFen' | 'paidFen', status?: Sum['status']): number =>
  sums.reduce((sum, each) => sum + (status === undefined || each.status === status ? each[of] : 0), 0)

/** The code of the failure who asks would get; null where he may release it. */
function whyNotRelease(batch: BatchRow, cashier: Cashier, concerned: ReadonlyMap<string, number>): string | null {
  if (batch.status !== 'drafted') return paymentsFailures.notNow.code
  if (!cashier.isCashier) return paymentsFailures.notCashier.code
  if (batch.draftedBy === cashier.personId) return paymentsFailures.fourEyes.code
  return concerned.has(batch.id) ? paymentsFailures.ownCase.code : null
}

export async function showBatches(context: Context, rows: readonly BatchRow[], cashier: Cashier): Promise<Batch[]> {
  const { tx, city } = context
  const ids = rows.map(({ id }) => id)
  const sums = await sumsOf(tx, city, ids)
  const downloads = await downloadsOf(tx, city, ids)
  const concerned = await concernedRows(tx, city, ids, cashier)
  const actors = rows.flatMap(({ draftedBy, releasedBy }) => [draftedBy, releasedBy])
  const names = await namesOf(context, [...actors, ...downloads.map(({ downloadedBy }) => downloadedBy)])
  const actOf = (at: Date, by: string) => ({ at: at.toISOString(), byName: names.get(by) ?? '' })
  return rows.map((row) => {
    const own = inBatch(sums, row).filter(({ status }) => row.status === 'discarded' || status !== 'removed')
    const whyNot = whyNotRelease(row, cashier, concerned)
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      purpose: row.purpose,
      district: row.district,
      rows: total(own, 'rows'),
      totalFen: total(own, 'amountFen'),
      paidFen: total(own, 'paidFen'),
      returnedFen: total(own, 'amountFen', 'returned'),
      waitingFen: total(own, 'amountFen', 'waiting'),
      drafted: actOf(row.draftedAt, row.draftedBy),
      released: row.releasedBy === null ? null : actOf(row.releasedAt!, row.releasedBy),
      checksum: row.checksum,
      downloads: inBatch(downloads, row).map(({ downloadedAt, downloadedBy }) => actOf(downloadedAt, downloadedBy)),
      mayRelease: whyNot === null,
      whyNot,
      version: row.version,
    }
  })
}

export const showBatch = async (context: Context, id: string, cashier: Cashier): Promise<Batch> =>
  (await showBatches(context, [(await batchById(context.tx, context.city, id))!], cashier))[0]!

export async function showAttempts(
  context: Context,
  rows: readonly AttemptRow[],
  { isCashier }: Pick<Cashier, 'isCashier'>,
): Promise<Shown[]> {
  const { tx, city } = context
  const payables = new Map(
    (
      await payablesByIds(
        tx,
        city,
        rows.map(({ payableId }) => payableId),
      )
    ).map((payable) => [payable.id, payable]),
  )
  return rows.flatMap((row) => {
    const payable = payables.get(row.payableId)
    if (!payable) return []
    const { title, policy } = payable
    const { payableId, amountFen, status, paidFen, reason } = row
    const paidOn = status === 'paid' ? row.answeredOn : null
    const whom = {
      payee: payeeOf(context, payable, isCashier),
      account: accountOf(context, { ...row, organisationId: payable.organisationId }, isCashier),
    }
    return [{ row: row.row, payableId, title, policy, ...whom, amountFen, status, paidFen, paidOn, reason }]
  })
}
