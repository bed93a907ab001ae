import { performance } from 'node:perf_hooks'
import type { Job, Scene, Talent } from '@renshu/match'
import type { OnProgress, Peer, PeerAnswer } from '../peer.ts'
import { type SqliteShell, openShell } from './shell.ts'
import { bestByWords } from './statement.ts'
import { TABLES, Tokens, rowOf } from './table.ts'

const LIMITS =
  'BM25 of 小类, skills and words instead of points; knows no likeness of titles, way to work, freshness or refusals; ' +
  'sees only talents with a wish in the job’s 小类 or one of its three rarest skills'
const ROWS_PER_INSERT = 1000
/** One core, everything in memory, nothing that only matters to data one wants to keep. */
const SETTINGS = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -2000000; PRAGMA temp_store = MEMORY; PRAGMA threads = 0;`

/** @throws PeerMissing when the program is not installed, PeerFailed when it does not do its work. */
export async function openSqlite(
  talents: Iterable<Talent>,
  scene: Scene,
  onProgress: OnProgress = () => undefined,
): Promise<Peer> {
  const shell = await openShell()
  try {
    const startedAt = performance.now()
    const tokens = await load(shell, talents, onProgress)
    const loadSeconds = (performance.now() - startedAt) / 1000
    return {
      name: 'SQLite FTS5',
      limits: LIMITS,
      loadSeconds,
      bytes: await measure(shell),
      ask: (job) => ask(shell, job, scene, tokens),
      close: shell.end,
    }
  } catch (error) {
    await shell.end()
    throw error
  }
}

async function load(shell: SqliteShell, talents: Iterable<Talent>, onProgress: OnProgress): Promise<Tokens> {
  const tokens = new Tokens()
  let laidOut = 0
  let rows: string[] = []
  const insert = async () => {
    if (rows.length > 0) await shell.run(`INSERT INTO talents VALUES ${rows.join(',\n')};`)
    onProgress((laidOut += rows.length))
    rows = []
  }
  await shell.run(`${SETTINGS} ${TABLES} BEGIN;`)
  for (const talent of talents) {
    rows.push(rowOf(talent, tokens))
    if (rows.length === ROWS_PER_INSERT) await insert()
  }
  await insert()
  await shell.run(
    `INSERT INTO words (words) VALUES ('rebuild'); INSERT INTO words (words) VALUES ('optimize'); COMMIT;`,
  )
  await shell.run('ANALYZE;')
  return tokens
}

async function measure(shell: SqliteShell): Promise<number> {
  const [pages, size] = await shell.run('PRAGMA page_count; PRAGMA page_size;')
  return Number(pages) * Number(size)
}

/** A job with neither 小类 nor skills finds nobody. */
async function ask(shell: SqliteShell, job: Job, scene: Scene, tokens: Tokens): Promise<PeerAnswer> {
  const statement = bestByWords(job, scene, tokens)
  if (statement === undefined) return { ids: [], milliseconds: 0 }
  const startedAt = performance.now()
  const lines = await shell.run(statement)
  return { milliseconds: performance.now() - startedAt, ids: lines.map((line) => JSON.parse(line) as string) }
}
