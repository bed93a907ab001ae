import type { Input, Output, policyRoutes } from '@renshu/contracts'
import { cursorOf, readNumberCursor } from '../../../platform/pages.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import type { PolicyPorts } from '../ports.ts'
import { namesAnswered } from '../records/read.ts'
import { tables } from '../tables.ts'
import { differencesBetween } from './changes.ts'
import { servicesByPolicy } from './files.ts'
import { policiesInUse, type PolicyInUse, policyInUse, policyOfVersion } from './in-use.ts'
import { cardOf, pageOf } from './views.ts'

type Routes = typeof policyRoutes
type Query = Input<Routes['policies']>['query']

/** Titles of policies by key, for what names others. */
export const titlesOf =
  (policies: ReadonlyMap<string, PolicyInUse>) =>
  (key: string): { zh: string; en: string } | null =>
    policies.get(key)?.prepared.policy.title ?? null

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** In title, summary, documents and the words of conditions, in both languages; every word must occur. */
function says({ prepared: { policy } }: PolicyInUse, words: string): boolean {
  const { title, summary, documents, conditions, limits = [], facts } = policy
  const whole = plain(
    JSON.stringify([
      title,
      summary,
      documents,
      conditions,
      limits.map(({ text }) => text),
      facts.map(({ name }) => name),
    ]),
  )
  return plain(words)
    .split(/\s+/)
    .every((word) => whole.includes(word))
}

/** The library: in force first, of those the last changed first. */
export async function listPolicies(desk: PolicyDesk, { text, subject, state, limit, cursor }: Query) {
  const today = todayOf(desk)
  const services = servicesByPolicy(desk)
  const cards = [...(await policiesInUse(desk)).values()]
    .filter((inUse) => !text || says(inUse, text))
    .map((inUse) => cardOf(inUse, desk, { service: services.get(inUse.key), on: today }))
    .filter((card) => (!subject || card.subject === subject) && (state === 'all' || card.state === state))
    .toSorted((a, b) => (a.changedOn === b.changedOn ? (a.key < b.key ? -1 : 1) : a.changedOn < b.changedOn ? 1 : -1))
  const start = readNumberCursor(cursor) ?? 0
  const end = start + limit
  return {
    items: start < 0 ? [] : cards.slice(start, end),
    next: end < cards.length && start >= 0 ? cursorOf([end]) : null,
    total: cards.length,
  }
}

async function versionsOf(
  { tx, city, now }: PolicyDesk,
  inUse: PolicyInUse,
): Promise<Output<Routes['policy']>['versions']> {
  const rows = await tables(tx)
    .selectFrom('policy.version')
    .select(['hash', 'fromOn', 'untilOn'])
    .where('city', '=', city)
    .where('key', '=', inUse.key)
    .orderBy('seenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  // Before anything was taken over the file itself is the only version.
  if (rows.length === 0) return [{ hash: inUse.hash, from: todayOf({ now }), to: null }]
  return rows.map(({ hash, fromOn, untilOn }) => ({ hash, from: fromOn, to: untilOn }))
}

async function pageFor(ports: PolicyPorts, desk: PolicyDesk, inUse: PolicyInUse, on = todayOf(desk)) {
  const policies = await policiesInUse(desk)
  return pageOf(inUse, desk, {
    service: servicesByPolicy(desk).get(inUse.key),
    on,
    versions: await versionsOf(desk, inUse),
    titleOf: titlesOf(policies),
    answered: (kind) => namesAnswered(ports, kind),
  })
}

/** @throws policy.noPolicy */
export const showPolicy = async (ports: PolicyPorts, desk: PolicyDesk, key: string, on: string | undefined) =>
  pageFor(ports, desk, await policyInUse(desk, key), on)

/** @throws policy.noVersion */
export const showVersion = async (ports: PolicyPorts, desk: PolicyDesk, key: string, hash: string) =>
  pageFor(ports, desk, await policyOfVersion(desk, key, hash))

/** @throws policy.noVersion */
export async function showChanges(desk: PolicyDesk, key: string, from: string, to: string) {
  const before = await policyOfVersion(desk, key, from)
  const after = await policyOfVersion(desk, key, to)
  return { changes: differencesBetween(before.prepared.policy, after.prepared.policy) }
}
