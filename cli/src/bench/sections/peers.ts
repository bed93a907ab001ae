import type { Job, MatchEngine } from '@renshu/match'
import type { Progress } from '../../progress.ts'
import { distribution, mean } from '../distribution.ts'
import { drawEvenly } from '../town/draw.ts'
import { type Figure, type Section, figure } from '../figures.ts'
import { type OnProgress, type Peer, PeerFailed, openPostgres, openSqlite } from '../peers/index.ts'
import type { PeerName } from '../plan.ts'
import { askEngine } from '../questions.ts'
import { timed } from '../stopwatch.ts'
import type { Town } from '../town/town.ts'

/** Asked without being counted. */
const WARM_UP = 3
/** A scan of a million rows takes seconds, so the larger the table the fewer questions. */
const QUESTIONS = { rows: 3_000_000, least: 30, most: 60 }

type Opener = (engine: MatchEngine, town: Town, onProgress: OnProgress) => Promise<Peer[]>

const OPENERS: Record<PeerName, Opener> = {
  postgres: (engine, town, onProgress) => openPostgres(town.talents.records(), engine.scene, onProgress),
  sqlite: async (engine, town, onProgress) => [await openSqlite(town.talents.records(), engine.scene, onProgress)],
}

/**
 * Other engines on the same talents and questions. Each question goes to Renshu and to the peer one after the other, so
 * that a busy machine slows both. A peer that fails ends up in the section's failure.
 */
export async function measurePeers(
  engine: MatchEngine,
  town: Town,
  names: readonly PeerName[],
  progress: Progress,
): Promise<Section> {
  const count = Math.min(QUESTIONS.most, Math.max(QUESTIONS.least, Math.floor(QUESTIONS.rows / town.talents.size)))
  const numbers = drawEvenly(town.jobs.size, count + WARM_UP, 0.5)
  const jobs = numbers.map((number) => town.jobs.record(town.jobs.liveFrom(number)))
  const section: Section = { name: 'peers', figures: [], remarks: [] }
  for (const name of names)
    try {
      const peers = await OPENERS[name](engine, town, (laidOut) => progress.show(laidOut / town.talents.size))
      progress.clear()
      await addPeers(section, peers, engine, jobs)
    } catch (error) {
      if (!(error instanceof PeerFailed)) throw error
      section.failure = error.message
    }
  return section
}

async function addPeers(section: Section, peers: readonly Peer[], engine: MatchEngine, jobs: readonly Job[]) {
  try {
    for (const peer of peers) {
      section.figures.push(...(await comparePeer(peer, engine, jobs)))
      section.remarks?.push(`${peer.name}: ${peer.limits}`)
    }
  } finally {
    for (const peer of peers) await peer.close()
  }
}

async function comparePeer(peer: Peer, engine: MatchEngine, jobs: readonly Job[]): Promise<Figure[]> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  let [places, common] = [0, 0]
  for (const [at, job] of jobs.entries()) {
    const { result, milliseconds } = timed(() => askEngine(engine, 'jobs', job.id))
    const answer = await peer.ask(job)
    if (at < WARM_UP && jobs.length > WARM_UP) continue
    ours.push(milliseconds)
    theirs.push(answer.milliseconds)
    const ids = new Set(answer.ids)
    places += result.length
    common += result.filter(({ id }) => ids.has(id)).length
  }
  return [
    figure('load', peer.loadSeconds, 's', peer.name),
    figure('disk', peer.bytes, 'bytes', peer.name),
    ...distribution(theirs, peer.name),
    figure('overlap', places === 0 ? 1 : common / places, 'share', peer.name),
    figure('engineMean', mean(ours), 'ms', peer.name),
    figure('timesFaster', mean(theirs) / mean(ours), 'ratio', peer.name),
  ]
}
