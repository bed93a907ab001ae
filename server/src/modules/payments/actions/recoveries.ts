import {
  type ConfirmBody,
  type DemandBody,
  platformFailures,
  type ProposalBody,
  type ReceiptBody,
  type Recovery,
  type RecoveryBody,
} from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { append } from '../../ledger/index.ts'
import { type Cashier, type MayPay, refuseOwn, requireCashier } from '../desk.ts'
import { fail } from '../errors.ts'
import { tellDemanded } from '../notices.ts'
import { yuan } from '../rules.ts'
import { showRecovery } from '../show/recoveries.ts'
import { holdPayable, payableById, updatePayables } from '../store/payables.ts'
import {
  holdRecovery,
  insertReceipt,
  openFor,
  receiptsOf,
  recoveryById,
  updateReceipt,
  updateRecovery,
} from '../store/recoveries.ts'
import type { ReceiptRow, RecoveryRow } from '../tables.ts'
import { sourceOf } from './book.ts'

type Body<S extends z.ZodType> = z.output<S>

const shown = async (context: Context, id: string, cashier: Cashier): Promise<Recovery> =>
  showRecovery(context, (await recoveryById(context.tx, context.city, id))!, cashier)

/**
 * A recovery within the officer's district that is not closed, held in scope `system`: officers only read.
 * @throws payments.noRecovery, platform.stale, payments.notNow
 */
async function holdOpen({ tx, city, asSystem }: Context, id: string, version: number): Promise<RecoveryRow> {
  const held = (await recoveryById(tx, city, id)) && (await asSystem(() => holdRecovery(tx, city, id)))
  if (!held) throw fail.noRecovery()
  if (held.status === 'recovered' || held.status === 'writtenOff') throw fail.notNow({ status: held.status })
  if (held.version !== version) throw new AppError(platformFailures.stale)
  return held
}

const restOf = ({ amountFen, recoveredFen, writtenOffFen }: RecoveryRow): number =>
  amountFen - recoveredFen - writtenOffFen

/** Claims money back. @throws payments.notCashier, noPayable, ownCase, tooMuch */
export async function openRecovery(
  context: Context,
  mayPay: MayPay,
  { payableId, reason, amountFen, words }: Body<typeof RecoveryBody>,
): Promise<Recovery> {
  const { tx, city, now } = context
  const cashier = await requireCashier(context, mayPay)
  if (!(await payableById(tx, city, payableId))) throw fail.noPayable()
  const id = await context.asSystem(async () => {
    const held = (await holdPayable(tx, city, payableId))!
    refuseOwn(cashier, held)
    const most = held.paidFen - held.claimedFen
    if (amountFen > most) throw fail.tooMuch({ most: yuan(most) })
    await updatePayables(tx, [{ ...held, claimedFen: held.claimedFen + amountFen }])
    return openFor(context, held, { reason, words, fen: amountFen, on: dayOf(now()), by: cashier.personId })
  })
  return shown(context, id, cashier)
}

/** Tells the payee until when. @throws payments.notCashier, noRecovery, notNow, badDay, platform.stale */
export async function demand(
  context: Context,
  mayPay: MayPay,
  id: string,
  { version, dueOn }: Body<typeof DemandBody>,
): Promise<Recovery> {
  const { tx, now } = context
  const cashier = await requireCashier(context, mayPay)
  const held = await holdOpen(context, id, version)
  if (dueOn <= dayOf(now())) throw fail.badDay({ day: dueOn })
  const status = held.status === 'opened' ? 'demanded' : held.status
  await context.asSystem(async () => {
    await updateRecovery(tx, held, { dueOn, demandedBy: cashier.personId, status })
    await tellDemanded(context, held, dueOn)
  })
  return shown(context, id, cashier)
}

const sumOf = (receipts: readonly ReceiptRow[]): number => receipts.reduce((sum, { amountFen }) => sum + amountFen, 0)
const waitingOf = async ({ tx, city }: Context, id: string): Promise<ReceiptRow[]> =>
  (await receiptsOf(tx, city, [id])).filter(({ status }) => status === 'waiting')

/**
 * Money that came back, once for each transfer: as one cashier says. It counts when another has confirmed it.
 * @throws payments.notCashier, noRecovery, notNow, ownCase, badDay, tooMuch, receiptTaken, platform.stale
 */
