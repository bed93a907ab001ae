import { Stage } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisations } from '../../registry/index.ts'
import { addDays } from '../rules/index.ts'
import { channels, funnel, silences, speed } from '../store/figures.ts'

/** Funnel, channels and speed of the processes an organisation's postings began in a period. */
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

const LOOK_BACK = 90

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
