import type { Connection } from '../../platform/database/index.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { LARGEST_BATCH, seal } from './actions/seal.ts'
import { type Head, keepVerification, verify, type VerificationReport } from './actions/verify.ts'
import type { BatchRow } from './tables.ts'

type Needs = Pick<Services, 'database' | 'clock' | 'log'>

const smallest = (table: string) => `(select min(city) as city from ledger.${table} where city > $1)`

/** The next city with a ledger. As owner, since a scope names one city; index by index, since the table is large. */
const nextCity = async (connection: Connection, after: string): Promise<string | undefined> => {
  const { rows } = await connection.query(
    `select min(city) as city from (${smallest('entry')} union all ${smallest('batch')}) as cities`,
    [after],
  )
  return (rows[0]?.['city'] as string | null) ?? undefined
}

/** Every city whose ledger holds something. */
export const citiesWithLedger = ({ database }: Pick<Needs, 'database'>): Promise<string[]> =>
  database.asOwner(async (connection) => {
    const cities: string[] = []
    for (let city = await nextCity(connection, ''); city; city = await nextCity(connection, city)) cities.push(city)
    return cities
  })

/** Seals all that waits in a city, batch by batch. */
export async function sealCity({ database, clock }: Needs, city: string): Promise<BatchRow[]> {
  const sealed: BatchRow[] = []
  for (;;) {
    const batch = await database.transaction({ kind: 'system', city }, (tx) => seal({ tx, city, now: clock.now }))
    if (batch) sealed.push(batch)
    if (!batch || batch.entries < LARGEST_BATCH) return sealed
  }
}

/** Verifies a city's ledger and keeps the result; a difference is an error in the log. */
export async function verifyCity(
  { database, clock, log }: Needs,
  city: string,
  olderHead?: Head,
): Promise<VerificationReport> {
  const report = await verify(database, city, olderHead)
  await database.transaction({ kind: 'system', city }, (tx) => keepVerification({ tx, ...clock }, report))
  if (report.found) log.error({ city, problems: report.found, first: report.problems[0] }, 'ledger differs')
  return report
}

/** Sealing every five minutes, verification every night. */
export const ledgerJobs = (services: Services): JobDefinition[] => [
  {
    name: 'ledger.seal',
    cron: '*/5 * * * *',
    run: async () => {
      for (const city of await citiesWithLedger(services)) await sealCity(services, city)
    },
  },
  {
    name: 'ledger.verify',
    cron: '30 3 * * *',
    run: async () => {
      for (const city of await citiesWithLedger(services)) await verifyCity(services, city)
    },
  },
]
