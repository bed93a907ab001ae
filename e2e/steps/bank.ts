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

/** The bank's answer that every row of its file was paid on a day, in the layout of the operating manual. */
export function allPaid(file: string, on: string): { name: string; mimeType: string; buffer: Buffer } {
  const rows = rowsOfBankFile(file)
  const lines = rows.map(([number, row, , , , amount], at) => `${number},${row},${amount},成功,${on},L${at + 1},\r\n`)
  const body = `批次号,行号,金额,结果,付款日期,流水号,原因\r\n${lines.join('')}`
  const fen = rows.reduce((sum, [, , , , , amount]) => sum + Math.round(Number(amount) * 100), 0)
  const check = `校验,${rows.length},${(fen / 100).toFixed(2)},${sha256(body)},,,\r\n`
  return { name: '回单.csv', mimeType: 'text/csv', buffer: Buffer.from(BOM + body + check) }
}
