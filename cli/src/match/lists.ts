import type { Job, Match, MatchIndex, Talent } from '@renshu/match'

export type Side = 'jobs' | 'talents'
export type Sides = { jobs: readonly Job[]; talents: readonly Talent[] }

/** The ranked list of one job (`from: 'jobs'`) or of one talent, with the records it speaks of. */
export type RankedList = { number: number; pairs: { match: Match; job: Job; talent: Talent }[] } & (
  | { from: 'jobs'; asker: Job }
  | { from: 'talents'; asker: Talent }
)

/** Where lists go: terminal, JSON lines, sheets. */
export type Sink = {
  add: (list: RankedList) => Promise<void>
  /** Called once at the end, also when there was no list. */
  close: () => Promise<void>
  /** Called instead of `close` when something failed: no half-written file stays behind. */
  discard: () => Promise<void>
}

/** One list after the other, computed when it is asked for. */
export function* rankLists(
  from: Side,
  { jobs, talents }: Sides,
  index: MatchIndex,
  wanted: { top: number; near: number },
): Generator<RankedList> {
  const jobOf = new Map(jobs.map((job) => [job.id, job]))
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]))
  const pairUp = (matches: Match[]) =>
    matches.map((match) => ({ match, job: jobOf.get(match.jobId)!, talent: talentOf.get(match.talentId)! }))
  if (from === 'jobs')
    for (const [number, asker] of jobs.entries())
      yield { from, number, asker, pairs: pairUp(index.talentsForJob(number, wanted.top, wanted.near)) }
  else
    for (const [number, asker] of talents.entries())
      yield { from, number, asker, pairs: pairUp(index.jobsForTalent(number, wanted.top, wanted.near)) }
}
