import type { AnswerRow as Shown, SettleBody } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type MayPay, refuseOwn, requireCashier } from '../desk.ts'
import { fail } from '../errors.ts'
import { book, LISTED, whyNotBook } from '../rules.ts'
import { showAnswerRows } from '../show/answers.ts'
import { answerById, holdAnswerRow, settleAnswerRow } from '../store/answers.ts'
import { attemptById, holdBatch } from '../store/batches.ts'
import { holdPayable } from '../store/payables.ts'
import type { AnswerRow } from '../tables.ts'
import { bookAnew, keepBookings } from './book.ts'

const saidIn = ({ result, amountFen, answeredOn, reason }: AnswerRow) => ({ result, amountFen, on: answeredOn, reason })
const IMPORTER = { zh: { what: '导入回单' }, en: { what: 'imported the answer' } }

/** The row of the batch it is about and the payment due, held in the order in which imports hold them. */
async function holdTarget({ tx, city, asSystem }: Context, { rowId }: AnswerRow) {
  const seen = rowId === null ? undefined : await attemptById(tx, city, rowId)
  if (!seen) return { attempt: undefined, payable: undefined }
  return asSystem(async () => {
    await holdBatch(tx, city, seen.batchId)
    const payable = await holdPayable(tx, city, seen.payableId)
    return { attempt: await attemptById(tx, city, seen.id), payable }
  })
}

/**
 * An officer's word on a row of the bank's answer that did not agree: book it as the bank says, or set it aside. By
 * another person than imported it, and none whom it pays.
 * @throws payments.notCashier, noAnswer, settled, fourEyes, ownCase, cannotBook
 */
export async function settleRow(
  context: Context,
  mayPay: MayPay,
  { answerId, line }: { answerId: string; line: number },
  { decision, reason }: z.output<typeof SettleBody>,
): Promise<Shown> {
  const { tx, city, now, language } = context
  const cashier = await requireCashier(context, mayPay)
  const answer = await answerById(tx, city, answerId)
  const row = answer && (await context.asSystem(() => holdAnswerRow(tx, city, answerId, line)))
  if (!row) throw fail.noAnswer()
  if (!LISTED.includes(row.verdict)) throw fail.settled()
  if (answer.importedBy === cashier.personId) throw fail.fourEyes(IMPORTER[language])
  const { attempt, payable } = await holdTarget(context, row)
  if (payable) refuseOwn(cashier, payable, attempt?.row)
  if (decision === 'book') {
    const said = saidIn(row)
    const why = whyNotBook(row.verdict, attempt, payable, said, dayOf(now()))
    if (why) throw fail.cannotBook({ why: why[language] })
    const booked = { ...book(attempt!, payable!, said), said }
    const before = attempt!.status
    await context.asSystem(() =>
      before === 'paid' || before === 'returned' ? bookAnew(context, booked, before) : keepBookings(context, [booked]),
    )
  }
  const verdict = decision === 'book' ? 'bookedByHand' : 'dismissed'
  const settled = { verdict, settledAt: now(), settledBy: cashier.personId, settleReason: reason } as const
  await context.asSystem(() => settleAnswerRow(tx, row, settled))
  return (await showAnswerRows(context, [{ ...row, ...settled }], cashier, answer.importedBy))[0]!
}
