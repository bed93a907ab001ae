import type { BankAnswer } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type AnswerLine, readAnswer } from '../bank/answer-file.ts'
import { sha256 } from '../bank/layout.ts'
import { type MayPay, requireCashier } from '../desk.ts'
import { book, type Booking, judgeRow, type Said } from '../rules.ts'
import { showAnswer } from '../show/answers.ts'
import { answerByHash, insertAnswer, insertAnswerRows } from '../store/answers.ts'
import { batchesByNumber, holdAttempts, holdBatches } from '../store/batches.ts'
import { holdPayables } from '../store/payables.ts'
import type { AnswerRow, AttemptRow, BatchRow, PayableRow } from '../tables.ts'
import { type Booked, keepBookings } from './book.ts'

/** Everything an answer may be about, held, and changed as its rows are booked one after the other. */
class Ground {
  readonly #batches: Map<string, BatchRow>
  readonly #attempts: Map<string, AttemptRow>
  readonly #payables: Map<string, PayableRow>
  readonly booked: Booked[] = []

  constructor(batches: readonly BatchRow[], attempts: readonly AttemptRow[], payables: readonly PayableRow[]) {
    this.#batches = new Map(batches.map((batch) => [batch.number, batch]))
    this.#attempts = new Map(attempts.map((attempt) => [`${attempt.batchId}/${attempt.row}`, attempt]))
    this.#payables = new Map(payables.map((payable) => [payable.id, payable]))
  }

  attempt({ batchNumber, row }: AnswerLine): AttemptRow | undefined {
    return this.#attempts.get(`${this.#batches.get(batchNumber)?.id}/${row}`)
  }

  judge(line: AnswerLine, today: string): AnswerRow['verdict'] {
    const batch = this.#batches.get(line.batchNumber)
    const sent = batch && { status: batch.status, releasedOn: batch.releasedAt && dayOf(batch.releasedAt) }
    return judgeRow(this.attempt(line), sent, line, today)
  }

  book(attempt: AttemptRow, said: Said): void {
    const booking: Booking = book(attempt, this.#payables.get(attempt.payableId)!, said)
    this.#attempts.set(`${attempt.batchId}/${attempt.row}`, booking.attempt)
    this.#payables.set(attempt.payableId, booking.payable)
    this.booked.push({ ...booking, said })
  }
}

/** What the lines are about within the officer's district, held in scope `system`: officers only read. */
async function holdGround({ tx, city, asSystem }: Context, lines: readonly AnswerLine[]): Promise<Ground> {
  const seen = await batchesByNumber(tx, city, [...new Set(lines.map(({ batchNumber }) => batchNumber))])
  const ids = seen.map(({ id }) => id)
  return asSystem(async () => {
    const batches = await holdBatches(tx, city, ids)
    const attempts = await holdAttempts(tx, city, ids)
    const payables = await holdPayables(tx, city, [...new Set(attempts.map(({ payableId }) => payableId))])
    return new Ground(batches, attempts, payables)
  })
}

const rowOf = (
  { city, newId }: Context,
  known: Pick<AnswerRow, 'answerId' | 'verdict' | 'district'>,
  line: AnswerLine,
  attempt: AttemptRow | undefined,
): AnswerRow => ({
  city,
  id: newId(),
  ...known,
  line: line.line,
  batchNumber: line.batchNumber,
  batchRow: line.row,
  amountFen: line.amountFen,
  result: line.result,
  reason: line.reason,
  answeredOn: line.on,
  reference: line.reference,
  rowId: attempt?.id ?? null,
  payableId: attempt?.payableId ?? null,
  sentFen: attempt?.amountFen ?? null,
  settledAt: null,
  settledBy: null,
  settleReason: null,
})

/**
 * Reads the bank's answer and books what agrees in every part; the rest is listed. The same file again changes nothing,
 * and neither does a row that was booked before. A file that cannot be read is refused as a whole.
 * @throws payments.notCashier, what `readAnswer` throws
 */
export async function importAnswer(
  context: Context,
  mayPay: MayPay,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<BankAnswer> {
  const { tx, city, now, newId } = context
  const cashier = await requireCashier(context, mayPay)
  const { rows: lines, sumFen } = readAnswer(bytes)
  const id = newId()
  const { personId, district } = cashier
  const fileHash = sha256(bytes)
  const file = {
    city,
    id,
    name,
    fileHash,
    importedAt: now(),
    importedBy: personId,
    rows: lines.length,
    sumFen,
    district,
  }
  if (!(await context.asSystem(() => insertAnswer(tx, file))))
    return context.asSystem(async () => showAnswer(context, await answerByHash(tx, file), true))
  const ground = await holdGround(context, lines)
  const today = dayOf(now())
  const rows = lines.map((line): AnswerRow => {
    const attempt = ground.attempt(line)
    const verdict = ground.judge(line, today)
    if (verdict === 'booked') ground.book(attempt!, line)
    return rowOf(context, { answerId: id, verdict, district }, line, attempt)
  })
  await context.asSystem(async () => {
    await insertAnswerRows(tx, rows)
    await keepBookings(context, ground.booked)
  })
  return showAnswer(context, file, false)
}
