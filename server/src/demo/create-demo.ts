import { type City, demoOf, markDemo } from '../city/index.ts'
import { fillAccounts } from '../modules/accounts/index.ts'
import { appendMany } from '../modules/ledger/index.ts'
import { dueDay, fillRegistry } from '../modules/registry/index.ts'
import { dayOf } from '../platform/clock.ts'
import { analyse, insertMany } from '../platform/bulk/index.ts'
import type { Tx } from '../platform/database/index.ts'
import { sha256Of } from '../platform/files/index.ts'
import type { Services } from '../platform/services.ts'
import { type CitySizes, makeOrganisations, usualSizes } from './town/town.ts'
import { hiringTown } from './market/town.ts'
import { fillYear, type Progress } from './market/year.ts'
import { type DemoAccount, makeAccounts } from './people.ts'
import { exampleDocument } from './document.ts'
import { type DemoRecords, recordsOf } from './records.ts'

/** Whether anything is registered in the city: then it is somebody's, and nothing is made up in it. */
async function isTaken(tx: Tx, city: string): Promise<boolean> {
  const found = await tx
    .withTables<{ 'registry.vOrganisation': { city: string; id: string } }>()
    .selectFrom('registry.vOrganisation')
    .select('id')
    .where('city', '=', city)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** One document, held under as many names as there are applications. */
async function keepDocuments(
  { files }: Services,
  tx: Tx,
  { code }: City,
  records: readonly (Omit<DemoRecords['files'][number], 'organisationId'> & { organisationId: string | null })[],
): Promise<void> {
  const bytes = exampleDocument()
  const sha256 = sha256Of(bytes)
  await files.put(sha256, bytes)
  const same = { city: code, type: 'application/pdf', size: bytes.length, sha256 }
  await insertMany(
    tx,
    'platform.file',
    records.map((record) => ({ ...same, ...record })),
  )
}

async function fill(services: Services, city: City, sizes: CitySizes, tx: Tx, progress: Progress): Promise<void> {
  const { clock, secrets, cities } = services
  const today = dayOf(clock.now())
  const organisations = makeOrganisations(city, sizes, today)
  const accounts = makeAccounts(city, organisations, secrets)
  const place = { cities, city: city.code }
  const desk = { city, newId: clock.newId, now: clock.now(), dueOn: (day: string) => dueDay(place, day) }
  const records = recordsOf(desk, organisations, accounts, today)
  const recorder = { tx, city: city.code, now: clock.now, newId: clock.newId, secrets }
  await fillAccounts(recorder, records.accounts)
  await fillRegistry(tx, records.registry)
  await keepDocuments(services, tx, city, records.files)
  await appendMany(recorder, records.entries)
  const town = hiringTown(city, organisations, accounts, records)
  const { talents, postings, agencies, employers } = sizes
  await keepDocuments(services, tx, city, await fillYear(services, tx, town, { talents, postings }, progress))
  await markDemo(tx, { city: city.code, seed: city.demo.seed, agencies, employers, madeAt: clock.now() })
}

/**
 * Fills a city in which nothing is registered yet with made-up organisations and people, in one transaction: a killed
 * one has no effect and may be run again.
 * @returns whether the city was filled now; false for one that has organisations
 */
export async function createDemo(
  services: Services,
  city: City,
  wished: Partial<CitySizes> = {},
  onBegin: () => Promise<void> = async () => {},
  progress: Progress = () => {},
): Promise<boolean> {
  const { database } = services
  const isMade = await database.transaction({ kind: 'system', city: city.code }, async (tx) => {
    if (await isTaken(tx, city.code)) return false
    await onBegin()
    await fill(services, city, usualSizes(city, wished), tx, progress)
    return true
  })
  if (isMade) await analyse(database)
  return isMade
}

/** The accounts of a city that was made up, for whoever tries it out; none where it was not. */
export async function demoAccounts(services: Services, city: City): Promise<DemoAccount[]> {
  const scope = { kind: 'public', city: city.code } as const
  const mark = await services.database.transaction(scope, demoOf, true)
  if (!mark) return []
  return makeAccounts(city, makeOrganisations(city, mark, dayOf(mark.madeAt)), services.secrets)
}
