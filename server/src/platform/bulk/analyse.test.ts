import { expect, test } from 'vitest'
import { freshPool } from '../../../testing/database.ts'
import { Database } from '../database/index.ts'
import { analyse } from './analyse.ts'

test('tables are looked at from fifty rows on: what a single row says of them would be taken for the whole', async () => {
  const database = new Database(await freshPool())
  await database.asOwner((connection) =>
    connection.exec(`create schema trial; create table trial.small (id int); create table trial.large (id int);
      insert into trial.small values (1); insert into trial.large select generate_series(1, 50)`),
  )
  await analyse(database)
  const { rows } = await database.asOwner((connection) =>
    connection.query(`select tablename from pg_stats where schemaname = 'trial'`, []),
  )
  expect(rows).toEqual([{ tablename: 'large' }])
  await database.close()
})
