import type { Insertable } from 'kysely'
import { insertMany } from '../../../platform/bulk/index.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import { type PolicyTables, tables } from '../tables.ts'
import { faultyKeys, type PoliciesOnDisk, policiesOnDisk, type PolicyFile } from './files.ts'
import { forgetInUse, hasSeenInUse } from './in-use.ts'

type VersionInUse = { id: string; key: string; hash: string; file: string; fromOn: string }

/** Versions in use, held until the transaction ends. Scope `system`. */
const holdInUse = ({ tx, city }: PolicyDesk): Promise<VersionInUse[]> =>
  tables(tx)
    .selectFrom('policy.version')
    .select(['id', 'key', 'hash', 'file', 'fromOn'])
    .where('city', '=', city)
    .where('untilOn', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()

/**
 * Takes over what the files say: a changed text becomes a new version, a policy that is gone ends, one whose file has
 * a fault stays as it is in use. Scope `system`.
 * @returns whether anything changed
 */
export async function takeOver(desk: PolicyDesk, onDisk: PoliciesOnDisk): Promise<boolean> {
  forgetInUse(desk.tx)
  const faulty = faultyKeys(onDisk)
  const inUse = new Map((await holdInUse(desk)).map((row) => [row.key, row]))
  const byKey = new Map(onDisk.files.map((file) => [file.key, file]))
  const ended = [...inUse.values()].filter(({ key, hash }) => !faulty.has(key) && byKey.get(key)?.hash !== hash)
  const begun = onDisk.files.filter(({ key, hash }) => inUse.get(key)?.hash !== hash)
  await endVersions(
    desk,
    ended.map(({ id }) => id),
  )
  await insertVersions(desk, begun)
  return ended.length + begun.length > 0
}

async function endVersions({ tx, city, now }: PolicyDesk, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tables(tx)
    .updateTable('policy.version')
    .set({ untilOn: todayOf({ now }) })
    .where('city', '=', city)
    .where('id', 'in', [...ids])
    .execute()
}

/** Of two processes that read the same files at once one writes. */
async function insertVersions({ tx, city, newId, now }: PolicyDesk, files: readonly PolicyFile[]): Promise<void> {
  if (files.length === 0) return
  const same = { city, fromOn: todayOf({ now }), untilOn: null, seenAt: now() }
  const rows = files.map(({ key, hash, file, text, policy }) => ({
    ...same,
    id: newId(),
    key,
    hash,
    file,
    text,
    content: policy,
  }))
  await insertMany(tx, 'policy.version', rows satisfies WithContent[], 'isLeftOut')
}
type WithContent = Omit<Insertable<PolicyTables['policy.version']>, 'content'> & { content: object }

/** What is kept names versions: before anything is, those of the files are taken over. Scope `system`. */
export async function ensureVersions(desk: PolicyDesk): Promise<void> {
  if (hasSeenInUse(desk.tx, desk.city)) return
  const one = await tables(desk.tx)
    .selectFrom('policy.version')
    .select('id')
    .where('city', '=', desk.city)
    .limit(1)
    .executeTakeFirst()
  if (!one) await takeOver(desk, policiesOnDisk(desk))
}

/** Hash of the text in use of each policy. */
export async function hashesInUse({ tx, city }: Pick<PolicyDesk, 'tx' | 'city'>): Promise<Map<string, string>> {
  const rows = await tables(tx)
    .selectFrom('policy.version')
    .select(['key', 'hash'])
    .where('city', '=', city)
    .where('untilOn', 'is', null)
    .execute()
  return new Map(rows.map(({ key, hash }) => [key, hash]))
}
