import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { append } from './index.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

test('the same event is counted once', async () => {
  const { database, clock, secrets } = app.services
  const count = () =>
    database.transaction({ kind: 'public', city: '370200' }, (tx) =>
      append(
        { tx, city: '370200', ...clock, secrets },
        { kind: 'accounts.personRegistered', occurredOn: '2026-03-02', sourceId: 'a', personId: 'p1' },
      ),
    )
  await count()
  await expect(count()).rejects.toMatchObject({ failure: { code: 'ledger.alreadyCounted' } })
})
