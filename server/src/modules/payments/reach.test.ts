import { accountsRoutes, paymentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { giveDuty } from '../../../testing/office/cases.ts'
import { invitationFor, refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { asSystem, bankSays, givenCashiers, givenPayable, givenSent } from '../../../testing/office/payments.ts'
import { forgetPayee } from './store/person.ts'

let app: TestApp
let south: SomebodyGiven[]
let north: SomebodyGiven[]
beforeAll(async () => {
  app = await startApp()
  south = await givenCashiers(app, '370202')
  north = await givenCashiers(app, '370203')
})
afterAll(() => app.close())

const ON = '2026-03-02'
const as = (somebody: SomebodyGiven) => app.as(paymentsRoutes, somebody)
const payable = (cashier: SomebodyGiven, payableId: string) => as(cashier).payable({ params: { payableId } })
const paid = (batchNumber: string) => ({ batchNumber, row: 1, amountFen: 100_000, result: 'paid' as const, on: ON })

test('one file of the bank about two districts is booked by the cashiers of each, whoever comes first', async () => {
  const [ours, theirs] = [await givenPayable(app), await givenPayable(app, { district: '370203' })]
  const rows = [
    paid((await givenSent(app, south, [ours])).number),
    paid((await givenSent(app, north, [theirs])).number),
  ]
  expect(await bankSays(app, south[0]!, rows)).toMatchObject({ paidRows: 1, listedRows: 1, replayed: false })
  expect(await bankSays(app, north[0]!, rows)).toMatchObject({ paidRows: 1, listedRows: 1, replayed: false })
  expect(await bankSays(app, north[1]!, rows)).toMatchObject({ paidRows: 1, replayed: true })
  expect(await payable(south[0]!, ours)).toMatchObject({ status: 'paid', paidFen: 100_000 })
  expect(await payable(north[0]!, theirs)).toMatchObject({ status: 'paid', paidFen: 100_000 })
})

test('the duty of a cashier reaches no further than the district it was given for', async () => {
  const id = await givenPayable(app, { district: '370203' })
  const everywhere = await given.officer(app, { district: null })
  await giveDuty(app, await given.officer(app, { administrator: true }), everywhere, 'cashier', '370202')
  expect((await as(everywhere).desk()).mayPay).toBe(false)
  await refused('payments.notCashier', as(everywhere).draft({ body: { purpose: '样例', payableIds: [id] } }))
  expect((await payable(north[0]!, id)).status).toBe('open')
})

test('an officer without the duty sees what is paid, and not the names of the people it is paid to', async () => {
  const name = '欧阳样例'
  const id = await givenPayable(app, { payeeName: name })
  const { number, id: batchId } = await givenSent(app, south, [id])
  await bankSays(app, south[0]!, [paid(number)])
  const claim = { payableId: id, reason: 'other', amountFen: 100, words: '样例' } as const
  const { id: recoveryId } = await as(south[0]!).openRecovery({ body: claim })
  const anyone = await given.officer(app, { district: '370202' })
  const seen = [
    await payable(anyone, id),
    await as(anyone).payables({ query: {} }),
    await as(anyone).batchRows({ params: { batchId }, query: {} }),
    await as(anyone).recovery({ params: { recoveryId } }),
  ]
  for (const one of seen) {
    expect(JSON.stringify(one)).not.toContain(name)
    expect(JSON.stringify(one)).toContain('欧**')
  }
  expect((await payable(south[0]!, id)).payee.name).toBe(name)
})

test('a cashier who is the helper of the payee handles nothing of his', async () => {
  const person = await given.person(app)
  const helper = south[2]!
  const body = { phone: helper.phone, purposes: ['cases' as const], until: '2026-12-31' }
  const code = await invitationFor(app, helper.phone, () => app.as(accountsRoutes, person).inviteHelper({ body }))
  await app.as(accountsRoutes, helper).acceptInvitation({ body: { code } })
  const id = await givenPayable(app, { payee: { personId: person.personId } })
  const wanted = { body: { purpose: '样例', payableIds: [id] } }
  await refused('payments.ownCase', as(helper).draft(wanted))
  const draft = await as(south[0]!).draft(wanted)
  const params = { batchId: draft.id }
  expect(await as(helper).batch({ params })).toMatchObject({ whyNot: 'payments.ownCase' })
  await refused('payments.ownCase', as(helper).release({ params, body: { version: draft.version } }))
  expect(await as(south[1]!).release({ params, body: { version: draft.version } })).toMatchObject({ rows: 1 })
})

test('a line made to be hard to take apart is refused like any other', async () => {
  const blanks = `${' '.repeat(200_000)}"`
  const header = '批次号,行号,金额,结果,付款日期,流水号,原因'
  const sends = (text: string) =>
    as(south[0]!).importAnswer({ query: { name: '回单.csv' }, bytes: new TextEncoder().encode(text) })
  await refused('payments.noCheckLine', sends(`${header}\r\n${blanks}\r\n`))
  await refused('payments.badColumns', sends(`${blanks}\r\n校验,0,0.00,x,,,\r\n`))
})

test('a correction that waited when its payee was erased gives nobody an account', async () => {
  const person = await given.person(app)
  const payableId = await givenPayable(app, { payee: { personId: person.personId }, account: null })
  const account = { holder: '样例人', number: '6217001001234567895', bank: '样例银行', reason: '补充', version: 1 }
  await as(person).correctMine({ params: { payableId }, body: account })
  const [change] = (await payable(south[0]!, payableId)).changes
  await asSystem(app, ({ tx, secrets }) => forgetPayee(tx, '370200', person.personId, secrets.seal('已注销')))
  const body = { decision: 'confirmed' as const }
  await refused('payments.settled', as(south[0]!).decideAccount({ params: { changeId: change!.id }, body }))
  expect((await payable(south[0]!, payableId)).account).toBeNull()
})

test('what stands open of a payee who was erased is withdrawn by two officers, and no longer counted as open', async () => {
  const person = await given.person(app)
  const payableId = await givenPayable(app, { payee: { personId: person.personId } })
  await asSystem(app, ({ tx, secrets }) => forgetPayee(tx, '370200', person.personId, secrets.seal('已注销')))
  const openFen = async () => (await as(south[0]!).reconciliation({ query: {} })).total.openFen
  const before = await openFen()
  const params = { payableId }
  const { version } = await payable(south[0]!, payableId)
  await as(south[0]!).reverse({ params, body: { version, reason: '收款人已注销' } })
  const confirmed = { version: version + 1, decision: 'confirmed' as const, reason: '同意' }
  expect(await as(south[1]!).decideReversal({ params, body: confirmed })).toMatchObject({ status: 'withdrawn' })
  expect(await openFen()).toBe(before - 100_000)
})
