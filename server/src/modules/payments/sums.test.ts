import { paymentsRoutes } from '@renshu/contracts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import type { SomebodyGiven } from '../../../testing/given.ts'
import { asSystem, bankSays, givenCashiers, givenPayable, givenSent } from '../../../testing/office/payments.ts'
import type { Answered } from './bank/layout.ts'
import { reversePayable } from './index.ts'

let app: TestApp
let cashiers: SomebodyGiven[]
beforeAll(async () => {
  app = await startApp()
  cashiers = await givenCashiers(app)
})
afterAll(() => app.close())

const ON = '2026-03-02'
const as = (at: number) => app.as(paymentsRoutes, cashiers[at]!)

/** What the world outside did, kept beside the platform: what was decided, what the bank moved, what came back. */
class World {
  decided = 0
  moved = 0
  returned = 0
  cameBack = 0
  serial = 0
  sources: { module: string; id: string }[] = []
  sent: { number: string; rows: { row: number; amountFen: number; answered: boolean }[] }[] = []
  answers: Answered[][] = []
}

type Pick = (among: number) => number
type Step = (world: World, pick: Pick) => Promise<void>

const decide: Step = async (world, pick) => {
  const fen = 1 + pick(5_000_000)
  const source = { module: 'cases', id: `世界${app.clock.newId()}` }
  await givenPayable(app, { source, fen })
  world.sources.push(source)
  world.decided += fen
}

const send: Step = async (world, pick) => {
  const { items } = await as(0).payables({ query: { status: 'open', limit: 200 } })
  const payable = items.filter(({ account }) => account !== null).slice(0, 1 + pick(3))
  if (payable.length === 0) return
  const { id, number } = await givenSent(
    app,
    cashiers,
    payable.map((each) => each.id),
  )
  const rows = await as(0).batchRows({ params: { batchId: id }, query: {} })
  world.sent.push({ number, rows: rows.items.map(({ row, amountFen }) => ({ row, amountFen, answered: false })) })
}

/** The bank answers some rows of a batch, with rows nobody sent and amounts nobody asked for among them. */
const answer: Step = async (world, pick) => {
  const batch = world.sent[pick(world.sent.length)]
  if (!batch) return
  const lines: Answered[] = []
  for (const row of batch.rows) {
    const kind = pick(6)
    if (kind === 0) continue
    const result = kind === 4 ? ('returned' as const) : ('paid' as const)
    const right = { batchNumber: batch.number, row: row.row, amountFen: row.amountFen, result, on: ON }
    if (kind === 5) lines.push({ ...right, amountFen: row.amountFen + 1 + pick(9) }, { ...right, row: 999 })
    else if (row.answered) continue
    else {
      lines.push(right)
      row.answered = true
      if (result === 'paid') world.moved += row.amountFen
      else world.returned += row.amountFen
    }
  }
  if (lines.length === 0) return
  const reference = String(++world.serial)
  const file = lines.map((each) => ({ ...each, reference }))
  world.answers.push(file)
  await bankSays(app, cashiers[0]!, file)
}

const replay: Step = async (world, pick) => {
  const file = world.answers[pick(world.answers.length)]
  if (!file) return
  expect(await bankSays(app, cashiers[2]!, file)).toMatchObject({ replayed: true })
}

/** What was listed is booked as the bank says, or set aside. */
const settle: Step = async (world, pick) => {
  const { items } = await as(1).answers({ query: {} })
  const listed = items.find(({ listedRows }) => listedRows > 0)
  if (!listed) return
  const params = { answerId: listed.id }
  const { items: rows } = await as(1).answerRows({ params, query: { waiting: 'true' } })
  const row = rows[pick(rows.length)]!
  const decision = pick(2) ? ('book' as const) : ('dismiss' as const)
  const before = row.payableId ? (await as(1).payable({ params: { payableId: row.payableId } })).paidFen : 0
  const settling = (how: typeof decision) =>
    as(1).settleRow({ params: { ...params, line: row.line }, body: { decision: how, reason: '样例' } })
  try {
    await settling(decision)
  } catch (error) {
    expect(error).toMatchObject({ problem: { code: 'payments.cannotBook' } })
    await settling('dismiss')
    return
  }
  if (decision === 'dismiss') return
  const after = (await as(1).payable({ params: { payableId: row.payableId! } })).paidFen
  world.moved += after - before
  const sent = world.sent
    .find(({ number }) => number === row.batchNumber)!
    .rows.find((each) => `${each.row}` === row.row)!
  sent.answered = true
}

