import type { AnswerRow as ShownRow, BankAnswer } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import type { Cashier } from '../desk.ts'
import { LISTED } from '../rules.ts'
import { verdictsOf } from '../store/answers.ts'
import type { AnswerFileRow, AnswerRow } from '../tables.ts'
import { namesOf } from './names.ts'

type Verdicts = Awaited<ReturnType<typeof verdictsOf>>

const sum = (rows: Verdicts, of: 'rows' | 'fen'): number => rows.reduce((total, row) => total + row[of], 0)

export async function showAnswers(
  context: Context,
  rows: readonly AnswerFileRow[],
  replayed = false,
): Promise<BankAnswer[]> {
  const { tx, city } = context
  const verdicts = await verdictsOf(
    tx,
    city,
    rows.map(({ id }) => id),
  )
  const names = await namesOf(
    context,
    rows.map(({ importedBy }) => importedBy),
  )
  return rows.map(({ id, name, fileHash, importedAt, importedBy, rows: count, sumFen }) => {
    const own = verdicts.filter(({ answerId }) => answerId === id)
    const booked = own.filter(({ verdict }) => verdict === 'booked' || verdict === 'bookedByHand')
    const paid = booked.filter(({ result }) => result === 'paid')
    const returned = booked.filter(({ result }) => result === 'returned')
    return {
      id,
      name,
      fileHash,
      imported: { at: importedAt.toISOString(), byName: names.get(importedBy) ?? '' },
      rows: count,
      sumFen,
      paidRows: sum(paid, 'rows'),
      paidFen: sum(paid, 'fen'),
      returnedRows: sum(returned, 'rows'),
      returnedFen: sum(returned, 'fen'),
      repeatedRows: sum(
        own.filter(({ verdict }) => verdict === 'repeated'),
        'rows',
      ),
      listedRows: sum(
        own.filter(({ verdict }) => LISTED.includes(verdict)),
        'rows',
      ),
      replayed,
    }
  })
}

export const showAnswer = async (context: Context, row: AnswerFileRow, replayed = false): Promise<BankAnswer> =>
  (await showAnswers(context, [row], replayed))[0]!

const settledOf = (row: AnswerRow, names: ReadonlyMap<string, string>): ShownRow['settled'] =>
  row.settledBy === null
    ? null
    : { at: row.settledAt!.toISOString(), byName: names.get(row.settledBy) ?? '', reason: row.settleReason ?? '' }

/** @param importedBy who may not settle the rows */
export async function showAnswerRows(
  context: Context,
  rows: readonly AnswerRow[],
  { isCashier, personId }: Pick<Cashier, 'isCashier' | 'personId'>,
  importedBy: string | null,
): Promise<ShownRow[]> {
  const names = await namesOf(
    context,
    rows.map(({ settledBy }) => settledBy),
  )
  return rows.map((row) => ({
    line: row.line,
    batchNumber: row.batchNumber,
    row: row.batchRow,
    amountFen: row.amountFen,
    result: row.result,
    reason: row.reason,
    on: row.answeredOn,
    reference: row.reference,
    verdict: row.verdict,
    sentFen: row.sentFen,
    payableId: row.payableId,
    settled: settledOf(row, names),
    maySettle: LISTED.includes(row.verdict) && isCashier && importedBy !== personId,
  }))
}
