import { type Fact, type Policy, preparePolicy, type PreparedPolicy } from '@renshu/policy'
import type { Tx } from '../../../platform/database/index.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import { fail } from '../errors.ts'
import { tables } from '../tables.ts'
import { policiesOnDisk } from './files.ts'

/** A policy as a version of its file says it. */
export interface PolicyInUse {
  key: string
  hash: string
  /** Path of its file below the folder of cities. */
  file: string
  /** First day on which the version was in use, and the last; null while it is. */
  fromOn: string
  untilOn: string | null
  prepared: PreparedPolicy
}

/** Read policies by the hash of their file: the same text is the same policy in every city. */
const read = new Map<string, PreparedPolicy>()
const MOST_READ = 1000

/** @throws Error where a policy was kept that is none: only whole files are kept */
export function preparedFrom(hash: string, policy: () => Policy): PreparedPolicy {
  const before = read.get(hash)
  if (before) return before
  const result = preparePolicy(policy())
  if ('faults' in result) throw new Error(`the kept policy ${hash.slice(0, 12)} has faults`)
  if (read.size >= MOST_READ) read.clear()
  read.set(hash, result.prepared)
  return result.prepared
}

type Place = Pick<PolicyDesk, 'tx' | 'city' | 'config' | 'now'>

/** What a transaction has read is what it goes by to its end, unless it changes it itself. */
const seen = new WeakMap<Tx, { city: string; policies: ReadonlyMap<string, PolicyInUse> }>()

export const forgetInUse = (tx: Tx): boolean => seen.delete(tx)
/** Whether versions are known to be kept, without asking for them again. */
export const hasSeenInUse = (tx: Tx, city: string): boolean => seen.get(tx)?.city === city

/**
 * The policies of the city that are in use, by key. Where none was taken over from the files yet, what the files say.
 */
export async function policiesInUse(place: Place): Promise<ReadonlyMap<string, PolicyInUse>> {
  const { tx, city } = place
  const before = seen.get(tx)
  if (before?.city === city) return before.policies
  const rows = await tables(tx)
    .selectFrom('policy.version')
    .select(['key', 'hash', 'file', 'fromOn', 'untilOn'])
    .where('city', '=', city)
    .where('untilOn', 'is', null)
    .orderBy('key')
    .execute()
  if (rows.length === 0) return fromFiles(place)
  const unread = rows.filter(({ hash }) => !read.has(hash))
  const contents =
    unread.length > 0
      ? await contentsOf(
          place,
          unread.map(({ hash }) => hash),
        )
      : new Map<string, Policy>()
  const policies = new Map(
    rows.map((row) => [row.key, { ...row, prepared: preparedFrom(row.hash, () => contents.get(row.hash)!) }]),
  )
  seen.set(tx, { city, policies })
  return policies
}

async function contentsOf({ tx, city }: Place, hashes: readonly string[]): Promise<Map<string, Policy>> {
  const rows = await tables(tx)
    .selectFrom('policy.version')
    .select(['hash', 'content'])
    .where('city', '=', city)
    .where('hash', 'in', [...hashes])
    .execute()
  return new Map(rows.map(({ hash, content }) => [hash, content]))
}

function fromFiles(place: Place): ReadonlyMap<string, PolicyInUse> {
  const fromOn = todayOf(place)
  return new Map(
    policiesOnDisk(place)
      .files.toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, hash, file, prepared }) => [key, { key, hash, file, fromOn, untilOn: null, prepared }]),
  )
}

export const policyByKey = async (place: Place, key: string): Promise<PolicyInUse | undefined> =>
  (await policiesInUse(place)).get(key)

/** @throws policy.noPolicy */
export async function policyInUse(place: Place, key: string): Promise<PolicyInUse> {
  const found = await policyByKey(place, key)
  if (!found) throw fail.noPolicy()
  return found
}

/** A version of a policy, in use or not. @throws policy.noVersion */
export async function policyOfVersion(place: Place, key: string, hash: string): Promise<PolicyInUse> {
  const { tx, city } = place
  const row = await tables(tx)
    .selectFrom('policy.version')
    .select(['key', 'hash', 'file', 'fromOn', 'untilOn', 'content'])
    .where('city', '=', city)
    .where('key', '=', key)
    .where('hash', '=', hash)
    .orderBy('seenAt', 'desc')
    .executeTakeFirst()
  if (row) return { ...row, prepared: preparedFrom(hash, () => row.content) }
  const current = await policyByKey(place, key)
  if (current?.hash !== hash) throw fail.noVersion()
  return current
}

/**
 * Versions by the hash of their file, in use or not, in one query for all of a list.
 * @throws policy.noVersion where one of them is none
 */
export async function policiesOfVersions(
  place: Place,
  hashes: readonly string[],
): Promise<(hash: string) => PolicyInUse> {
  const { tx, city } = place
  const found = new Map<string, PolicyInUse>()
  if (hashes.length > 0) {
    const rows = await tables(tx)
      .selectFrom('policy.version')
      .select(['key', 'hash', 'file', 'fromOn', 'untilOn', 'content'])
      .where('city', '=', city)
      .where('hash', 'in', [...new Set(hashes)])
      .orderBy('seenAt')
      .execute()
    for (const { content, ...row } of rows)
      found.set(row.hash, { ...row, prepared: preparedFrom(row.hash, () => content) })
    if (hashes.some((hash) => !found.has(hash)))
      for (const one of (await policiesInUse(place)).values()) found.set(one.hash, one)
  }
  return (hash) => {
    const one = found.get(hash)
    if (!one) throw fail.noVersion()
    return one
  }
}

/** What a policy asks for, as far as an answer to it depends on it. */
export type AskedFact = Pick<Fact, 'key' | 'type' | 'options'>

const asksFor = (of: readonly AskedFact[]): string =>
  JSON.stringify(of.map(({ key, type, options = [] }) => [key, type, ...options]).toSorted())

/**
 * The policy as somebody was asked for its facts: the version in use where it asks for the same, else the newest that
 * did. So who was asked before a text changed, or went, is decided by what he was asked. Where none ever did, the version
 * in use. Scope `system`.
 * @throws policy.noPolicy
 */
export async function policyAsking(place: Place, key: string, asked: readonly AskedFact[]): Promise<PolicyInUse> {
  const current = await policyByKey(place, key)
  const wanted = asksFor(asked)
  if (current && asksFor(current.prepared.policy.facts) === wanted) return current
  const rows = await tables(place.tx)
    .selectFrom('policy.version')
    .select(['key', 'hash', 'file', 'fromOn', 'untilOn', 'content'])
    .where('city', '=', place.city)
    .where('key', '=', key)
    .orderBy('seenAt', 'desc')
    .execute()
  const row = rows.find(({ content }) => asksFor(content.facts) === wanted)
  if (row) return { ...row, prepared: preparedFrom(row.hash, () => row.content) }
  if (!current) throw fail.noPolicy()
  return current
}
