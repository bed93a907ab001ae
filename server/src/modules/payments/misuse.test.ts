import { accountsRoutes, paymentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { bankSays, givenCashiers, givenPayable, givenSent } from '../../../testing/office/payments.ts'
import { answerFile, sha256 } from './bank/layout.ts'

let app: TestApp
let cashiers: SomebodyGiven[]
beforeAll(async () => {
  app = await startApp()
  cashiers = await givenCashiers(app)
})
afterAll(() => app.close())

const ON = '2026-03-02'
const as = (somebody: SomebodyGiven) => app.as(paymentsRoutes, somebody)
const first = () => as(cashiers[0]!)
const second = () => as(cashiers[1]!)
const draft = async (payableIds: string[]) => first().draft({ body: { purpose: '样例', payableIds } })
const release = (somebody: SomebodyGiven, { id, version }: { id: string; version: number }) =>
  as(somebody).release({ params: { batchId: id }, body: { version } })
const sent = async () => givenSent(app, cashiers, [await givenPayable(app)])
const paid = (batchNumber: string) => ({ batchNumber, row: 1, amountFen: 100_000, result: 'paid' as const, on: ON })
const imported = (bytes: Uint8Array<ArrayBuffer>) => first().importAnswer({ query: { name: '回单.csv' }, bytes })
const bytesOf = (text: string) => new TextEncoder().encode(text)
/** A file with a check line that is right for whatever stands before it. */
const checked = (body: string, rows: number, sum: string) =>
  bytesOf(`${body}校验,${rows},${sum},${sha256(body)},,,\r\n`)
const HEADER = '批次号,行号,金额,结果,付款日期,流水号,原因\r\n'

/** Nothing of a file was taken: no answer, no paid row. */
async function nothingBooked(batchId: string, import_: () => Promise<unknown>, code: string): Promise<void> {
  const { total } = await first().answers({ query: {} })
  await refused(code, import_())
  expect((await first().answers({ query: {} })).total).toBe(total)
  expect(await first().batch({ params: { batchId } })).toMatchObject({ status: 'released', paidFen: 0, returnedFen: 0 })
}

test('who drafted a batch does not release it', async () => {
  const batch = await draft([await givenPayable(app)])
  await refused('payments.fourEyes', release(cashiers[0]!, batch))
  expect(await release(cashiers[1]!, batch)).toMatchObject({ status: 'released' })
})

test('nobody releases a batch that pays himself or an organisation of his, or puts it into one', async () => {
  const own = await givenPayable(app, { payee: { personId: cashiers[1]!.personId } })
  const batch = await draft([await givenPayable(app), own])
  await refused('payments.ownCase', release(cashiers[1]!, batch))
  const seen = await second().batch({ params: { batchId: batch.id } })
  expect(seen).toMatchObject({ mayRelease: false, whyNot: 'payments.ownCase' })
  await release(cashiers[2]!, batch)

  const other = await given.person(app)
  for (const record of [cashiers[1]!, other])
    await app.as(accountsRoutes, record).changeMe({ body: { residentId: '370202194001010020', version: 1 } })
  const beside = await draft([await givenPayable(app, { payee: { personId: other.personId } })])
  await refused('payments.ownCase', release(cashiers[1]!, beside))

  const organisationId = app.clock.newId()
  const member = await given.member(app, organisationId, 'viewer')
  const theirs = await givenPayable(app, { payee: { organisationId } })
  await app.services.database.asOwner((connection) =>
    connection.query('update accounts.member set person_id = $1 where person_id = $2', [
      cashiers[1]!.personId,
      member.personId,
    ]),
  )
  const another = await draft([theirs])
  await refused('payments.ownCase', release(cashiers[1]!, another))
  const rest = await givenPayable(app, { payee: { personId: cashiers[0]!.personId } })
  await refused('payments.ownCase', draft([rest]))
})

test('two who release at once: one does, and the batch is sent once', async () => {
  const batch = await draft([await givenPayable(app)])
  const [one, other] = await Promise.allSettled([release(cashiers[1]!, batch), release(cashiers[2]!, batch)])
  expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  const lost = [one, other].find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toMatchObject({ problem: { code: 'payments.notNow' } })
  await refused('payments.notNow', release(cashiers[2]!, batch))
  await refused(
    'payments.notNow',
    first().discard({ params: { batchId: batch.id }, body: { version: 2, reason: '不要了' } }),
  )
})

test('one payment is in one batch: two who draft it at once do not both get it', async () => {
  const ids = [await givenPayable(app)]
  const drafts = await Promise.allSettled([draft(ids), second().draft({ body: { purpose: '样例', payableIds: ids } })])
  expect(drafts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const lost = drafts.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toMatchObject({ problem: { code: 'payments.notOpen' } })
})

test('a discarded draft gives its payments back', async () => {
  const ids = [await givenPayable(app)]
  const batch = await draft(ids)
  await refused('payments.notOpen', draft(ids))
  const body = { version: batch.version, reason: '重做' }
  expect(await second().discard({ params: { batchId: batch.id }, body })).toMatchObject({ status: 'discarded' })
  await refused('payments.notNow', release(cashiers[1]!, batch))
  expect(await draft(ids)).toMatchObject({ rows: 1 })
})

test('an officer without the duty looks and does nothing', async () => {
  const officer = await given.officer(app)
  const batch = await draft([await givenPayable(app)])
  expect(await as(officer).desk()).toMatchObject({ mayPay: false })
  await refused('payments.notCashier', release(officer, batch))
  await refused('payments.notCashier', as(officer).draft({ body: { purpose: '样例' } }))
  await refused('payments.notCashier', as(officer).importAnswer({ query: { name: 'a.csv' }, bytes: bytesOf('x') }))
  await refused('payments.notCashier', as(officer).bankFile({ params: { batchId: batch.id } }))
})

test('a cashier of one district neither sees nor pays what another pays', async () => {
  const there = await givenCashiers(app, '370203')
  const id = await givenPayable(app)
  await refused('payments.noPayable', as(there[0]!).payable({ params: { payableId: id } }))
  await refused('payments.noPayable', as(there[0]!).draft({ body: { purpose: '样例', payableIds: [id] } }))
  const { number, id: batchId } = await sent()
  await refused('payments.noBatch', as(there[0]!).batch({ params: { batchId } }))
  const answer = await bankSays(app, there[0]!, [paid(number)])
  expect(answer).toMatchObject({ paidRows: 0, listedRows: 1 })
})

test('a released batch is never another: its file is the same whatever becomes of the payee', async () => {
  const id = await givenPayable(app)
  const { id: batchId, number } = await givenSent(app, cashiers, [id])
  const before = await first().bankFile({ params: { batchId } })
  await bankSays(app, cashiers[0]!, [{ ...paid(number), result: 'returned' }])
  const { version } = await first().payable({ params: { payableId: id } })
  const body = { holder: '别人', number: '6217001001234567895', bank: '另一银行', reason: '来函', version }
  const change = await first().correctAccount({ params: { payableId: id }, body })
  await second().decideAccount({ params: { changeId: change.id }, body: { decision: 'confirmed' } })
  const after = await first().bankFile({ params: { batchId } })
  expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true)
})

test('one answer that comes twice at once is booked once', async () => {
  const { id, number } = await sent()
  const file = answerFile([paid(number)])
  const answers = await Promise.all([imported(file), imported(file)])
  expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true])
  expect(await first().batch({ params: { batchId: id } })).toMatchObject({ paidFen: 100_000 })
})

