import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Job, Scene, Talent } from '@renshu/match'
import { textBag } from '@renshu/match'
import type { OnProgress, Peer, PeerAnswer } from '../peer.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { bestTalents, candidateConditions } from './statement.ts'
import { ASKED, ASKED_COLUMNS, type Numbers, TABLE, writeTable } from './table.ts'

const SPARED = 'verdicts on titles, places and refusals are put before it as arrays and not timed; one core, in memory'

type Market = { cluster: Cluster; scene: Scene; numbers: Numbers }

/**
 * Two peers over one table: a full scan that is exact, and candidates by GIN indexes. The server ends when both are
 * closed.
 * @throws PeerMissing when the programs are not installed, PeerFailed when they do not do their work.
 */
export async function openPostgres(
  talents: Iterable<Talent>,
  scene: Scene,
  onProgress: OnProgress = () => undefined,
): Promise<[exact: Peer, candidates: Peer]> {
  const cluster = await startCluster()
  try {
    const startedAt = performance.now()
    const market = { cluster, scene, numbers: await load(cluster, talents, scene, onProgress) }
    const loadSeconds = secondsSince(startedAt)
    const bytes = await measure(cluster, 'pg_table_size')
    await buildIndexes(cluster)
    const indexedSeconds = secondsSince(startedAt)
    const exact = { name: 'PostgreSQL, full scan', limits: SPARED, loadSeconds, bytes }
    const candidates = {
      name: 'PostgreSQL, GIN candidates',
      limits: `sees only talents with a wish in the job's 小类 or one of its three rarest skills; ${SPARED}`,
      loadSeconds: indexedSeconds,
      bytes: await measure(cluster, 'pg_total_relation_size'),
    }
    const close = closeLast(cluster, exact.name, candidates.name)
    const only = (job: Job) => candidateConditions(job, scene, market.numbers)
    return [
      { ...exact, ask: (job) => ask(market, job, []), close: () => close(exact.name) },
      { ...candidates, ask: (job) => ask(market, job, only(job)), close: () => close(candidates.name) },
    ]
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

const secondsSince = (startedAt: number): number => (performance.now() - startedAt) / 1000

async function load({ client, folder }: Cluster, talents: Iterable<Talent>, scene: Scene, onProgress: OnProgress) {
  const path = join(folder, 'talents')
  const numbers = await writeTable(path, talents, scene, onProgress)
  await client.query(TABLE)
  await client.query(`COPY arrived FROM '${path.replaceAll("'", "''")}'`)
  await rm(path)
  // Talents of one 小类 lie side by side, so that candidates are on few pages.
  await client.query('CREATE UNLOGGED TABLE talents AS SELECT * FROM arrived ORDER BY groups')
  await client.query('DROP TABLE arrived')
  await client.query('VACUUM ANALYZE talents')
  await client.query(ASKED)
  // Kept as it is: packing would be undone at every question.
  for (const column of ASKED_COLUMNS) await client.query(`ALTER TABLE asked ALTER ${column} SET STORAGE EXTERNAL`)
  return numbers
}

async function buildIndexes({ client }: Cluster): Promise<void> {
  for (const column of ['groups', 'skills'])
    await client.query(`CREATE INDEX ON talents USING gin (${column}) WITH (fastupdate = off)`)
}

async function measure({ client }: Cluster, size: 'pg_table_size' | 'pg_total_relation_size'): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(`SELECT ${size}('talents') AS bytes`)
  return Number(rows[0]!.bytes)
}

async function ask({ cluster, scene, numbers }: Market, job: Job, only: string[]): Promise<PeerAnswer> {
  await prepare(cluster, job, scene, numbers)
  const statement = bestTalents(job, scene, numbers, only)
  const startedAt = performance.now()
  const { rows } = await cluster.client.query<{ id: string }>(statement)
  return { milliseconds: performance.now() - startedAt, ids: rows.map(({ id }) => id) }
}

async function prepare({ client }: Cluster, job: Job, scene: Scene, { classes, terms }: Numbers): Promise<void> {
  const weights = Array.from<number>({ length: terms.size }).fill(0)
  for (const [term, weight] of textBag.ofJob(job, scene.corpus)) {
    const number = terms.known(term)
    if (number !== undefined) weights[number] = weight
  }
  const verdicts = [classes.occupation, classes.distance, classes.refusals].map((kind) => kind.judge(job, scene))
  await client.query('TRUNCATE asked')
  await client.query('INSERT INTO asked VALUES ($1, $2, $3, $4)', [...verdicts, weights].map(fromZero))
}

/** An array whose first place is 0, like the numbers it is asked by. */
const fromZero = (values: readonly number[]): string =>
  values.length === 0 ? '{}' : `[0:${values.length - 1}]={${values.join(',')}}`

/** Peers that live in one server, by name: the last one to be closed ends it; closing one twice is closing it once. */
function closeLast(cluster: Cluster, ...names: string[]): (name: string) => Promise<void> {
  const open = new Set(names)
  return async (name) => {
    if (open.delete(name) && open.size === 0) await cluster.stop()
  }
}
