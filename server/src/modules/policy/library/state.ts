import type { PolicyState, Staleness } from '@renshu/contracts'
import { parameter } from '../../../city/index.ts'
import type { Policy } from '@renshu/policy'
import { monthsAfter } from '../../../platform/clock.ts'
import type { PolicyDesk } from '../desk.ts'

type Days = { from: string; to?: string | undefined }

export function stateOn({ from, to }: Days, today: string): PolicyState {
  if (today < from) return 'coming'
  return to !== undefined && to < today ? 'ended' : 'inForce'
}

/** How old a document may grow, and how long before an end a warning comes; without a value there is no warning. */
interface Watch {
  oldMonths: number | undefined
  endingDays: number | undefined
}
export function watchOf({ cities, city }: Pick<PolicyDesk, 'cities' | 'city'>, today: string): Watch {
  const value = (id: string) => parameter(cities.get(city)!, id, today)?.value
  return { oldMonths: value('policies.oldDocumentMonths'), endingDays: value('policies.endingDays') }
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Why a policy in force should be looked at again; one that has ended or is to come needs nobody's look. */
export function staleness(policy: Policy, today: string, { oldMonths, endingDays }: Watch): Staleness[] {
  if (stateOn(policy, today) !== 'inForce') return []
  const newest = policy.documents
    .flatMap(({ published }) => published ?? [])
    .toSorted()
    .at(-1)
  const found: Staleness[] = []
  if (newest && oldMonths !== undefined && monthsAfter(newest, oldMonths) < today)
    found.push({
      kind: 'oldDocument',
      day: newest,
      of: policy.documents.find(({ published }) => published === newest)!.title,
    })
  const horizon = endingDays === undefined ? undefined : addDays(today, endingDays)
  if (policy.to !== undefined && horizon !== undefined && policy.to <= horizon)
    found.push({ kind: 'endsSoon', day: policy.to, of: null })
  for (const { name, values } of policy.parameters) {
    const last = values.some(({ to }) => to === undefined)
      ? undefined
      : values
          .map(({ to }) => to!)
          .toSorted()
          .at(-1)
    if (last === undefined) continue
    if (last < today) found.push({ kind: 'valueEnded', day: last, of: name })
    else if (horizon !== undefined && last <= horizon) found.push({ kind: 'valueEndsSoon', day: last, of: name })
  }
  return found
}
