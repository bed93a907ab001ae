import type { Context } from '../../../platform/http/index.ts'
import { appendMany, entryIdOf, type NewEntry, reverse } from '../../ledger/index.ts'
import { openFor } from '../store/recoveries.ts'
import { settleBatches } from '../store/settling.ts'
import { updateAttempts } from '../store/batches.ts'
import { updatePayables } from '../store/payables.ts'
import type { Booking, Said } from '../rules.ts'
import type { PayableRow } from '../tables.ts'
import { tellReturned } from '../notices.ts'

export type Booked = Booking & { said: Said }

/** The policy stands in the source, so that figures can be opened by it. */
export const sourceOf = ({ policy }: Pick<PayableRow, 'policy'>, id: string): string => `${policy ?? '-'}/${id}`

const entryOf = ({ attempt, payable, said }: Booked): NewEntry => ({
  kind: said.result === 'paid' ? 'payments.paid' : 'payments.returned',
  occurredOn: said.on,
  sourceId: sourceOf(payable, attempt.id),
  district: payable.district,
  organisationId: payable.organisationId,
  personId: payable.personId,
  amountFen: said.result === 'paid' ? said.amountFen : attempt.amountFen,
})

const WORDS = {
  paidTooMuch: '银行回单的付款金额多于应付金额',
  reversed: '付款时决定已撤销',
}

async function claim(context: Context, { payable, claims, said }: Booked): Promise<void> {
  for (const { reason, fen } of claims)
    await openFor(context, payable, { reason, words: WORDS[reason], fen, on: said.on, by: null })
}

/** The last state of each row that was booked more than once in one go. */
const latest = <T extends { id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/**
 * Keeps what was booked: rows, payments due, ledger, recoveries; batches whose rows are all answered are settled. Scope
 * `system`, since the ledger and the payee's phone are not the cashier's to see.
 */
export async function keepBookings(context: Context, booked: readonly Booked[]): Promise<void> {
  const { tx, city } = context
  if (booked.length === 0) return
  const attempts = latest(booked.map(({ attempt }) => attempt))
  await updateAttempts(tx, attempts)
  await updatePayables(tx, latest(booked.map(({ payable }) => payable)))
  await appendMany(context, booked.map(entryOf))
  for (const each of booked) await claim(context, each)
  await settleBatches(tx, city, [...new Set(attempts.map(({ batchId }) => batchId))])
  for (const { payable, said } of booked) if (said.result === 'returned') await tellReturned(context, payable)
}

/**
 * Books what contradicts an earlier word of the bank: the entry of that word is reversed first. Scope `system`.
 * @param before what the bank had said
 */
export async function bookAnew(context: Context, booked: Booked, before: 'paid' | 'returned'): Promise<void> {
  const { tx, city } = context
  const entry = await entryIdOf(tx, city, `payments.${before}`, sourceOf(booked.payable, booked.attempt.id))
  if (entry) await reverse(context, entry, '银行更正回单')
  await keepBookings(context, [booked])
}
