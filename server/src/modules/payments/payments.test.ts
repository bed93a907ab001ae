import { paymentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { asSystem, bankSays, givenCashiers, givenPayable, givenSent } from '../../../testing/office/payments.ts'
import { givenOrganisation } from '../../../testing/registry.ts'
import { sha256 } from './bank/layout.ts'
import { paymentsTo, reversePayable } from './index.ts'

let app: TestApp
let cashiers: SomebodyGiven[]
beforeAll(async () => {
  app = await startApp()
  cashiers = await givenCashiers(app)
})
afterAll(() => app.close())

const CITY = '370200'
const ON = '2026-03-02'
const as = (somebody: SomebodyGiven) => app.as(paymentsRoutes, somebody)
const first = () => as(cashiers[0]!)
const second = () => as(cashiers[1]!)
const payable = (payableId: string) => first().payable({ params: { payableId } })
const said = (batchNumber: string, row: number, amountFen: number, result: 'paid' | 'returned' = 'paid') => ({
  batchNumber,
  row,
  amountFen,
  result,
  on: ON,
  reason: result === 'returned' ? '户名不符' : '',
})

test('an outcome is to be paid once, however often its step is told', async () => {
  const { personId } = await given.person(app)
  const one = { source: { module: 'cases', id: '同一结果' }, payee: { personId } }
  expect(await givenPayable(app, one)).toBe(await givenPayable(app, { ...one, fen: 999 }))
})

test('accounts are kept sealed and shown by their last digits', async () => {
  const id = await givenPayable(app)
  expect((await payable(id)).account).toEqual({
    holder: '样例收款人',
    masked: '**** **** 7890',
    bank: '样例银行市南支行',
  })
  const rows = await app.services.database.asOwner(async (connection) => {
    const found = await connection.query('select t::text as row from payments.payable t', [])
    return JSON.stringify(found.rows)
  })
  expect(rows).not.toContain('6222021001234567890')
  expect(rows).not.toContain('样例收款人')
})

test('a batch is drafted by one, released by another, sent as a file, answered and settled', async () => {
  const ids = [await givenPayable(app, { fen: 1_877_579 }), await givenPayable(app, { fen: 1 })]
  const draft = await first().draft({ body: { purpose: '稳岗返还', payableIds: ids } })
  expect(draft).toMatchObject({ status: 'drafted', rows: 2, totalFen: 1_877_580, mayRelease: false })
  expect(draft.whyNot).toBe('payments.fourEyes')
  await refused('payments.notNow', first().bankFile({ params: { batchId: draft.id } }))
  const released = await second().release({ params: { batchId: draft.id }, body: { version: draft.version } })
  expect(released).toMatchObject({ status: 'released', waitingFen: 1_877_580 })
  const file = await first().bankFile({ params: { batchId: draft.id } })
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
  const lines = text.split('\r\n')
  expect(lines.slice(0, 3)).toEqual([
    '\uFEFF批次号,行号,收款户名,收款账号,开户银行,金额,用途',
    `${draft.number},1,样例收款人,6222021001234567890,样例银行市南支行,18775.79,稳岗返还`,
    `${draft.number},2,样例收款人,6222021001234567890,样例银行市南支行,0.01,稳岗返还`,
  ])
  expect(lines[3]).toBe(`校验,2,,,,18775.80,${released.checksum}`)
  expect(sha256(lines.slice(0, 3).join('\r\n').slice(1) + '\r\n')).toBe(released.checksum)
  const again = await second().bankFile({ params: { batchId: draft.id } })
  expect(Buffer.from(again.bytes).equals(Buffer.from(file.bytes))).toBe(true)
  const answer = await bankSays(app, cashiers[0]!, [
    said(draft.number, 1, 1_877_579),
    said(draft.number, 2, 1, 'returned'),
  ])
  expect(answer).toMatchObject({ paidRows: 1, paidFen: 1_877_579, returnedRows: 1, listedRows: 0, replayed: false })
  const settled = await first().batch({ params: { batchId: draft.id } })
  expect(settled).toMatchObject({ status: 'settled', paidFen: 1_877_579, returnedFen: 1, waitingFen: 0 })
  expect(settled.downloads.map(({ byName }) => byName)).toEqual(['出纳甲', '出纳乙'])
  expect(await payable(ids[0]!)).toMatchObject({ status: 'paid', paidOn: ON, batch: null })
  expect(await payable(ids[1]!)).toMatchObject({ status: 'returned', reason: '户名不符' })
})

test('the same file again changes nothing and says so, and so does the same row in another file', async () => {
  const { number } = await givenSent(app, cashiers, [await givenPayable(app), await givenPayable(app)])
  const rows = [said(number, 1, 100_000)]
  const answer = await bankSays(app, cashiers[0]!, rows)
  expect(await bankSays(app, cashiers[2]!, rows, '又一次.csv')).toEqual({ ...answer, replayed: true })
  const before = await first().reconciliation({ query: {} })
  const later = await bankSays(app, cashiers[0]!, [...rows, said(number, 2, 100_000, 'returned')])
  expect(later).toMatchObject({ replayed: false, repeatedRows: 1, paidRows: 0, returnedRows: 1 })
  const after = await first().reconciliation({ query: {} })
  expect(after.ledger).toEqual(before.ledger)
  expect(after.agrees).toBe(true)
})

test('what does not agree is listed and not booked, until another person says so', async () => {
  const id = await givenPayable(app)
  const { number } = await givenSent(app, cashiers, [id])
  const answer = await bankSays(app, cashiers[0]!, [
    said(number, 1, 100_050),
    said(number, 7, 100_000),
    said('20260101-ABCDEF', 1, 100_000),
    { ...said(number, 1, 100_000), on: '2026-03-03' },
  ])
  expect(answer).toMatchObject({ paidRows: 0, listedRows: 4 })
  expect(await payable(id)).toMatchObject({ status: 'sent', paidFen: 0 })
  const params = { answerId: answer.id }
  const listed = await second().answerRows({ params, query: {} })
  expect(listed.items.map(({ verdict }) => verdict)).toEqual(['otherAmount', 'unknownRow', 'unknownRow', 'badDay'])
  expect(listed.items[0]).toMatchObject({ sentFen: 100_000, maySettle: true })
  const book = { decision: 'book', reason: '银行确认多付' } as const
  await refused('payments.fourEyes', first().settleRow({ params: { ...params, line: 2 }, body: book }))
  await refused('payments.cannotBook', second().settleRow({ params: { ...params, line: 3 }, body: book }))
  expect(await second().settleRow({ params: { ...params, line: 2 }, body: book })).toMatchObject({
    verdict: 'bookedByHand',
  })
  await refused('payments.settled', second().settleRow({ params: { ...params, line: 2 }, body: book }))
  const file = await payable(id)
  expect(file).toMatchObject({ status: 'paid', paidFen: 100_050, claimedFen: 50 })
  expect(file.recoveries).toMatchObject([{ reason: 'paidTooMuch', amountFen: 50, status: 'opened' }])
  expect((await first().reconciliation({ query: {} })).agrees).toBe(true)
})

test('what the bank paid in part stays due for the rest', async () => {
  const id = await givenPayable(app)
  const { number } = await givenSent(app, cashiers, [id])
  const answer = await bankSays(app, cashiers[0]!, [said(number, 1, 40_000)])
  const params = { answerId: answer.id, line: 2 }
  await second().settleRow({ params, body: { decision: 'book', reason: '部分付款' } })
  expect(await payable(id)).toMatchObject({ status: 'open', paidFen: 40_000 })
  const rest = await givenSent(app, cashiers, [id])
  expect(rest.totalFen).toBe(60_000)
  await bankSays(app, cashiers[0]!, [said(rest.number, 1, 60_000)])
  expect(await payable(id)).toMatchObject({ status: 'paid', paidFen: 100_000, claimedFen: 0 })
})

test('a bank that takes its word back is believed by another person, and the ledger is put right', async () => {
  const id = await givenPayable(app)
  const { number } = await givenSent(app, cashiers, [id])
  await bankSays(app, cashiers[0]!, [said(number, 1, 100_000)])
  const before = await first().reconciliation({ query: {} })
  const back = await bankSays(app, cashiers[0]!, [said(number, 1, 100_000, 'returned')])
  expect(back.listedRows).toBe(1)
  const params = { answerId: back.id, line: 2 }
  await second().settleRow({ params, body: { decision: 'book', reason: '退票' } })
  expect(await payable(id)).toMatchObject({ status: 'returned', paidFen: 0 })
  const after = await first().reconciliation({ query: {} })
  expect(after.ledger.paidFen).toBe(before.ledger.paidFen - 100_000)
  expect(after.agrees).toBe(true)
})

test('a returned payment goes out again to an account that the payee sent in and an officer confirmed', async () => {
  const person = await given.person(app)
  const id = await givenPayable(app, { payee: { personId: person.personId } })
  const { number } = await givenSent(app, cashiers, [id])
  await bankSays(app, cashiers[0]!, [said(number, 1, 100_000, 'returned')])
  const own = await as(person).mine({ query: {} })
  expect(own.items).toMatchObject([{ id, status: 'returned', reason: '户名不符', mayCorrect: true }])
  const account = { holder: '于海洋', number: '6217 0010 0123 4567 895', bank: '另一银行', reason: '写错了' }
  const { version } = own.items[0]!
  await refused(
    'payments.badAccount',
    as(person).correctMine({ params: { payableId: id }, body: { ...account, number: '12ab', version } }),
  )
  const corrected = await as(person).correctMine({ params: { payableId: id }, body: { ...account, version } })
  expect(corrected).toMatchObject({ mayCorrect: false, correction: { status: 'waiting', masked: '**** **** 7895' } })
  const { items } = await first().accountChanges({ query: {} })
  const change = items.find(({ payableId }) => payableId === id)!
  expect(change).toMatchObject({ by: 'payee', mayDecide: true })
  await first().decideAccount({ params: { changeId: change.id }, body: { decision: 'confirmed' } })
  expect(await payable(id)).toMatchObject({ status: 'open', account: { masked: '**** **** 7895', holder: '于海洋' } })
  const again = await givenSent(app, cashiers, [id])
  await bankSays(app, cashiers[0]!, [said(again.number, 1, 100_000)])
  expect((await as(person).mine({ query: {} })).items).toMatchObject([{ status: 'paid', paidOn: ON }])
})

test('an account an officer types in is confirmed by another, and a refused one is asked for again', async () => {
  const id = await givenPayable(app, { account: '请付现金' })
  expect(await payable(id)).toMatchObject({ account: null, status: 'open' })
  await refused('payments.accountMissing', first().draft({ body: { purpose: '样例', payableIds: [id] } }))
  const body = { holder: '于海洋', number: '6217001001234567895', bank: '另一银行', reason: '来函', version: 1 }
  const change = await first().correctAccount({ params: { payableId: id }, body })
  const params = { changeId: change.id }
  await refused('payments.fourEyes', first().decideAccount({ params, body: { decision: 'confirmed' } }))
  await refused('payments.reasonMissing', second().decideAccount({ params, body: { decision: 'refused' } }))
  await second().decideAccount({ params, body: { decision: 'refused', reason: '没有印章' } })
  await refused('payments.settled', second().decideAccount({ params, body: { decision: 'confirmed' } }))
  const next = await first().correctAccount({ params: { payableId: id }, body })
  await second().decideAccount({ params: { changeId: next.id }, body: { decision: 'confirmed' } })
  expect((await payable(id)).changes.map(({ status }) => status)).toEqual(['refused', 'confirmed'])
  expect((await payable(id)).account?.masked).toBe('**** **** 7895')
})

test('money is claimed back by a day, comes in parts, each transfer once, and two people write the rest off', async () => {
  const id = await givenPayable(app)
  const { number } = await givenSent(app, cashiers, [id])
  await bankSays(app, cashiers[0]!, [said(number, 1, 100_000)])
  const claim = { payableId: id, reason: 'other', amountFen: 60_000, words: '多报人数' } as const
  await refused('payments.tooMuch', first().openRecovery({ body: { ...claim, amountFen: 100_001 } }))
  const { id: recoveryId } = await first().openRecovery({ body: claim })
  const params = { recoveryId }
  await refused('payments.badDay', first().demand({ params, body: { version: 1, dueOn: ON } }))
  expect(await first().demand({ params, body: { version: 1, dueOn: '2026-04-01' } })).toMatchObject({
    status: 'demanded',
    overdue: false,
  })
  const receipt = { amountFen: 20_000, on: ON, reference: '流水1' }
  const said1 = await first().receive({ params, body: { version: 2, ...receipt } })
  expect(said1).toMatchObject({
    status: 'demanded',
    recoveredFen: 0,
    receipts: [{ status: 'waiting', mayConfirm: false }],
  })
  const ofReceipt = { ...params, receiptId: said1.receipts[0]!.id }
  const decides = (who: ReturnType<typeof first>, version: number, decision: 'confirmed' | 'refused' = 'confirmed') =>
    who.decideReceipt({ params: ofReceipt, body: { version, decision, reason: '对账单' } })
  await refused('payments.fourEyes', decides(first(), 3))
  await refused(
    'payments.tooMuch',
    first().receive({ params, body: { version: 3, ...receipt, amountFen: 40_001, reference: '流水2' } }),
  )
  expect(await decides(second(), 3)).toMatchObject({ status: 'partly', recoveredFen: 20_000 })
  await refused('payments.noReceipt', decides(second(), 4))
  await refused('payments.receiptTaken', first().receive({ params, body: { version: 4, ...receipt } }))
  expect(await first().proposeWriteOff({ params, body: { version: 4, reason: '单位注销' } })).toMatchObject({
    proposal: { mayConfirm: false },
  })
  const confirm = { version: 5, decision: 'confirmed', reason: '同意' } as const
  await refused('payments.fourEyes', first().confirmWriteOff({ params, body: confirm }))
  expect(await second().confirmWriteOff({ params, body: confirm })).toMatchObject({
    status: 'writtenOff',
    recoveredFen: 20_000,
    writtenOffFen: 40_000,
  })
  await refused('payments.notNow', first().receive({ params, body: { version: 6, ...receipt, reference: '流水3' } }))
  expect((await first().reconciliation({ query: {} })).agrees).toBe(true)
})

test('a reversed decision is not paid, leaves its draft, or is claimed back once it was paid', async () => {
  const reason = { reason: '撤销原决定', on: ON }
  const made = async (name: string) => {
    const source = { module: 'cases', id: `撤销${name}` }
    return { source, id: await givenPayable(app, { source }) }
  }
  const open = await made('待付')
  await asSystem(app, (desk) => reversePayable(desk, open.source, reason))
  expect(await payable(open.id)).toMatchObject({ status: 'withdrawn' })

  const drafted = await made('草稿')
  const beside = await givenPayable(app)
  const draft = await first().draft({ body: { purpose: '样例', payableIds: [drafted.id, beside] } })
  await asSystem(app, (desk) => reversePayable(desk, drafted.source, reason))
  const released = await second().release({ params: { batchId: draft.id }, body: { version: draft.version } })
  expect(released).toMatchObject({ rows: 1, totalFen: 100_000 })

  const sent = await made('在途')
  const { number } = await givenSent(app, cashiers, [sent.id])
  await asSystem(app, (desk) => reversePayable(desk, sent.source, reason))
  await bankSays(app, cashiers[0]!, [said(number, 1, 100_000)])
  expect(await payable(sent.id)).toMatchObject({ status: 'paid', claimedFen: 100_000, reversedOn: ON })
  await asSystem(app, (desk) => reversePayable(desk, sent.source, reason))
  expect((await payable(sent.id)).recoveries).toMatchObject([{ reason: 'reversed', amountFen: 100_000 }])
  expect((await first().reconciliation({ query: {} })).agrees).toBe(true)
})

test('two officers who have the new decision withdraw a payment once, with a reason, and not their own', async () => {
  const id = await givenPayable(app)
  const params = { payableId: id }
  const body = { version: 1, reason: '复核后撤销' }
  await refused('platform.stale', first().reverse({ params, body: { ...body, version: 9 } }))
  const confirm = (version: number, decision: 'confirmed' | 'refused' = 'confirmed') => ({
    version,
    decision,
    reason: '有新的决定书',
  })
  expect(await first().reverse({ params, body })).toMatchObject({ status: 'open', reversal: { reason: '复核后撤销' } })
  await refused('payments.notOpen', first().draft({ body: { purpose: '样例', payableIds: [id] } }))
  await refused('payments.notNow', second().reverse({ params, body: { ...body, version: 2 } }))
  await refused('payments.fourEyes', first().decideReversal({ params, body: confirm(2) }))
  expect(await second().decideReversal({ params, body: confirm(2, 'refused') })).toMatchObject({ reversal: null })
  await refused('payments.notNow', second().decideReversal({ params, body: confirm(3) }))
  await first().reverse({ params, body: { ...body, version: 3 } })
  expect(await second().decideReversal({ params, body: confirm(4) })).toMatchObject({
    status: 'withdrawn',
    reason: '复核后撤销',
    reversal: null,
  })
  await refused('payments.notNow', first().reverse({ params, body: { ...body, version: 5 } }))
  const own = await givenPayable(app, { payee: { personId: cashiers[0]!.personId } })
  await refused('payments.ownCase', first().reverse({ params: { payableId: own }, body }))
  const paid = await givenPayable(app)
  const { number } = await givenSent(app, cashiers, [paid])
  await bankSays(app, cashiers[0]!, [said(number, 1, 100_000)])
  const { version } = await payable(paid)
  await second().reverse({ params: { payableId: paid }, body: { ...body, version } })
  await first().decideReversal({ params: { payableId: paid }, body: confirm(version + 1) })
  expect((await payable(paid)).recoveries).toMatchObject([{ reason: 'reversed', amountFen: 100_000 }])
})

test('limits count what was paid or will be, less what is claimed back', async () => {
  const { personId } = await given.person(app)
  const payee = { personId }
  const id = await givenPayable(app, { payee, facts: { level: '三级' } })
  await givenPayable(app, { payee, policy: null })
  const history = () => asSystem(app, ({ tx }) => paymentsTo(tx, CITY, { kind: 'person', id: personId }))
  expect(await history()).toEqual([{ policy: 'example-subsidy', on: ON, amount: '1000.00', facts: { level: '三级' } }])
  const { number } = await givenSent(app, cashiers, [id])
  await bankSays(app, cashiers[0]!, [said(number, 1, 100_000)])
  await first().openRecovery({ body: { payableId: id, reason: 'other', amountFen: 30_000, words: '多报' } })
  expect(await history()).toMatchObject([{ amount: '700.00' }])
})

test('what was paid twice for one period, to one payee or into one account, is found until it is claimed back', async () => {
  const { personId } = await given.person(app)
  const policy = 'found-subsidy'
  const ids = [
    await givenPayable(app, { payee: { personId }, policy }),
    await givenPayable(app, { payee: { personId }, policy, fen: 80_000 }),
    await givenPayable(app, { payee: { personId }, policy, period: '2025' }),
  ]
  const { number } = await givenSent(app, cashiers, ids)
  const batch = await first().batchRows({ params: { batchId: (await payable(ids[0]!)).batch!.id }, query: {} })
  await bankSays(
    app,
    cashiers[0]!,
    batch.items.map(({ row, amountFen }) => said(number, row, amountFen)),
  )
  const found = async () =>
    (await first().findings()).items.filter((finding) => finding.policy === policy && finding.rule === 'samePayee')
  expect(await found()).toMatchObject([{ period: '2026', excessFen: 80_000 }])
  expect((await found())[0]!.payables.map(({ id }) => id).toSorted()).toEqual(ids.slice(0, 2).toSorted())
  await first().openRecovery({ body: { payableId: ids[1]!, reason: 'duplicate', amountFen: 80_000, words: '重复' } })
  expect(await found()).toEqual([])
})

test('an organisation sees its own payments, and nobody else does', async () => {
  const { id: organisationId, owner } = await givenOrganisation(app)
  const stranger = await given.person(app)
  const id = await givenPayable(app, { payee: { organisationId }, payeeName: '样例单位' })
  const own = await as(owner).ofOrganisation({ params: { organisationId }, query: {} })
  expect(own.items.map((item) => item.id)).toEqual([id])
  expect((await as(stranger).mine({ query: {} })).items).toEqual([])
  await refused('platform.accessDenied', as(stranger).ofOrganisation({ params: { organisationId }, query: {} }))
})
