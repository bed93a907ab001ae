import { paymentsRoutes } from '@renshu/contracts'
import { type Answered, answerFile } from '../../src/modules/payments/bank/layout.ts'
import { makePayable, type NewPayable } from '../../src/modules/payments/index.ts'
import type { TestApp } from '../app.ts'
import { giveDuty } from './cases.ts'
import { given, type SomebodyGiven } from '../given.ts'

const CITY = '370200'
export const ACCOUNT = '样例银行市南支行 6222021001234567890'

/** Two cashiers of a district, or of the whole city. */
export async function givenCashiers(app: TestApp, district: string | null = null): Promise<SomebodyGiven[]> {
  const administrator = await given.officer(app, { administrator: true })
  const cashiers = []
  for (const name of ['出纳甲', '出纳乙', '出纳丙']) {
    const cashier = await given.officer(app, { name, district })
    await giveDuty(app, administrator, cashier, 'cashier', district)
    cashiers.push(cashier)
  }
  return cashiers
}

/** The desk of modules that pay, in scope system. */
export const asSystem = <T>(
  app: TestApp,
  work: (desk: Parameters<typeof makePayable>[0]) => Promise<T>,
): Promise<T> => {
  const { database, clock, secrets, jobs } = app.services
  return database.transaction({ kind: 'system', city: CITY }, (tx) => work({ tx, city: CITY, ...clock, secrets, jobs }))
}

let payables = 0

/** Something to be paid; its id. */
export async function givenPayable(app: TestApp, wanted: Partial<NewPayable> = {}): Promise<string> {
  const payee = wanted.payee ?? { personId: (await given.person(app)).personId }
  const number = ++payables
  const payable: NewPayable = {
    source: { module: 'cases', id: `样例${number}` },
    record: `样例${number}`,
    title: { zh: '样例补贴', en: 'Example subsidy' },
    policy: 'example-subsidy',
    period: '2026',
    payeeName: '样例收款人',
    account: ACCOUNT,
    district: '370202',
    fen: 100_000,
    decidedOn: '2026-03-02',
    ...wanted,
    payee,
  }
  return asSystem(app, (desk) => makePayable(desk, payable))
}

/** A batch of these, drafted by the first cashier and released by the second. */
export async function givenSent(app: TestApp, [first, second]: readonly SomebodyGiven[], payableIds: string[]) {
  const draft = await app.as(paymentsRoutes, first).draft({ body: { purpose: '样例补贴', payableIds } })
  return app.as(paymentsRoutes, second).release({ params: { batchId: draft.id }, body: { version: draft.version } })
}

/** The bank answers. */
export const bankSays = (app: TestApp, cashier: SomebodyGiven, rows: readonly Answered[], name = '回单.csv') =>
  app.as(paymentsRoutes, cashier).importAnswer({ query: { name }, bytes: answerFile(rows) })
