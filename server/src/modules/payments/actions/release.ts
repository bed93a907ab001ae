import { type Batch, platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context, FileMade } from '../../../platform/http/index.ts'
import { bankFile } from '../bank/layout.ts'
import { type MayPay, requireCashier } from '../desk.ts'
import { fail } from '../errors.ts'
import { showBatch } from '../show/batches.ts'
import {
  attemptsOf,
  batchById,
  concernedRows,
  holdBatch,
  insertDownload,
  updateAttempts,
  updateBatch,
} from '../store/batches.ts'
import { holdPayables, updatePayables } from '../store/payables.ts'
import type { AttemptRow, BatchRow } from '../tables.ts'

/** A batch within the officer's district, held in scope `system`: officers only read. */
async function holdSeen({ tx, city, asSystem }: Context, id: string): Promise<BatchRow | undefined> {
  return (await batchById(tx, city, id)) && asSystem(() => holdBatch(tx, city, id))
}

/** @throws payments.noBatch, platform.stale, payments.notNow */
async function holdDraft(context: Context, id: string, version: number): Promise<BatchRow> {
  const batch = await holdSeen(context, id)
  if (!batch) throw fail.noBatch()
  if (batch.status !== 'drafted') throw fail.notNow({ status: batch.status })
  if (batch.version !== version) throw new AppError(platformFailures.stale)
  return batch
}

const inFile = (attempts: readonly AttemptRow[]): AttemptRow[] => attempts.filter(({ status }) => status !== 'removed')

const fileOf = ({ secrets }: Pick<Context, 'secrets'>, { number }: BatchRow, attempts: readonly AttemptRow[]) =>
  bankFile(
    number,
    inFile(attempts).map(({ row, holderSealed, accountSealed, bank, amountFen, purpose }) => ({
      row,
      holder: secrets.open(holderSealed),
      account: secrets.open(accountSealed),
      bank,
      amountFen,
      purpose,
    })),
  )

/**
 * The draft's payments, held first: one whose decision is being reversed has left the draft when this returns. Scope
 * `system`.
 */
async function holdRows({ tx, city }: Context, batchId: string) {
  const ids = (await attemptsOf(tx, city, batchId)).map(({ payableId }) => payableId)
  const payables = await holdPayables(tx, city, ids)
  const attempts = inFile(await attemptsOf(tx, city, batchId))
  const live = new Set(attempts.map(({ payableId }) => payableId))
  return { attempts, payables: payables.filter(({ id }) => live.has(id)) }
}

/**
 * Releases a draft to the bank. It is never changed after that. Four eyes: not by who drafted it, nor by anybody it pays
 * or who belongs to an organisation it pays.
 * @throws payments.notCashier, noBatch, notNow, fourEyes, ownCase, nothingOpen, platform.stale
 */
export async function releaseBatch(context: Context, mayPay: MayPay, id: string, version: number): Promise<Batch> {
  const { tx, city, now } = context
  const cashier = await requireCashier(context, mayPay)
  const batch = await holdDraft(context, id, version)
  if (batch.draftedBy === cashier.personId) throw fail.fourEyes(DRAFTER[context.language])
  const concerned = await concernedRows(tx, city, [id], cashier)
  if (concerned.has(id)) throw fail.ownCase({ row: concerned.get(id)! })
  await context.asSystem(async () => {
    const { attempts, payables } = await holdRows(context, id)
    if (attempts.length === 0) throw fail.nothingOpen()
    const { checksum } = fileOf(context, batch, attempts)
    const released = { status: 'released', releasedAt: now(), releasedBy: cashier.personId, checksum } as const
    await updateBatch(tx, batch, released)
    await updatePayables(
      tx,
      payables.map((row) => ({ ...row, status: 'sent' as const })),
    )
  })
  return showBatch(context, id, cashier)
}
const DRAFTER = { zh: { what: '起草批次' }, en: { what: 'drafted the batch' } }

/** Gives a draft up; its payments are open again. @throws payments.notCashier, noBatch, notNow, platform.stale */
export async function discardBatch(
  context: Context,
  mayPay: MayPay,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Batch> {
  const { tx } = context
  const cashier = await requireCashier(context, mayPay)
  const batch = await holdDraft(context, id, version)
  await context.asSystem(async () => {
    const { attempts, payables } = await holdRows(context, id)
    await updateBatch(tx, batch, { status: 'discarded', discardedBy: cashier.personId, discardReason: reason })
    await updateAttempts(
      tx,
      attempts.map((attempt) => ({ ...attempt, status: 'removed' as const })),
    )
    await updatePayables(
      tx,
      payables.map((row) => ({ ...row, status: 'open' as const, batchId: null, batchRow: null })),
    )
  })
  return showBatch(context, id, cashier)
}

/**
 * The file for the bank; each download is recorded.
 * @throws payments.notCashier, noBatch; notNow before it was released
 */
export async function downloadFile(context: Context, mayPay: MayPay, id: string): Promise<FileMade> {
  const { tx, city, newId, now } = context
  const { personId } = await requireCashier(context, mayPay)
  const batch = await holdSeen(context, id)
  if (!batch) throw fail.noBatch()
  if (!batch.checksum) throw fail.notNow({ status: batch.status })
  const { text, checksum } = fileOf(context, batch, await attemptsOf(tx, city, id))
  if (checksum !== batch.checksum) throw new Error('a released batch is not as it was released')
  const { district } = batch
  const download = { city, id: newId(), batchId: id, downloadedAt: now(), downloadedBy: personId, district }
  await context.asSystem(() => insertDownload(tx, download))
  const name = `${batch.number}-${dayOf(batch.releasedAt!)}.csv`
  return { name, type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(text) }
}
