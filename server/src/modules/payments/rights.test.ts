import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import type { SomebodyGiven } from '../../../testing/given.ts'
import { givenCashiers, givenPayable, givenSent } from '../../../testing/office/payments.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { PaymentsTables } from './tables.ts'

const CITY = '370200'
let app: TestApp
let cashiers: SomebodyGiven[]
beforeAll(async () => {
  app = await startApp()
  cashiers = await givenCashiers(app, '370202')
})
afterAll(() => app.close())

const inOfficersScope = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  app.services.database.transaction(
    { kind: 'officer', city: CITY, personId: cashiers[0]!.personId, district: '370202' },
    work,
  )
const tables = (tx: Tx) => tx.withTables<PaymentsTables>()

test('the database lets an officer read payments of the district, and write none, whatever the program forgets', async () => {
  const id = await givenPayable(app)
  const batch = await givenSent(app, cashiers, [await givenPayable(app)])
  const read = (tx: Tx) => tables(tx).selectFrom('payments.payable').select(['id', 'status']).where('id', '=', id)
  expect(await inOfficersScope((tx) => read(tx).execute())).toEqual([{ id, status: 'open' }])
  const changed = await inOfficersScope(async (tx) => [
    await tables(tx).updateTable('payments.payable').set({ status: 'withdrawn' }).executeTakeFirst(),
    await tables(tx).updateTable('payments.batch').set({ status: 'settled' }).executeTakeFirst(),
    await tables(tx).updateTable('payments.batchRow').set({ status: 'removed' }).executeTakeFirst(),
  ])
  expect(changed.map(({ numUpdatedRows }) => numUpdatedRows)).toEqual([0n, 0n, 0n])
  const download = { id: app.clock.newId(), batchId: batch.id, downloadedBy: cashiers[0]!.personId }
  const adds = inOfficersScope((tx) =>
    tables(tx)
      .insertInto('payments.download')
      .values({ city: CITY, ...download, downloadedAt: new Date(0), district: '370202' })
      .execute(),
  )
  await expect(adds).rejects.toMatchObject({ code: '42501' })
})
