import { type Answered, answerFile } from '../../server/src/modules/payments/bank/layout.ts'

/** What a bank reads of a file that was sent to it. */
export interface Sent {
  batchNumber: string
  rows: { row: string; amountFen: number }[]
  sumFen: number
}

const fenOf = (yuan: string): number => Math.round(Number(yuan) * 100)
/** Holders, accounts and purposes of the bench have no comma in them. */
const cellsOf = (line: string): string[] => line.split(',')

/**
 * Reads a bank file and its last line.
 * @throws Error where its rows are not what that line says
 */
export function readBankFile(bytes: Uint8Array): Sent {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  const cells = lines.slice(1, -1).map(cellsOf)
  const rows = cells.map((each) => ({ row: each[1]!, amountFen: fenOf(each[5]!) }))
  const sumFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const [, count, , , , sum] = cellsOf(lines.at(-1)!)
  if (Number(count) !== rows.length || fenOf(sum!) !== sumFen)
    throw new Error('the bank file does not agree with itself')
  return { batchNumber: cells[0]?.[0] ?? '', rows, sumFen }
}

/** Every so manyth row comes back. */
const RETURNED_OF = 50

export interface BankAnswer {
  bytes: Uint8Array<ArrayBuffer>
  paidFen: number
  returnedFen: number
}

/** Pays what was sent but for a row here and there, whose account there is not. */
export function answerTo({ batchNumber, rows }: Sent, on: string): BankAnswer {
  let paidFen = 0
  let returnedFen = 0
  const answered = rows.map(({ row, amountFen }, place): Answered => {
    const isReturned = place % RETURNED_OF === RETURNED_OF - 1
    if (isReturned) returnedFen += amountFen
    else paidFen += amountFen
    const said = { batchNumber, row, amountFen, on, reference: `示例${place}` }
    return isReturned ? { ...said, result: 'returned', reason: '账号不存在' } : { ...said, result: 'paid' }
  })
  return { bytes: answerFile(answered), paidFen, returnedFen }
}
