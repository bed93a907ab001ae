import { type City, type DemoMark, demoOf, finishDemo } from '../city/index.ts'
import { dueDay } from '../modules/registry/index.ts'
import { analyse } from '../platform/bulk/index.ts'
import { dayOf } from '../platform/clock.ts'
import type { Services } from '../platform/services.ts'
import { heldFactsPart } from './authorities/held-facts.ts'
import { idsOf } from './ids.ts'
import { hiringTown } from './market/town.ts'
import { yearParts } from './market/year.ts'
import { type DemoPart, keepParts, type Making, type Progress } from './parts.ts'
import { casesPart } from './office/cases-part.ts'
import { type AccountIds, officePart } from './office/office-part.ts'
import { type DemoAccount, makeAccounts, officerDistrict } from './people.ts'
import { type DemoRecords, recordsOf } from './records.ts'
import { casesPorts } from '../parts.ts'
import { isTaken, townPart } from './town-part.ts'
import { type CitySizes, makeOrganisations, usualSizes } from './town/town.ts'

/** What is to be made, or gone on with; undefined where the city is complete, or somebody's own. */
async function markOf(
  { database, clock }: Services,
  city: City,
  wished: Partial<CitySizes>,
): Promise<DemoMark | undefined> {
  const scope = { kind: 'system', city: city.code } as const
  return database.transaction(
    scope,
    async (tx) => {
      const mark = await demoOf(tx)
      if (mark) return mark.finishedAt ? undefined : mark
      if (await isTaken(tx, city)) return undefined
      const sizes = usualSizes(city, wished)
      return { city: city.code, seed: city.demo.seed, ...sizes, madeAt: clock.now(), parts: 0, finishedAt: null }
    },
    true,
  )
}

/** Everything that a made-up city consists of, in the order in which it is written. */
function* partsOf(making: Making, city: City): Generator<DemoPart> {
  const { services, mark } = making
  const { cities, secrets } = services
  const { madeAt } = mark
  const today = dayOf(madeAt)
  const newId = idsOf(city.code, madeAt, 0)
  const organisations = makeOrganisations(city, mark, today)
  const accounts = makeAccounts(city, organisations, secrets)
  const dueOn = (day: string) => dueDay({ cities, city: city.code }, day)
  const records = recordsOf({ city, newId, now: madeAt, dueOn }, organisations, accounts, today)
  yield townPart(making, records)
  const town = hiringTown(city, organisations, accounts, records)
  yield* yearParts(making, town, newId)
  yield heldFactsPart(making, town)
  const ids = accountIds(accounts, records)
  yield officePart(making, city, ids, officerDistrict(city))
  yield casesPart(making, town, ids, casesPorts)
}

/** Ids of the people behind the accounts. */
const accountIds = (accounts: readonly DemoAccount[], { accounts: { people } }: DemoRecords): AccountIds => {
  const byPhone = new Map(people.map(({ id, phone }) => [phone, id]))
  return Object.fromEntries(accounts.map(({ role, phone }) => [role, byPhone.get(phone)!]))
}

/**
 * Fills a city in which nothing is registered yet with made-up organisations and people, part by part. One that was
 * begun and stopped half-way is gone on with, in the sizes of its beginning, and ends as if it had not stopped.
 * @param onBegin called before anything is made up
 * @returns whether the city was filled now; false for one that has organisations of its own
 */
export async function createDemo(
  services: Services,
  city: City,
  wished: Partial<CitySizes> = {},
  onBegin: (isGoneOnWith: boolean) => Promise<void> = async () => {},
  progress: Progress = () => {},
): Promise<boolean> {
  const mark = await markOf(services, city, wished)
  if (!mark) return false
  await onBegin(mark.parts > 0)
  const { database, clock } = services
  const making = { services, mark }
  await keepParts(making, partsOf(making, city), progress)
  await database.transaction({ kind: 'system', city: city.code }, (tx) => finishDemo(tx, city.code, clock.now()))
  await analyse(database)
  return true
}

/** The accounts of a city that was made up, for whoever tries it out; none where it was not. */
export async function demoAccounts(services: Services, city: City): Promise<DemoAccount[]> {
  const scope = { kind: 'public', city: city.code } as const
  const mark = await services.database.transaction(scope, demoOf, true)
  if (!mark) return []
  return makeAccounts(city, makeOrganisations(city, mark, dayOf(mark.madeAt)), services.secrets)
}
