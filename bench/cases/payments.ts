import { paymentsRoutes } from '@renshu/contracts'
import { dayOf } from '../../server/src/platform/clock.ts'
import { answerTo, readBankFile } from './bank.ts'
import { clientAt } from './clients.ts'
import type { CasesServer } from './server.ts'

export interface Paid {
  rows: number
  sumFen: number
  /** How long each part lasted, in seconds. */
  parts: [name: string, seconds: number][]
}

/** @throws Error where two sums differ by a fen */
function requireSame(sums: Record<string, number>): void {
  if (new Set(Object.values(sums)).size > 1) throw new Error(`sums differ: ${JSON.stringify(sums)}`)
}

/**
 * A batch drafted by one cashier, released by another, its file written, the bank's answer read and booked, twice: the
 * second time it changes nothing.
 * @throws Error where what was decided, sent, paid, returned and booked in the ledger does not agree to the fen
 */
export async function payBatch(server: CasesServer, count: number, personId: string): Promise<Paid> {
  const parts: Paid['parts'] = []
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const done = await work()
    parts.push([name, (performance.now() - began) / 1000])
    return done
  }
  const { cashier, secondCashier } = server.tokens
  const first = clientAt(server.address, paymentsRoutes, cashier)
  const second = clientAt(server.address, paymentsRoutes, secondCashier)
  const before = await first.reconciliation({ query: {} })
  const { ids, sumFen } = await timed('made', () => server.ask({ kind: 'payables', count, personId }))
  const draft = await timed('drafted', () => first.draft({ body: { purpose: '示例补贴', payableIds: ids } }))
  const params = { batchId: draft.id }
  const released = await timed('released', () => second.release({ params, body: { version: draft.version } }))
  const file = await timed('bank file written', () => first.bankFile({ params }))
  const sent = readBankFile(file.bytes)
  const bank = answerTo(sent, dayOf(new Date()))
  const answer = { query: { name: '回单.csv' }, bytes: bank.bytes }
  const booked = await timed('answer booked', () => first.importAnswer(answer))
  const replayed = await timed('the same answer again', () => first.importAnswer(answer))
  const after = await timed('reconciled', () => first.reconciliation({ query: {} }))
  if (!replayed.replayed || !after.agrees || sent.rows.length !== count)
    throw new Error('the answer was booked twice, or the books do not agree')
  const grown = (of: 'decidedFen' | 'paidFen' | 'returnedFen') => after.total[of] - before.total[of]
  requireSame({ decided: sumFen, listed: grown('decidedFen'), drafted: draft.totalFen, sent: sent.sumFen })
  requireSame({ sent: released.totalFen, answered: bank.paidFen + bank.returnedFen, decided: sumFen })
  requireSame({
    bank: bank.paidFen,
    answer: booked.paidFen,
    listed: grown('paidFen'),
    ledger: after.ledger.paidFen - before.ledger.paidFen,
  })
  requireSame({ bank: bank.returnedFen, listed: grown('returnedFen') })
  return { rows: count, sumFen, parts }
}
