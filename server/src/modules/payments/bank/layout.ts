import { createHash } from 'node:crypto'
import { csvCell } from '@renshu/intake'
import { yuan } from '../rules.ts'

/** Columns of the file that goes to the bank, and of the one that comes back; `docs/operating.md` describes both. */
export const SENT_COLUMNS = ['批次号', '行号', '收款户名', '收款账号', '开户银行', '金额', '用途'] as const
export const ANSWER_COLUMNS = ['批次号', '行号', '金额', '结果', '付款日期', '流水号', '原因'] as const
export const CHECK = '校验'
export const PAID = '成功'
export const RETURNED = '退回'
const BOM = '\uFEFF'
const END = '\r\n'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const lineOf = (cells: readonly string[]): string => cells.map(csvCell).join(',') + END

export interface SentRow {
  row: number
  holder: string
  account: string
  bank: string
  amountFen: number
  purpose: string
}

/** The bank file: byte order mark, header, rows, and a last line with count, sum and SHA-256 of the lines before it. */
export function bankFile(number: string, rows: readonly SentRow[]): { text: string; checksum: string } {
  const lines = rows.map(({ row, holder, account, bank, amountFen, purpose }) =>
    lineOf([number, String(row), holder, account, bank, yuan(amountFen), purpose]),
  )
  const body = lineOf(SENT_COLUMNS) + lines.join('')
  const checksum = sha256(body)
  const sum = rows.reduce((total, { amountFen }) => total + amountFen, 0)
  const check = lineOf([CHECK, String(rows.length), '', '', '', yuan(sum), checksum])
  return { text: BOM + body + check, checksum }
}

export interface Answered {
  batchNumber: string
  row: string | number
  amountFen: number
  result: 'paid' | 'returned'
  on: string
  reference?: string
  reason?: string
}

/** A bank's answer in the documented layout: what a bank sends, and what trials and tests use in its place. */
export function answerFile(rows: readonly Answered[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map(({ batchNumber, row, amountFen, result, on, reference = '', reason = '' }) =>
    lineOf([batchNumber, String(row), yuan(amountFen), result === 'paid' ? PAID : RETURNED, on, reference, reason]),
  )
  const body = lineOf(ANSWER_COLUMNS) + lines.join('')
  const sum = rows.reduce((total, { amountFen }) => total + amountFen, 0)
  const check = lineOf([CHECK, String(rows.length), yuan(sum), sha256(body), '', '', ''])
  return new TextEncoder().encode(BOM + body + check)
}
