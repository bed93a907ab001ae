import type { Connection, Database } from '../database/index.ts'
import { type FormerKeys, keyIdOf, secretsOf } from '../secrets/secrets.ts'

/** A data key this installation has had. */
export interface KnownKey {
  number: number
  id: string
  indexSealed: string | null
  isDone: boolean
}

/**
 * The records are not sealed with the key of the settings. `unfinished`: they are being sealed anew; `former`: the key
 * was in use before and has been exchanged; `unknown`: the key before it is not among those given.
 */
export class WrongDataKey extends Error {
  override readonly name = 'WrongDataKey'
  readonly problem: 'other' | 'unfinished' | 'former' | 'unknown'
  constructor(problem: WrongDataKey['problem']) {
    super(`data key: ${problem}`)
    this.problem = problem
  }
}

/** Oldest first; nothing before the first start. */
export async function knownKeys(connection: Connection): Promise<KnownKey[]> {
  const [table] = (await connection.query(`select to_regclass('platform.data_key') is not null as there`, [])).rows
  if (!table?.['there']) return []
  const { rows } = await connection.query(
    'select number, id, index_sealed, done_at is not null as is_done from platform.data_key order by number',
    [],
  )
  return rows.map(({ number, id, index_sealed, is_done }) => ({
    number: Number(number),
    id: String(id),
    indexSealed: index_sealed as string | null,
    isDone: is_done === true,
  }))
}

/**
 * What the database keeps of the keys before, opened with those at hand.
 * @param exchanging records are to be sealed anew, so the key need not be the one in use
 * @throws WrongDataKey
 */
export async function formerKeys(
  connection: Connection,
  { key, older }: { key: Buffer; older: readonly Buffer[] },
  exchanging: boolean,
): Promise<FormerKeys> {
  const known = await knownKeys(connection)
  const last = known.at(-1)
  const isInUse = !last || last.id === keyIdOf(key)
  if (!exchanging && !isInUse) throw new WrongDataKey('other')
  if (!exchanging && last && !last.isDone) throw new WrongDataKey('unfinished')
  const { open } = secretsOf(key, { keys: older })
  try {
    const indexes = known.flatMap(({ indexSealed }) => (indexSealed ? [Buffer.from(open(indexSealed), 'hex')] : []))
    return { keys: older, indexes }
  } catch {
    throw new WrongDataKey('other')
  }
}

/** Notes at the first start with which key records are sealed, so that no later one uses another in silence. */
export async function rememberKey(database: Database, keyId: string, now: Date): Promise<void> {
  await database.asOwner((connection) =>
    connection.query(
      `insert into platform.data_key (number, id, begun_at, done_at)
       select 1, $1, $2::timestamptz, $2::timestamptz where not exists (select from platform.data_key) on conflict do nothing`,
      [keyId, now.toISOString()],
    ),
  )
}
