import { platformFailures, type talentsRoutes, type TalentPair } from '@renshu/contracts'
import type { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { contentOf, endTalent } from '../keeping.ts'
import { tellOfMerge } from '../profile/tell-of-merge.ts'
import { isOwnCase } from '../rules.ts'
import { namesBy, talentCards } from '../show/cards.ts'
import { decidePair as keepDecision, holdPair, openPairs, type PairRow } from '../store/pairs.ts'
import { holdTalents, talentsBy, type TalentRow, updateTalent } from '../store/talents.ts'
import type { Profile } from '../tables.ts'

/** Pairs that wait; by name, since that is what an officer compares. */
export async function listPairs(
  context: Context,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: TalentPair[]; next: string | null; total: number }> {
  const page = await openPairs(context.tx, context.city, query)
  const ids = page.items.flatMap(({ oneId, otherId }) => [oneId, otherId])
  const cards = await talentCards(context, ids, { namedFor: new Set(ids) })
  const rows = await talentsBy(context.tx, context.city, ids)
  const written = new Set(rows.filter(({ personId }) => personId !== null).map(({ id }) => id))
  const items = page.items.flatMap(({ id, oneId, otherId, alike, foundAt }) => {
    const [one, other] = [cards.get(oneId), cards.get(otherId)]
    if (!one || !other) return []
    const own = (['one', 'other'] as const).filter((which) => written.has({ one: oneId, other: otherId }[which]))
    return [{ id, one, other, own, alike, foundAt: foundAt.toISOString() }]
  })
  return { ...page, items }
}

type Job = Profile['history'][number]
const sameJob = (one: Job) => (other: Job) =>
  one.employer === other.employer && one.title === other.title && one.from === other.from
const MOST_JOBS = 20

/** What both say of the past; the profile that stays says the rest. */
function merged(stays: Profile, goes: Profile): Profile {
  const history = [...stays.history, ...goes.history.filter((job) => !stays.history.some(sameJob(job)))]
  const certificates = [
    ...stays.certificates,
    ...goes.certificates.filter(({ code }) => !stays.certificates.some((held) => held.code === code)),
  ]
  return { ...stays, history: history.slice(0, MOST_JOBS), certificates }
}

function keepIsWrong(context: Context): AppError {
  const message =
    context.language === 'zh'
      ? '写明保留哪一份；有账号的人自己的那份要保留'
      : 'say which one stays; that of a person with an account does'
  return new AppError(platformFailures.invalidInput, {}, [{ path: 'body.keep', message }])
}

/** Which profile stays, and which goes into it. A person's own does not go into one that an agency keeps. */
function sorted(
  context: Context,
  rows: readonly TalentRow[],
  keep: string | null,
): { stays: TalentRow; goes: TalentRow } {
  const stays = rows.find(({ id }) => id === keep)
  const goes = rows.find(({ id }) => id !== keep)
  if (!stays || !goes || (goes.personId !== null && stays.personId === null)) throw keepIsWrong(context)
  return { stays, goes }
}

/** Scope `system`. */
async function mergeInto(context: Context, { stays, goes }: { stays: TalentRow; goes: TalentRow }): Promise<void> {
  const name = (await namesBy(context, [stays])).get(stays.id) ?? null
  const content = contentOf(context, stays.id, merged(stays.profile, goes.profile), name)
  if (!(await updateTalent(context.tx, stays, { ...content, changedAt: context.now() })))
    throw new AppError(platformFailures.stale)
  await endTalent(context, goes, stays.id)
  await tellOfMerge(context, { stays, goes })
}

/** @throws platform.notFound, talents.ownCase, talents.alreadyDecided, platform.invalidInput */
export async function decidePair(
  context: Context,
  pairId: string,
  { decision, keep, reason }: z.output<typeof talentsRoutes.decidePair.body>,
): Promise<void> {
  const { tx, city, actor, now, asSystem } = context
  const pair: PairRow | undefined = await holdPair(tx, city, pairId)
  if (!pair) throw new AppError(platformFailures.notFound)
  const rows = await asSystem(() => holdTalents(tx, city, [pair.oneId, pair.otherId]))
  if (
    isOwnCase(
      actor,
      rows.map(({ personId }) => personId),
    )
  )
    throw fail.ownCase()
  if (pair.status !== 'open') throw fail.alreadyDecided()
  const chosen = decision === 'same' ? sorted(context, rows, keep) : undefined
  // Before the merge, which closes what is still open about the profile that goes.
  await keepDecision(tx, pair, { status: decision, decidedAt: now(), decidedBy: actor.personId, reason })
  if (chosen) await asSystem(() => mergeInto(context, chosen))
}
