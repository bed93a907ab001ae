import type { MandateFill } from '../../modules/accounts/index.ts'
import type { Dice } from '../dice.ts'
import { tradesOf } from '../trades/index.ts'
import { addDays, officeHour } from '../town/days.ts'
import { type Opening, writeOpening } from './openings.ts'
import type { HiringTown, Site } from './town.ts'

/** Days for which the client has let the agency act, and for which it still does. */
const SINCE = 150
const STILL = 215
/** Ages of the postings, days; older ones are closed. */
const AGES = [4, 9, 17, 26, 75, 110] as const
const OPEN = 30

/** An employer that lets the agency of the account for trying out find its people: of the agency's district if any is. */
export function clientOf({ agency, employers }: HiringTown, today: string): Site | undefined {
  if (!agency) return undefined
  const since = addDays(today, -SINCE)
  // The first is the account's own: that it lets somebody act is for whoever tries it out.
  const known = employers.slice(1).filter(({ from }) => from < since)
  return known.find(({ district }) => district === agency.district) ?? known[0]
}

/** The mandate by which the agency posts for its client. */
export function mandatesOf(town: HiringTown, today: string, newId: () => string): MandateFill[] {
  const client = clientOf(town, today)
  if (!client) return []
  const fromDay = addDays(today, -SINCE)
  return [
    {
      id: newId(),
      organisationId: client.id,
      agentOrganisationId: town.agency!.id,
      purposes: ['recruiting'],
      fromDay,
      untilDay: addDays(today, STILL),
      givenByPersonId: client.ownerId,
      createdAt: officeHour(fromDay, 30),
      acceptedAt: officeHour(fromDay, 90),
      acceptedByPersonId: town.agency!.ownerId,
    },
  ]
}

/** What the agency of the account for trying out has posted for its client. */
export function* agencyOpenings(town: HiringTown, dice: Dice, today: string): Generator<Opening> {
  const { agency: by } = town
  const site = clientOf(town, today)
  if (!by || !site) return
  const trades = tradesOf(site.industry)
  for (const [at, age] of AGES.entries()) {
    const trade = trades[at % trades.length]!
    const on = addDays(today, -age)
    if (on <= by.from) continue
    const isOpen = age <= OPEN
    const written = writeOpening(town, dice, site, trade, on)
    const post = isOpen ? { ...written, validUntil: addDays(today, 15 + at * 5) } : written
    yield { site, by, trade, on, post, status: isOpen ? 'open' : 'closed', silent: false, own: true }
  }
}
