import { createHash } from 'node:crypto'

const BOM = '\uFEFF'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What the bank file says, row by row: batch number, row, payee, account, bank, amount, purpose. */
export const rowsOfBankFile = (text: string): string[][] =>
  text
    .replace(BOM, '')
    .split('\r\n')
    .filter(Boolean)
    .slice(1, -1)
    .map((line) => line.split(','))

interface Stated {
  rows?: number
  sum?: string
}

/** An answer of the bank in the layout of the operating manual; its last line may state what is not so. */
export function answerOf(rows: readonly (readonly string[])[], { rows: count, sum }: Stated = {}): Buffer {
  const lines = rows.map((row) => `${row.join(',')}\r\n`)
  const body = `批次号,行号,金额,结果,付款日期,流水号,原因\r\n${lines.join('')}`
  const fen = rows.reduce((total, [, , amount]) => total + Math.round(Number(amount) * 100), 0)
  const check = `校验,${count ?? rows.length},${sum ?? (fen / 100).toFixed(2)},${sha256(body)},,,\r\n`
  return Buffer.from(BOM + body + check)
}

/** The bank's answer that every row of its file was paid on a day. */
export function allPaid(file: string, on: string): { name: string; mimeType: string; buffer: Buffer } {
  const rows = rowsOfBankFile(file).map(([number, row, , , , amount], at) => [
    number!,
    row!,
    amount!,
    '成功',
    on,
    `L${at + 1}`,
    '',
  ])
  return { name: '回单.csv', mimeType: 'text/csv', buffer: answerOf(rows) }
}