const correct: Step = async (_, pick) => {
  if (pick(3) > 0) return
  const { items } = await as(0).payables({ query: { status: 'returned' } })
  if (!items[0]) return
  const body = { holder: '样例', number: '6217001001234567895', bank: '另一银行', reason: '来函' }
  const params = { payableId: items[0].id }
  const change = await as(0).correctAccount({ params, body: { ...body, version: items[0].version } })
  await as(1).decideAccount({ params: { changeId: change.id }, body: { decision: 'confirmed' } })
}

const claim: Step = async (_, pick) => {
  const { items } = await as(0).payables({ query: { status: 'paid' } })
  const paid = items.find(({ paidFen, claimedFen }) => paidFen > claimedFen)
  if (!paid) return
  const amountFen = 1 + pick(paid.paidFen - paid.claimedFen)
  await as(0).openRecovery({ body: { payableId: paid.id, reason: 'other', amountFen, words: '样例' } })
}

const recover: Step = async (world, pick) => {
  const { items } = await as(0).recoveries({ query: {} })
  const open = items.find(({ status }) => status !== 'recovered' && status !== 'writtenOff')
  if (!open) return
  const rest = open.amountFen - open.recoveredFen
  const params = { recoveryId: open.id }
  if (pick(4) === 0) {
    const { version } = await as(0).proposeWriteOff({ params, body: { version: open.version, reason: '样例' } })
    await as(1).confirmWriteOff({ params, body: { version, decision: 'confirmed', reason: '样例' } })
    return
  }
  const amountFen = 1 + pick(rest)
  const reference = `流水${++world.serial}`
  const body = { version: open.version, amountFen, on: ON, reference }
  const { version, receipts } = await as(0).receive({ params, body })
  const { id: receiptId } = receipts.find(({ status }) => status === 'waiting')!
  const confirmed = { version, decision: 'confirmed', reason: '样例' } as const
  await as(1).decideReceipt({ params: { ...params, receiptId }, body: confirmed })
  world.cameBack += amountFen
}

const reverse: Step = async (world, pick) => {
  const source = world.sources[pick(world.sources.length)]
  if (source) await asSystem(app, (desk) => reversePayable(desk, source, { reason: '撤销', on: ON }))
}

const STEPS: readonly Step[] = [
  decide,
  decide,
  send,
  send,
  answer,
  answer,
  replay,
  settle,
  settle,
  correct,
  claim,
  recover,
  reverse,
]
const world = new World()

test('whatever happens, what was decided, paid, open, returned and recovered agrees to the fen with the bank', async () => {
  const reached = new Set<string>()
  const step = fc.record({
    which: fc.nat(STEPS.length - 1),
    chance: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      for (const { which, chance } of steps) {
        let drawn = 0
        await STEPS[which]!(world, (among) => (among < 1 ? 0 : chance[drawn++ % chance.length]! % among))
      }
      const { total, ledger, agrees } = await as(0).reconciliation({ query: {} })
      expect(agrees).toBe(true)
      expect(total.decidedFen).toBe(world.decided)
      expect(total.decidedFen).toBe(total.paidFen + total.openFen + total.returnedFen + total.withdrawnFen)
      expect(total.paidFen + total.excessFen).toBe(world.moved)
      expect(total.recoveredFen).toBe(world.cameBack)
      expect(ledger).toEqual({ paidFen: world.moved, recoveredFen: world.cameBack })
      for (const [name, value] of Object.entries(total)) if (value > 0) reached.add(name)
    }),
    { numRuns: 12, seed: 20_260_302, endOnFailure: true },
  )
  // A walk that never comes by something proves nothing about it.
  expect([...reached].toSorted()).toEqual(
    [
      'claimedFen',
      'decidedFen',
      'excessFen',
      'openFen',
      'outstandingFen',
      'paidFen',
      'payables',
      'recoveredFen',
      'returnedFen',
      'withdrawnFen',
      'writtenOffFen',
    ].toSorted(),
  )
}, 180_000)