export async function receive(
  context: Context,
  mayPay: MayPay,
  recoveryId: string,
  { version, amountFen, on, reference }: Body<typeof ReceiptBody>,
): Promise<Recovery> {
  const { tx, city, newId, now } = context
  const cashier = await requireCashier(context, mayPay)
  const held = await holdOpen(context, recoveryId, version)
  refuseOwn(cashier, held)
  if (on > dayOf(now()) || on < held.openedOn) throw fail.badDay({ day: on })
  await context.asSystem(async () => {
    const rest = restOf(held) - sumOf(await waitingOf(context, recoveryId))
    if (amountFen > rest) throw fail.tooMuch({ most: yuan(rest) })
    const whose = { city, id: newId(), recoveryId, district: held.district }
    const recorded = { recordedAt: now(), recordedBy: cashier.personId }
    const open = { status: 'waiting', decidedAt: null, decidedBy: null, decideReason: null } as const
    const receipt = { ...whose, amountFen, receivedOn: on, reference, ...recorded, ...open }
    if (!(await insertReceipt(tx, receipt))) throw fail.receiptTaken()
    await updateRecovery(tx, held, {})
  })
  return shown(context, recoveryId, cashier)
}

/** What came back counts: in the recovery and in the ledger. Scope `system`. */
async function bookReceipt(context: Context, held: RecoveryRow, { id, amountFen, receivedOn }: ReceiptRow) {
  const { tx, city } = context
  const rest = restOf(held)
  if (amountFen > rest) throw fail.tooMuch({ most: yuan(rest) })
  await updateRecovery(tx, held, {
    recoveredFen: held.recoveredFen + amountFen,
    status: amountFen < rest ? 'partly' : held.writtenOffFen > 0 ? 'writtenOff' : 'recovered',
  })
  const { district, organisationId, personId } = held
  const payable = (await payableById(tx, city, held.payableId))!
  const whose = { district, organisationId, personId, amountFen }
  const kind = 'payments.recovered'
  await append(context, { kind, occurredOn: receivedOn, sourceId: sourceOf(payable, id), ...whose })
}

const RECORDER = { zh: { what: '登记到账' }, en: { what: 'recorded it' } }

/**
 * Another person confirms that money came back, from the bank's statement, or refuses it.
 * @throws payments.notCashier, noRecovery, noReceipt, notNow, fourEyes, ownCase, tooMuch, platform.stale
 */
export async function decideReceipt(
  context: Context,
  mayPay: MayPay,
  { recoveryId, receiptId }: { recoveryId: string; receiptId: string },
  { version, decision, reason }: Body<typeof ConfirmBody>,
): Promise<Recovery> {
  const { tx, now, language } = context
  const cashier = await requireCashier(context, mayPay)
  const held = await holdOpen(context, recoveryId, version)
  refuseOwn(cashier, held)
  await context.asSystem(async () => {
    const receipt = (await waitingOf(context, recoveryId)).find(({ id }) => id === receiptId)
    if (!receipt) throw fail.noReceipt()
    if (receipt.recordedBy === cashier.personId) throw fail.fourEyes(RECORDER[language])
    const decided = { status: decision, decidedAt: now(), decidedBy: cashier.personId, decideReason: reason }
    await updateReceipt(tx, receipt, decided)
    await (decision === 'confirmed' ? bookReceipt(context, held, receipt) : updateRecovery(tx, held, {}))
  })
  return shown(context, recoveryId, cashier)
}

/** @throws payments.notCashier, noRecovery, notNow, ownCase, platform.stale */
export async function proposeWriteOff(
  context: Context,
  mayPay: MayPay,
  id: string,
  { version, reason }: Body<typeof ProposalBody>,
): Promise<Recovery> {
  const cashier = await requireCashier(context, mayPay)
  const held = await holdOpen(context, id, version)
  refuseOwn(cashier, held)
  if (held.proposedBy) throw fail.notNow({ status: 'proposed' })
  const proposal = { proposedAt: context.now(), proposedBy: cashier.personId, proposalReason: reason }
  await context.asSystem(() => updateRecovery(context.tx, held, proposal))
  return shown(context, id, cashier)
}

const PROPOSER = { zh: { what: '提议核销' }, en: { what: 'proposed it' } }

/** Another person writes the rest off, or refuses. @throws as `proposeWriteOff`, payments.fourEyes */
export async function confirmWriteOff(
  context: Context,
  mayPay: MayPay,
  id: string,
  { version, decision, reason }: Body<typeof ConfirmBody>,
): Promise<Recovery> {
  const cashier = await requireCashier(context, mayPay)
  const held = await holdOpen(context, id, version)
  if (!held.proposedBy) throw fail.notNow({ status: held.status })
  if (held.proposedBy === cashier.personId) throw fail.fourEyes(PROPOSER[context.language])
  refuseOwn(cashier, held)
  const waiting = await context.asSystem(() => waitingOf(context, id))
  // What may have come back is not written off before it is known.
  if (decision === 'confirmed' && waiting.length > 0) throw fail.notNow({ status: 'waiting' })
  const set =
    decision === 'confirmed'
      ? {
          status: 'writtenOff' as const,
          writtenOffFen: held.writtenOffFen + restOf(held),
          confirmedBy: cashier.personId,
          confirmReason: reason,
        }
      : { proposedAt: null, proposedBy: null, proposalReason: null, confirmReason: reason }
  await context.asSystem(() => updateRecovery(context.tx, held, set))
  return shown(context, id, cashier)
}
