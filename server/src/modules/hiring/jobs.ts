import { dayOf } from '../../platform/clock.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { lapse, remind } from './actions/by-itself.ts'
import { systemDesk } from './desk.ts'
import { tellDays } from './notices/digest.ts'
import { tellKeeper, tellTalent } from './notices/tell.ts'
import { isOpen } from './rules/index.ts'
import { followUpsDue, markAsked } from './store/details.ts'
import { holdProcess, processById, struckBy } from './store/processes.ts'
import type { FollowUpRow, ProcessRow } from './tables.ts'

const AT_ONCE = 100

const CLOCKS = {
  remindOn: { act: remind, hasStruck: ({ remindOn }: ProcessRow, on: string) => remindOn !== null && remindOn <= on },
  lapseOn: { act: lapse, hasStruck: ({ lapseOn }: ProcessRow, on: string) => lapseOn !== null && lapseOn < on },
} as const

/** One process in one transaction, looked at again: somebody may have acted since. */
const strike = ({ services, city, on }: Round, clock: keyof typeof CLOCKS, id: string): Promise<boolean> =>
  services.database.transaction({ kind: 'system', city }, async (tx) => {
    const row = await holdProcess(tx, city, id)
    const { act, hasStruck } = CLOCKS[clock]
    return row !== undefined && isOpen(row) && hasStruck(row, on) && act(systemDesk(services, tx, city), row)
  })

interface Round {
  services: Services
  city: string
  on: string
}

/** Goes through the processes whose clock has struck, until none is left that moves. */
async function strikeAll(round: Round, clock: keyof typeof CLOCKS): Promise<void> {
  const { services, city, on } = round
  for (let moved = true; moved;) {
    moved = false
    const ids = await services.database.transaction({ kind: 'system', city }, (tx) =>
      struckBy(tx, city, clock, on, AT_ONCE),
    )
    for (const id of ids) moved = (await strike(round, clock, id)) || moved
  }
}

/** How many of these each agency answers, for people without an account whom it keeps. */
function keepersOf(due: readonly FollowUpRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { personId, agencyId } of due)
    if (!personId && agencyId) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1)
  return counts
}

/** Asks who began to work whether they still do, or the agency that keeps them; each once. */
async function askFollowUps({ services, city, on }: Round): Promise<void> {
  for (let asked = AT_ONCE; asked === AT_ONCE;)
    asked = await services.database.transaction({ kind: 'system', city }, async (tx) => {
      const desk = systemDesk(services, tx, city)
      const due = await followUpsDue(tx, city, on, AT_ONCE)
      for (const { processId } of due) {
        const row = await processById(tx, city, processId)
        if (row) await tellTalent(desk, row, 'followUp')
      }
      for (const [agencyId, count] of keepersOf(due)) await tellKeeper(desk, agencyId, count)
      const ids = due.map(({ id }) => id)
      await markAsked(tx, city, ids, desk.now())
      return due.length
    })
}

/**
 * Every morning: whose clock has struck. Days are those of the city, so an hour more or less changes nothing. Every
 * evening: what organisations were not told at once.
 */
export const hiringJobs = (services: Services): readonly JobDefinition[] => [
  {
    name: 'hiring.clocks',
    cron: '30 8 * * *',
    async run() {
      const on = dayOf(services.clock.now())
      for (const city of services.cities.keys()) {
        const round = { services, city, on }
        // What ends need not be reminded of.
        await strikeAll(round, 'lapseOn')
        await strikeAll(round, 'remindOn')
        await askFollowUps(round)
      }
    },
  },
  {
    name: 'hiring.day',
    cron: '30 18 * * *',
    async run() {
      for (const city of services.cities.keys()) await tellDays(services, city)
    },
  },
]
