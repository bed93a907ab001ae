import { type hiringRoutes, jobsFailures, type Output, registryFailures, Stage } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { ownedJob } from '../../jobs/index.ts'
import { organisations } from '../../registry/index.ts'
import { addDays } from '../rules/index.ts'
import { publicAnswersFrom } from '../settings.ts'
import { answers, channels, funnel, silences, speed, stagesOf } from '../store/figures.ts'

/** Funnel, channels and speed of the processes that began in a period at an organisation or with whom it keeps. */
export async function analyse(
  { tx, city, now }: Context,
  organisationId: string,
  { from, until }: { from?: string | undefined; until?: string | undefined },
) {
  const asked = { organisationId, from: from ?? null, until: until ?? null, now: now() }
  const reached = new Map((await funnel(tx, city, asked)).map((row) => [row.stage, row]))
  return {
    stages: Stage.options.flatMap((stage) => reached.get(stage) ?? []),
    channels: await channels(tx, city, asked),
    ...(await speed(tx, city, asked)),
  }
}

/** Where the processes of a posting stand that an organisation sees. @throws jobs.noJob for one it has nothing to do with */
export async function countStages({ tx, city, now }: Context, organisationId: string, jobId: string) {
  const found = await stagesOf(tx, city, { organisationId, jobId, today: dayOf(now()) })
  if (found.length === 0 && !(await ownedJob(tx, city, organisationId, jobId))) throw new AppError(jobsFailures.noJob)
  const counts = new Map(found.map((row) => [row.stage, row]))
  const rows = Stage.options.flatMap((stage) => counts.get(stage) ?? [])
  const sum = (of: 'count' | 'overdue') => rows.reduce((total, row) => total + row[of], 0)
  return {
    total: sum('count'),
    overdue: sum('overdue'),
    stages: rows.map(({ stage, count }) => ({ stage, count })),
  }
}

const LOOK_BACK = 90

/** How an organisation answers, for everybody. @throws registry.noOrganisation */
export async function showAnswers(
  context: Context,
  organisationId: string,
): Promise<Output<typeof hiringRoutes.answers>> {
  const { tx, city, now, asSystem } = context
  const today = dayOf(now())
  if (!(await organisations(tx, city, [organisationId])).has(organisationId))
    throw new AppError(registryFailures.noOrganisation)
  const since = addDays(today, -LOOK_BACK)
  const least = publicAnswersFrom(context, today) ?? null
  const found = await asSystem(() => answers(tx, city, organisationId, { since, now: now() }))
  const isPublic = least !== null && found.counted >= least
  return { since, least, ...(isPublic ? found : { counted: null, answered: null, medianDays: null }) }
}

/** Employers that do not answer, of the officer's district. @throws platform.badCursor */
export async function listSilent(context: Context, query: { limit: number; cursor?: string | undefined }) {
  const { tx, city, now } = context
  const today = dayOf(now())
  const page = await silences(tx, city, query, { today, since: addDays(today, -LOOK_BACK), now: now() })
  const cards = await organisations(
    tx,
    city,
    page.items.map(({ organisationId }) => organisationId),
  )
  const items = page.items.map(({ organisationId: id, ...figures }) => ({
    organisation: { id, name: cards.get(id)?.name ?? '' },
    ...figures,
  }))
  return { ...page, items }
}