test('a file with one changed byte, or cut off, is refused whole', async () => {
  const { id, number } = await sent()
  const file = Buffer.from(answerFile([paid(number)]))
  const more = Buffer.from(file.toString('utf8').replace('1000.00', '9000.00'))
  await nothingBooked(id, () => imported(new Uint8Array(more)), 'payments.changedFile')
  const cut = file.subarray(0, file.lastIndexOf('校验'))
  await nothingBooked(id, () => imported(new Uint8Array(cut)), 'payments.noCheckLine')
  expect(await imported(new Uint8Array(file))).toMatchObject({ paidRows: 1 })
})

test('sums that are none are named with their line, and nothing is booked', async () => {
  const { id, number } = await sent()
  for (const amount of ['NaN', '-1000.00', '1e3', '1000', '1,000.00', '', 'Infinity', '9999999999.00']) {
    const cell = amount.includes(',') ? `"${amount}"` : amount
    const body = `${HEADER}${number},1,${cell},成功,${ON},,\r\n`
    await nothingBooked(id, () => imported(checked(body, 1, '1000.00')), 'payments.badRow')
  }
  const later = checked(`${HEADER}${number},1,1000.00,成功,2026-02-30,,\r\n`, 1, '1000.00')
  await nothingBooked(id, () => imported(later), 'payments.badRow')
  const word = checked(`${HEADER}${number},1,1000.00,大概,${ON},,\r\n`, 1, '1000.00')
  await nothingBooked(id, () => imported(word), 'payments.badRow')
})

