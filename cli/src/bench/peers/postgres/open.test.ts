import { type Job, type Talent, rankTalents, skillBag } from '@renshu/match'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { groupsOfJob, groupsOfTalent, rarestSkills } from '../candidates.ts'
import { ANSWER_SIZE, type OnProgress, type Peer } from '../peer.ts'
import { findPostgres } from '../programs.ts'
import { leftBehind } from '../testing/folders.ts'
import { isInstalled } from '../testing/installed.ts'
import { makeTown } from '../testing/town.ts'
import { openPostgres } from './open.ts'

const { jobs, talents, scene } = makeTown(24, 2000)

const bestOf = (job: Job, among: readonly Talent[]): string[] =>
  rankTalents(job, among, ANSWER_SIZE, 0, scene).matches.map(({ id }) => id)

function isCandidate(job: Job, talent: Talent): boolean {
  const [groups, skills] = [groupsOfJob(job), rarestSkills(job, scene)]
  if (groups.length + skills.length === 0) return true
  const brought = skillBag.ofTalent(talent, scene.corpus).map(([skill]) => skill)
  return groupsOfTalent(talent).some((one) => groups.includes(one)) || brought.some((one) => skills.includes(one))
}

/** Peers that are closed however the test ends. */
async function open(among: readonly Talent[], onProgress?: OnProgress): Promise<[exact: Peer, candidates: Peer]> {
  const peers = await openPostgres(among, scene, onProgress)
  onTestFinished(async () => {
    for (const peer of peers) await peer.close()
  })
  return peers
}

describe.skipIf(!isInstalled(findPostgres))('PostgreSQL', () => {
  let exact: Peer
  let candidates: Peer

  beforeAll(async () => {
    ;[exact, candidates] = await openPostgres(talents, scene)
  })
  afterAll(async () => {
    await exact.close()
    await candidates.close()
  })

  test('the full scan answers every job with the very talents of the definition, in its order', async () => {
    let found = 0
    for (const job of jobs) {
      const { ids } = await exact.ask(job)
      expect(ids, JSON.stringify(job)).toEqual(bestOf(job, talents))
      found += ids.length
    }
    expect(found).toBeGreaterThan(10 * jobs.length)
  })

  test('of its candidates the GIN peer names the best by the definition', async () => {
    for (const job of jobs) {
      const known = talents.filter((talent) => isCandidate(job, talent))
      expect((await candidates.ask(job)).ids, JSON.stringify(job)).toEqual(bestOf(job, known))
    }
  })

  test('skills, words and certificates that no talent has are no error', async () => {
    const unheard = ['没有人会的事']
    const job = { ...jobs[0]!, skills: unheard, terms: unheard }
    expect((await exact.ask(job)).ids).toEqual(bestOf(job, talents))
    const certificates = [{ code: 'seafarer-chief-mate', required: true }]
    expect((await exact.ask({ ...job, certificates })).ids).toEqual([])
    expect((await candidates.ask({ ...job, occupations: [] })).ids).toEqual([])
  })

  test('indexes take time and room on top of the table', () => {
    expect(candidates.loadSeconds).toBeGreaterThan(exact.loadSeconds)
    expect(candidates.bytes).toBeGreaterThan(exact.bytes)
    expect(exact.bytes).toBeGreaterThan(0)
  })

  test('one peer goes on when the other is closed, even twice', async () => {
    await candidates.close()
    await candidates.close()
    expect((await exact.ask(jobs[0]!)).ids).toEqual(bestOf(jobs[0]!, talents))
  })

  test('a market without talents is answered with nobody', async () => {
    for (const peer of await open([])) expect((await peer.ask(jobs[0]!)).ids).toEqual([])
  })

  test('what is told while loading is how many talents are laid out', async () => {
    const told: number[] = []
    const many = Array.from({ length: 10_001 }, (_, number) => ({ ...talents[0]!, id: `${number}` }))
    await open(many, (done) => told.push(done))
    expect(told).toEqual([5000, 10_000])
  })

  test('ids with signs of the copy format come back as they were', async () => {
    const odd = { ...talents[0]!, wishes: [], places: [], id: 'a\tb\\n\n\rc' }
    const [exact] = await open([odd])
    const job: Job = { id: 'j', title: '', occupations: [], places: [], certificates: [], skills: [], terms: [] }
    expect((await exact.ask(job)).ids).toEqual(bestOf(job, [odd]))
    expect(bestOf(job, [odd])).toEqual([odd.id])
  })

  test('when the talents cannot be read, nothing is left behind', async () => {
    function* broken() {
      yield talents[0]!
      throw new Error('unreadable')
    }
    const files = await leftBehind(() => expect(openPostgres(broken(), scene)).rejects.toThrow('unreadable'))
    expect(files).toEqual([])
  })
})
