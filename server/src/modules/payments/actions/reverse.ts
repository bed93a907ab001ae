import { type ConfirmBody, type DiscardBody, type Payable, platformFailures } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type Cashier, type Desk, type MayPay, refuseOwn, requireCashier } from '../desk.ts'
import { fail } from '../errors.ts'
import { showPayables } from '../show/payables.ts'
import { attemptsOf, updateAttempts } from '../store/batches.ts'
import { holdBySource, holdPayable, payableById, updatePayables } from '../store/payables.ts'
import { openFor } from '../store/recoveries.ts'
import type { PayableRow } from '../tables.ts'

/** Takes a payable out of a draft it waits in. */
async function takeFromDraft({ tx, city }: Pick<Desk, 'tx' | 'city'>, { id, batchId }: PayableRow): Promise<void> {
  const attempts = await attemptsOf(tx, city, batchId!)
  const own = attempts.filter(({ payableId, status }) => payableId === id && status === 'waiting')
  await updateAttempts(
    tx,
    own.map((attempt) => ({ ...attempt, status: 'removed' as const })),
  )
}

type Why = { reason: string; on: string; by: string | null }

const isUndone = ({ reversedOn, status }: PayableRow): boolean => reversedOn !== null || status === 'withdrawn'

async function undo(desk: Pick<Desk, 'tx' | 'city' | 'newId'>, held: PayableRow, { reason, on, by }: Why) {
  if (held.status === 'drafted') await takeFromDraft(desk, held)
  const isSent = held.status === 'sent'
  const claim = held.paidFen - held.claimedFen
  const status: PayableRow['status'] = isSent || held.status === 'paid' ? held.status : 'withdrawn'
  const after = { ...held, reversedOn: on, reason, status, claimedFen: held.claimedFen + claim }
  await updatePayables(desk.tx, [isSent ? after : { ...after, batchId: null, batchRow: null }])
  if (claim > 0) await openFor(desk, held, { reason: 'reversed', words: reason, fen: claim, on, by })
}

/**
 * The decision behind a payment was reversed (撤销): what is not sent yet is not paid, what was paid is claimed back, and
 * what is on its way is claimed back once the bank says it was paid. Nothing happens where there is no such payable, or
 * it was reversed before. Scope `system`.
 */
export async function reversePayable(
  desk: Desk,
  source: { module: string; id: string },
  { reason, on }: { reason: string; on: string },
): Promise<void> {
  const held = await holdBySource(desk.tx, desk.city, source)
  if (held && !isUndone(held)) await undo(desk, held, { reason, on, by: null })
}

/** A payment within the officer's district that was not reversed, held. Scope `system` for the work. */
async function withHeld(
  context: Context,
  mayPay: MayPay,
  { id, version }: { id: string; version: number },
  work: (held: PayableRow, cashier: Cashier) => Promise<unknown>,
): Promise<Payable> {
  const { tx, city } = context
  const cashier = await requireCashier(context, mayPay)
  if (!(await payableById(tx, city, id))) throw fail.noPayable()
  await context.asSystem(async () => {
    const held = (await holdPayable(tx, city, id))!
    refuseOwn(cashier, held)
    if (isUndone(held)) throw fail.notNow({ status: 'withdrawn' })
    if (held.version !== version) throw new AppError(platformFailures.stale)
    await work(held, cashier)
  })
  return (await showPayables(context, [(await payableById(tx, city, id))!], cashier))[0]!
}

/**
 * An officer who has the new decision before him says that it was undone: nothing is drafted any more, and another
 * person has to confirm it.
 * @throws payments.notCashier, noPayable, ownCase, platform.stale; notNow where it was reversed or proposed before
 */
export const proposeReversal = (
  context: Context,
  mayPay: MayPay,
  id: string,
  { version, reason }: z.output<typeof DiscardBody>,
): Promise<Payable> =>
  withHeld(context, mayPay, { id, version }, (held, { personId }) => {
    if (held.reversalBy) throw fail.notNow({ status: 'proposed' })
    const proposal = { reversalAt: context.now(), reversalBy: personId, reversalReason: reason }
    return updatePayables(context.tx, [{ ...held, ...proposal }], 'reversal')
  })

const PROPOSER = { zh: { what: '提出撤销' }, en: { what: 'proposed it' } }
const NO_PROPOSAL = { reversalAt: null, reversalBy: null, reversalReason: null }

/**
 * Another person confirms it, and it is done, or refuses it, and the payment goes on.
 * @throws as `proposeReversal`, payments.fourEyes; notNow where nothing is proposed
 */
export const decideReversal = (
  context: Context,
  mayPay: MayPay,
  id: string,
  { version, decision }: z.output<typeof ConfirmBody>,
): Promise<Payable> =>
  withHeld(context, mayPay, { id, version }, async (held, { personId }) => {
    const { reversalBy, reversalReason } = held
    if (!reversalBy) throw fail.notNow({ status: held.status })
    if (reversalBy === personId) throw fail.fourEyes(PROPOSER[context.language])
    const on = dayOf(context.now())
    if (decision === 'confirmed') await undo(context, held, { reason: reversalReason!, on, by: reversalBy })
    else await updatePayables(context.tx, [{ ...held, ...NO_PROPOSAL }], 'reversal')
  })
