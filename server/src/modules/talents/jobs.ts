import { dayOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { tellOwners, tellPerson } from '../accounts/index.ts'
import { askBy } from './keeping.ts'
import { employersOf, FIND_PAIRS, findPairs } from './profile/alike.ts'
import { importDuties } from './imports/duties.ts'
import { daysAfter } from './rules.ts'
import { askDays } from './settings.ts'
import { markKeptAsked } from './store/held.ts'
import { forgetListed } from './store/listed.ts'
import { endLapsed, markAsked, talentsBy, toBeAsked } from './store/talents.ts'

/** Rows of one transaction. */
const AT_ONCE = 200

/** Repeats a step that answers how many rows it took, until it takes fewer than it might. */
async function untilNone(step: () => Promise<number>): Promise<void> {
  while ((await step()) === AT_ONCE);
}

const asking = (until: string): string =>
  `【人枢】您的求职意向到 ${until} 到期，之后单位就看不到了。还在找工作请登录点“仍在找工作”；已经找到，不必理会。`

const ASKING_AGENCY = {
  zh: (count: number) =>
    `【人枢】有 ${count} 位代管求职者的求职意向快到期或已到期，到期后不算在找工作，也不能推荐。请登录机构工作台，在“代管求职者”里选“请再问本人”，问过后确认。`,
  en: (count: number) =>
    `[Renshu] The wishes of ${count} people you keep lapse soon or have lapsed; they then count as not looking and cannot be recommended. Ask them and confirm at your desk, “Kept profiles”, “Ask again”.`,
} as const

/** One message a day for each agency, whoever of its people it is about. */
const askingAgencies = (services: Services): JobDefinition => ({
  name: 'talents.askAgenciesAgain',
  cron: '35 9 * * *',
  async run() {
    const { cities, database, clock } = services
    const on = dayOf(clock.now())
    for (const [city, { language }] of cities)
      await database.transaction({ kind: 'system', city }, async (tx) => {
        const asked = await markKeptAsked(tx, city, { on, askBy: askBy({ cities, city }, on), at: clock.now() })
        for (const { agencyId, count } of asked) {
          const notice = { kind: 'talents.askAgain', text: ASKING_AGENCY[language](count) }
          await tellOwners({ ...services, tx, city, ...clock }, agencyId, notice)
        }
      })
  },
})

export const talentsJobs = (services: Services): readonly JobDefinition[] => {
  const { cities, database, clock } = services
  /** In one transaction after another, for every city. */
  const inEveryCity = async (step: (tx: Tx, city: string) => Promise<number>) => {
    for (const city of cities.keys())
      await untilNone(() => database.transaction({ kind: 'system', city }, (tx) => step(tx, city)))
  }
  return [
    ...importDuties(services),
    {
      // Whose wish or consent ended yesterday: employers saw them no more from midnight, indexes hear of it now.
      name: 'talents.endLapsed',
      cron: '3 0 * * *',
      run: () => inEveryCity((tx, city) => endLapsed(tx, city, dayOf(clock.now()), AT_ONCE)),
    },
    {
      name: 'talents.forgetListed',
      cron: '5 0 * * *',
      run: () => inEveryCity((tx, city) => forgetListed(tx, city, dayOf(clock.now()))),
    },
    {
      name: 'talents.askWhetherStillLooking',
      cron: '30 9 * * *',
      run: () =>
        inEveryCity(async (tx, city) => {
          const on = dayOf(clock.now())
          const ahead = askDays({ cities, city }, on)
          if (ahead === undefined) return 0
          const rows = await toBeAsked(tx, city, daysAfter(on, ahead), AT_ONCE)
          for (const { id, personId, visibleUntil } of rows) {
            await markAsked(tx, city, id, clock.now())
            const notice = { kind: 'talents.stillLooking', text: asking(visibleUntil!) }
            await tellPerson({ ...services, tx, city, ...clock }, personId!, notice)
          }
          return rows.length
        }),
    },
    askingAgencies(services),
    {
      name: FIND_PAIRS,
      async run(data) {
        const { city, ids } = data as { city: string; ids: string[] }
        await database.transaction({ kind: 'system', city }, async (tx) => {
          for (const row of await talentsBy(tx, city, ids))
            if (!row.endedAt)
              await findPairs({ ...services, tx, city, ...clock }, { ...row, employers: employersOf(row) })
        })
      },
    },
  ]
}
