import type { Standing } from '@renshu/contracts'
import { dayOf } from '../../platform/clock.ts'
import type { Context } from '../../platform/http/index.ts'
import { mandatedUntil } from '../accounts/index.ts'
import { standings } from '../registry/index.ts'

/** What finding out needs; scope `system`, since it asks about clients too. */
export type Glance = Pick<Context, 'tx' | 'city' | 'now'>

const LAST = '9999-12-31'
const DAY = 86_400_000
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10)
/** Turns of standing looked ahead; what lies behind them is found by the nightly sweep. */
const MOST_TURNS = 4

/** Whether an organisation may recruit: an agency only where its papers cover it (人力资源市场暂行条例 art. 18). */
export const mayRecruit = ({ may, reasons, activities }: Standing): boolean =>
  may && (!reasons.some(({ condition }) => condition === 'licence') || activities.includes('recruiting'))

/** Last day until which each organisation may recruit without a gap, as known now; those that may not are left out. */
async function recruitingUntil({ tx, city, now }: Glance, ids: readonly string[]): Promise<Map<string, string>> {
  const until = new Map<string, string>()
  let asked = new Map(ids.map((id) => [id, dayOf(now())]))
  for (let turn = 0; turn < MOST_TURNS && asked.size > 0; turn++) asked = await lookOn({ tx, city }, asked, until)
  return until
}

/** Asks each organisation on its own day, all of one day in one go; which to ask again, on the day of their turn. */
async function lookOn(
  { tx, city }: Pick<Glance, 'tx' | 'city'>,
  asked: ReadonlyMap<string, string>,
  until: Map<string, string>,
): Promise<Map<string, string>> {
  const again = new Map<string, string>()
  for (const day of new Set(asked.values())) {
    const ids = [...asked].flatMap(([id, on]) => (on === day ? [id] : []))
    for (const [id, standing] of await standings(tx, city, ids, day)) {
      if (!mayRecruit(standing)) continue
      until.set(id, standing.changesOn ? dayBefore(standing.changesOn) : LAST)
      if (standing.changesOn) again.set(id, standing.changesOn)
    }
  }
  return again
}

export interface Posted {
  organisationId: string
  employerId: string
}

const earliest = (days: readonly (string | null | undefined)[]): string | null => {
  let first = LAST
  for (const day of days) {
    if (!day) return null
    if (day < first) first = day
  }
  return first
}

/**
 * Last day until which postings may be shown as far as those concerned go: the organisation has standing, and where an
 * agency posts for a client, the client has it too and its mandate names recruiting. Null: not today. Scope `system`.
 */
export async function shownUntil(glance: Glance, posted: readonly Posted[]): Promise<(one: Posted) => string | null> {
  const ids = [...new Set(posted.flatMap(({ organisationId, employerId }) => [organisationId, employerId]))]
  const recruiting = await recruitingUntil(glance, ids)
  const mandates = new Map<string, string | null>()
  for (const { organisationId, employerId } of posted) {
    const key = `${employerId} ${organisationId}`
    if (employerId !== organisationId && !mandates.has(key))
      mandates.set(key, await mandatedUntil(glance, employerId, organisationId, 'recruiting'))
  }
  return ({ organisationId, employerId }) =>
    organisationId === employerId
      ? (recruiting.get(organisationId) ?? null)
      : earliest([
          recruiting.get(organisationId),
          recruiting.get(employerId),
          mandates.get(`${employerId} ${organisationId}`),
        ])
}

/** The column `listed_until` of an open posting whose content is approved; decision 0011. */
export function listedUntil(validUntil: string, shown: string | null, today: string): string | null {
  if (shown === null || shown < today || validUntil < today) return null
  return shown < validUntil ? shown : validUntil
}
