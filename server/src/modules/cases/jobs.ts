import { type Command, dueSteps } from '@renshu/cases'
import { dayOf } from '../../platform/clock.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import { outlineOf } from '../../platform/log.ts'
import type { Services } from '../../platform/services.ts'
import { CLEAR_DESK_JOB, clearDesk } from './actions/duties.ts'
import { faultsOf, serviceOf, takeOver } from './definitions/library.ts'
import { dateNotice } from './notices/last-day.ts'
import { tellApplicant } from './notices/tell.ts'
import { type CasesPorts, type Desk, systemDesk } from './ports.ts'
import { clockActing } from './running/actor.ts'
import { liveStory, perform, sceneFor } from './running/perform.ts'
import { taskColumns } from './running/task.ts'
import { addDays, DRAFT_DAYS, DRAFT_WARNING_DAYS } from './settings.ts'
import { holdCase, struck, updateCase } from './store/cases.ts'
import { deleteDraft, draftsBefore, updateDraft } from './store/drafts.ts'

const AT_ONCE = 200

interface Round {
  ports: CasesPorts
  services: Services
  city: string
}

const inCity = <T>({ services, city }: Round, work: (desk: Desk) => Promise<T>): Promise<T> =>
  services.database.transaction({ kind: 'system', city }, (tx) => work(systemDesk(services, tx, city)))

/**
 * What the clock does on one case: a step that is due takes itself; where none is, the task goes to the next role. The
 * row is held, and everything is looked at again: somebody may have acted since.
 */
async function strike(ports: CasesPorts, desk: Desk, id: string): Promise<void> {
  const row = await holdCase(desk.tx, desk.city, id)
  if (!row || row.ended !== null) return
  const live = await liveStory(desk, row)
  await dateNotice(desk, live)
  // An objection that waits for its answer keeps the notice from ending by itself.
  if (row.objections === 0) {
    const scene = sceneFor(desk, live, clockActing, '', {})
    const [due] = dueSteps(live.prepared, live.state, scene)
    // Named by what it follows: the same night run twice takes it once.
    const command: Command | undefined =
      due === undefined ? undefined : { id: `clock:${row.n}:${due}`, step: due, expected: row.n }
    if (command) return void (await perform(ports, desk, live, clockActing, command))
  }
  await updateCase(desk.tx, row, await taskColumns(desk, live.prepared, live.state, row))
}

/** Goes once through every case whose clock has struck; one that fails does not keep the others. */
async function strikeAll(round: Round): Promise<void> {
  const { services } = round
  const today = dayOf(services.clock.now())
  for (let after: string | undefined; ;) {
    const ids = await inCity(round, ({ tx, city }) => struck(tx, city, today, after, AT_ONCE))
    for (const id of ids)
      try {
        await inCity(round, (desk) => strike(round.ports, desk, id))
      } catch (error) {
        services.log.error({ caseId: id, ...outlineOf(error) }, 'clock of a case failed')
      }
    if (ids.length < AT_ONCE) return
    after = ids.at(-1)
  }
}

/** Forms that were not saved for long: who began them is told first, and a week later they go. */
async function dropForms(round: Round): Promise<void> {
  const today = dayOf(round.services.clock.now())
  const before = (days: number) => new Date(`${addDays(today, -days)}T00:00:00+08:00`)
  for (const warned of [false, true])
    for (let found = AT_ONCE; found === AT_ONCE;)
      found = await inCity(round, async (desk) => {
        const limit = before(warned ? DRAFT_DAYS : DRAFT_DAYS - DRAFT_WARNING_DAYS)
        const rows = await draftsBefore(desk.tx, desk.city, limit, warned, AT_ONCE)
        for (const row of rows) {
          if (warned) await deleteDraft(desk.tx, desk.city, row.id)
          else {
            const service = await serviceOf(desk, row.service)
            await updateDraft(desk.tx, row, { warnedOn: today })
            if (service) await tellApplicant(desk, row, 'draft', service.prepared.service.title)
          }
        }
        return rows.length
      })
}

/** What a job was given as text. */
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Every night, after midnight: days have changed; and what is too much for one transaction. */
export const casesJobs = (ports: CasesPorts, services: Services): readonly JobDefinition[] => [
  {
    name: CLEAR_DESK_JOB,
    async run({ city, personId, after }) {
      await inCity({ ports, services, city: text(city)! }, (desk) => clearDesk(desk, text(personId)!, text(after)))
    },
  },
  {
    name: 'cases.clock',
    cron: '10 0 * * *',
    async run() {
      for (const city of services.cities.keys()) {
        const round = { ports, services, city }
        await strikeAll(round)
        await dropForms(round)
      }
    },
  },
]

/** Reads the services of each city before anything is answered. What has a fault is named, and what ran runs on. */
export async function beginCases(services: Services): Promise<void> {
  const { database, log, config } = services
  for (const city of services.cities.keys()) {
    await database.transaction({ kind: 'system', city }, (tx) => takeOver(systemDesk(services, tx, city)))
    for (const { file, line, reason } of faultsOf({ config, city }))
      log.error({ city, file, line, reason: reason.en }, 'service refused')
  }
}