test('a check line that states another sum or number of rows is refused', async () => {
  const { id, number } = await sent()
  const body = `${HEADER}${number},1,1000.00,成功,${ON},,\r\n`
  await nothingBooked(id, () => imported(checked(body, 1, '1000.01')), 'payments.wrongSum')
  await nothingBooked(id, () => imported(checked(body, 2, '1000.00')), 'payments.wrongSum')
})

test('the sum of an answer may be more than any single payment', async () => {
  const most = 99_999_999_999
  const payableIds = [await givenPayable(app, { fen: most }), await givenPayable(app, { fen: most })]
  const { number } = await givenSent(app, cashiers, payableIds)
  const bytes = answerFile([1, 2].map((row) => ({ ...paid(number), row, amountFen: most })))
  expect(await imported(bytes)).toMatchObject({ paidRows: 2, sumFen: 2 * most, listedRows: 0 })
})

test('another encoding that cannot be read, other columns and no file are told apart', async () => {
  const { id, number } = await sent()
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${HEADER}${number},1,1000.00,成功,${ON},,\r\n校验`, 'utf16le'))
  await nothingBooked(id, () => imported(utf16), 'payments.badEncoding')
  const binary = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x0a, 0x00, 0xff, 0xff, 0x0a, 0x41])
  await nothingBooked(id, () => imported(binary), 'payments.badEncoding')
  await nothingBooked(id, () => imported(checked('批次,金额\r\n', 0, '0.00')), 'payments.badColumns')
  await nothingBooked(id, () => imported(bytesOf('随便写的一行')), 'payments.badColumns')
  await nothingBooked(id, () => imported(new Uint8Array()), 'files.empty')
})

test('an answer in GB18030, without a mark and with other line ends, is read', async () => {
  const { number } = await sent()
  // 批次号,行号,金额,结果,付款日期,流水号,原因 / 成功 / 校验
  const [header, success, check] = [
    'c5fab4ce bac52cd0 d0bac52c bdf0b6ee 2cbde1b9 fb2cb8b6 bfeec8d5 c6da2cc1 f7cbaeba c52cd4ad d2f2',
    'b3c9b9a6',
    'd0a3d1e9',
  ].map((hex) => Buffer.from(hex.replaceAll(' ', ''), 'hex'))
  const body = Buffer.concat([header!, Buffer.from(`\n${number},1,1000.00,`), success!, Buffer.from(`,${ON},A1,\n`)])
  const file = Buffer.concat([body, check!, Buffer.from(`,1,1000.00,${sha256(body)},,,\n`)])
  expect(await imported(new Uint8Array(file))).toMatchObject({ paidRows: 1, paidFen: 100_000 })
})

test('an answer about a batch that was never released books nothing', async () => {
  const batch = await draft([await givenPayable(app)])
  const answer = await bankSays(app, cashiers[0]!, [paid(batch.number)])
  expect(answer).toMatchObject({ paidRows: 0, listedRows: 1 })
  const params = { answerId: answer.id, line: 2 }
  await refused('payments.cannotBook', second().settleRow({ params, body: { decision: 'book', reason: '银行说付了' } }))
  expect(await second().settleRow({ params, body: { decision: 'dismiss', reason: '已与银行核对' } })).toMatchObject({
    verdict: 'dismissed',
    settled: { reason: '已与银行核对' },
  })
})
