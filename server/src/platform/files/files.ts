import { fileFailures } from '@renshu/contracts'
import { sql } from 'kysely'
import { throwing } from '../errors.ts'
import type { Context } from '../http/context.ts'
import type { PlatformTables } from '../tables.ts'
import { type FileKind, kindOf, MEDIA_TYPES } from './check.ts'
import { sha256Of } from './store.ts'

const fail = throwing(fileFailures)

export interface KeptFile {
  id: string
  name: string
  type: string
  size: number
  sha256: string
}

/** First key of the lock on bytes, the second is of their hash; any number that all servers of this product agree on. */
export const LOCK = 7_364_004

/**
 * Keeps a file for the acting organisation, or for the person where there is none. The bytes go to the store first: a
 * file whose transaction fails later leaves bytes without a record, which a job sweeps up, never a record without
 * bytes. Until this transaction ends nobody removes the same bytes for somebody else.
 */
export async function keepBytes(
  { tx, city, actor, files, newId, now }: Context,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<KeptFile> {
  const file = { id: newId(), name, type, size: bytes.length, sha256: sha256Of(bytes) }
  await sql`select pg_advisory_xact_lock_shared(${LOCK}, hashtext(${file.sha256}))`.execute(tx)
  await files.put(file.sha256, bytes)
  // What a helper uploads is the person's.
  const owner = {
    personId: (actor.forPersonId ?? actor.personId)!,
    organisationId: actor.membership?.organisationId ?? null,
  }
  await tx
    .withTables<PlatformTables>()
    .insertInto('platform.file')
    .values({ city, ...file, ...owner, createdAt: now() })
    .execute()
  return file
}

/**
 * Keeps an uploaded document.
 * @throws files.unsupported unless its content is one of `kinds`, files.empty
 */
export async function keepFile(
  context: Context,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  kinds: readonly FileKind[] = ['pdf', 'png', 'jpeg'],
): Promise<KeptFile> {
  if (!bytes.length) throw fail.empty()
  const kind = kindOf(bytes)
  if (!kind || !kinds.includes(kind)) throw fail.unsupported({ kinds: kinds.join(', ') })
  return keepBytes(context, { name, bytes, type: MEDIA_TYPES[kind] })
}

/**
 * A kept file with its bytes, where row-level security shows it to the caller.
 * @throws files.notFound
 */
export async function readFile(
  { tx, city, files }: Pick<Context, 'tx' | 'city' | 'files'>,
  id: string,
): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> {
  const file = await tx
    .withTables<PlatformTables>()
    .selectFrom('platform.file')
    .select(['name', 'type', 'sha256'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  const bytes = file && (await files.get(file.sha256))
  if (!file || !bytes) throw fail.notFound()
  return { name: file.name, type: file.type, bytes }
}
