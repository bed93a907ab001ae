import { type Job, judgeFit } from '@renshu/match'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Peer, PeerFailed } from '../peer.ts'
import { findSqlite } from '../programs.ts'
import { leftBehind } from '../testing/folders.ts'
import { isInstalled } from '../testing/installed.ts'
import { makeTown } from '../testing/town.ts'
import { openSqlite } from './open.ts'
import { openShell } from './shell.ts'

const { jobs, talents, scene } = makeTown(60, 2000)
const byId = new Map(talents.map((talent) => [talent.id, talent]))
/** What it says in tokens and plain conditions; without wished places the way to work is beyond it. */
const KEPT = ['education', 'experience', 'salary', 'employment', 'availability', 'age', 'certificates']

describe.skipIf(!isInstalled(findSqlite))('SQLite FTS5', () => {
  let peer: Peer

  beforeAll(async () => {
    peer = await openSqlite(talents, scene)
  })
  afterAll(() => peer.close())

  test('whoever it names keeps the constraints that it can express', async () => {
    let found = 0
    for (const job of jobs)
      for (const id of (await peer.ask(job)).ids) {
        const talent = byId.get(id)!
        const expressed = talent.places.length > 0 ? [...KEPT, 'place'] : KEPT
        const broken = judgeFit(job, talent, scene).broken.map(({ constraint }) => constraint)
        expect(
          broken.filter((constraint) => expressed.includes(constraint)),
          JSON.stringify({ job, talent }),
        ).toEqual([])
        found++
      }
    expect(found).toBeGreaterThan(5 * jobs.length)
  })

  test('nobody is named who shares neither 小类 nor rare skills, and a job with neither finds nobody', async () => {
    const bare: Job = { id: 'j', title: '', occupations: [], places: [], certificates: [], skills: [], terms: ['负'] }
    expect(await peer.ask(bare)).toEqual({ ids: [], milliseconds: 0 })
    const skilled = (await peer.ask({ ...bare, skills: ['焊接'] })).ids
    expect(skilled).not.toEqual([])
    for (const id of skilled) expect(byId.get(id)!.skills).toContain('焊接')
  })

  test('who shares more of what is rare comes first', async () => {
    const bare: Job = {
      id: 'j',
      title: '',
      occupations: [],
      places: [],
      certificates: [],
      skills: ['焊接', '育儿'],
      terms: [],
    }
    const shared = (await peer.ask(bare)).ids.map(
      (id) => byId.get(id)!.skills.filter((one) => bare.skills.includes(one)).length,
    )
    expect(shared).toEqual(shared.toSorted((a, b) => b - a))
    expect(shared[0]).toBe(2)
  })

  test('ids with quotes and line ends come back as they were', async () => {
    const odd = { ...talents[0]!, id: `o'neil "x"\n人`, skills: ['焊接'], refuses: {} }
    const small = await openSqlite([odd], scene)
    onTestFinished(small.close)
    const bare: Job = { id: 'j', title: '', occupations: [], places: [], certificates: [], skills: ['焊接'], terms: [] }
    expect((await small.ask(bare)).ids).toEqual([odd.id])
  })
})

describe.skipIf(!isInstalled(findSqlite))('the sqlite3 program', () => {
  test('what it complains about is thrown with its words', async () => {
    const shell = await openShell()
    onTestFinished(shell.end)
    await expect(shell.run('SELECT nothing FROM nowhere;')).rejects.toThrow(/nowhere/)
  })

  test('a program that has ended does not keep anybody waiting', async () => {
    const shell = await openShell()
    onTestFinished(shell.end)
    await expect(shell.run('.exit')).rejects.toThrow(PeerFailed)
  })

  test('leaves nothing behind, also when the talents cannot be read', async () => {
    function* broken() {
      yield talents[0]!
      throw new Error('unreadable')
    }
    expect(await leftBehind(() => expect(openSqlite(broken(), scene)).rejects.toThrow('unreadable'))).toEqual([])
  })
})
