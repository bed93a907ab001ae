import { assignBest } from '../src/assignment/best.ts'
import { Contest, type ContestColumns } from '../src/assignment/contest.ts'
import { assignStable, blockingPairs } from '../src/assignment/stable.ts'
import { assignExactly } from '../src/testing/assign-exactly.ts'

/** Mulberry32: the same contest every time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const CLUSTERS = 40
const PAIRS = 50

/** People compete: most of a seeker's pairs lie in one of 40 clusters of posts, and some clusters are crowded. */
function makeColumns(seekers: number, posts: number): ContestColumns {
  const random = randomFrom(42)
  const below = (count: number) => Math.floor(random() * count)
  const aCluster = () => Math.floor(random() * random() * CLUSTERS)
  const capacity = Array.from({ length: posts }, () => 1 + below(9))
  const clusterOf = Array.from({ length: posts }, aCluster)
  const inCluster = Array.from({ length: CLUSTERS }, (_, cluster) =>
    clusterOf.flatMap((of, post) => (of === cluster ? [post] : [])),
  )
  const appeal = Array.from({ length: posts }, random)
  const columns = { seekers, capacity, start: [0], post: [] as number[], forPost: [] as number[], fit: [] as number[] }
  for (let seeker = 0; seeker < seekers; seeker++) {
    const cluster = aCluster()
    const near = inCluster[cluster]!
    const chosen = new Set<number>()
    for (let tries = 0; chosen.size < PAIRS && tries < 1000; tries++) {
      const post = random() < 0.8 && near.length > 0 ? near[below(near.length)]! : below(posts)
      if (chosen.has(post)) continue
      chosen.add(post)
      const worth = (clusterOf[post] === cluster ? 50 : 20) + 25 * appeal[post]! + 25 * random()
      columns.post.push(post)
      columns.fit.push(Math.round(worth * 100))
      columns.forPost.push(Math.round((worth * 0.6 + 40 * random()) * 100))
    }
    columns.start.push(columns.post.length)
  }
  return { ...columns, forSeeker: columns.fit }
}

const shown = (ms: number) => ms.toFixed(1).padStart(7)

/** Calls once to warm up, then so many times. */
function time<T>(name: string, times: number, run: () => T): T {
  const result = run()
  const taken = Array.from({ length: times }, () => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  }).toSorted((a, b) => a - b)
  console.log(`${name.padEnd(36)} best ${shown(taken[0]!)} ms, median ${shown(taken[Math.floor(times / 2)]!)} ms`)
  return result
}

const [seekers = 10_000, posts = 2_000] = process.argv.slice(2).map(Number)
const columns = makeColumns(seekers, posts)
const places = Array.from(columns.capacity).reduce((sum, count) => sum + count, 0)
console.log(`${seekers} seekers, ${posts} posts with ${places} places, ${columns.post.length} pairs`)

const contest = time('lay out and check', 7, () => Contest.fromColumns(columns))
const stable = time('stable', 21, () => assignStable(contest))
console.log(`  total ${stable.total}, placed ${stable.placed}, ${blockingPairs(contest, stable.post)} blocking pairs`)
for (const bound of [0.001, 0.0002, 0.00002, 0]) {
  const best = time(`best, bound ${bound}`, 7, () => assignBest(contest, bound))
  const gap = `${(best.gap * 100).toFixed(5)} %`
  console.log(`  total ${best.total} of at most ${best.upperBound}, gap ${gap}, placed ${best.placed}`)
}

const small = Contest.fromColumns(makeColumns(Math.ceil(seekers / 5), Math.ceil(posts / 5)))
const exact = time('exact, a fifth of the size', 1, () => assignExactly(small))
console.log(`  total ${exact.total}; the auction with bound 0 finds ${assignBest(small, 0).total}`)
