import { expect, test } from 'vitest'
import { IndexFull, InvalidRecord, MergeUnderWay, StaleMerge } from '../errors.ts'
import { rankTalents } from '../reference.ts'
import { AS_OF, makeJob, makeTalent } from '../testing/fixtures.ts'
import { LEARNED_TITLES, type TitleComparer } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import { MatchEngine } from './engine.ts'
import { mergeSegments } from './segment/merge.ts'

const reading = [{ code: '6-30-05-01', confidence: 0.9 }]
const wish = (title: string): Talent['wishes'][number] => ({ title, occupations: reading })
const talents = [
  makeTalent({ id: 'a', skills: ['叉车'], terms: ['夜班'] }),
  makeTalent({ id: 'b', skills: ['装卸'], terms: ['叉车'], wishes: [wish('装卸工')] }),
  makeTalent({ id: 'c', skills: ['报表'], wishes: [] }),
]
const job = makeJob({ skills: ['叉车', '装卸'], terms: ['夜班', '叉车'] })
const other = makeJob({ id: 'job-2', title: '会计', skills: ['报表'], terms: ['报表'] })

const open = (titles: TitleComparer = LEARNED_TITLES, jobs: Job[] = [job, other]) =>
  MatchEngine.build({ jobs, talents: structuredClone(talents), asOf: AS_OF, titles })

function expectAsDefined(engine: MatchEngine, asked: Job, held: Talent[] = talents): void {
  const { matches } = rankTalents(asked, held, 9, 0, engine.scene)
  const found = engine.talentsForJob(asked.id, 9).map(({ id, points }) => ({ id, points }))
  expect(found).toEqual(matches.map(({ id, fit }) => ({ id, points: fit.points })))
}

test('a question that breaks off leaves nothing behind for the next', () => {
  let isBroken = false
  const engine = open({
    ...LEARNED_TITLES,
    similarity(a, b) {
      if (isBroken) throw new Error('no table')
      return LEARNED_TITLES.similarity(a, b)
    },
  })
  isBroken = true
  expect(() => engine.talentsForJob(job.id, 3)).toThrow('no table')
  isBroken = false
  const [best] = rankTalents(job, talents, 1, 0, engine.scene).matches
  expect(engine.talentsForJob(job.id, 1)).toMatchObject([{ id: best!.id, points: best!.fit.points }])
  expectAsDefined(engine, other)
  expectAsDefined(engine, job)
})

test('what a caller later writes into its records changes no answer', () => {
  const held = structuredClone(talents)
  const needy = makeJob({ id: 'job-3', certificates: [{ code: 'forklift-n1', required: true }] })
  const engine = MatchEngine.build({ jobs: [needy], talents: held, asOf: AS_OF })
  held[0]!.certificates.push('forklift-n1')
  held[0]!.places.push('110105')
  held[0]!.wishes[0]!.occupations.length = 0
  expectAsDefined(engine, needy)
  engine.putTalent(held[0]!)
  expectAsDefined(engine, needy, [held[0]!, ...talents.slice(1)])
})

test('a record that is refused leaves the one that it was to replace', () => {
  const engine = open()
  expect(() => engine.putTalent({ ...talents[0]!, years: Number.NaN })).toThrow(InvalidRecord)
  expect(() => engine.putTalent({ ...talents[0]!, terms: Array.from({ length: 2.1e6 }, (_, i) => `${i}`) })).toThrow(
    IndexFull,
  )
  expectAsDefined(engine, job)
})

test('more skills than can be numbered are refused, and the rest goes on', () => {
  const skills = Array.from({ length: 2 ** 16 }, (_, i) => `skill ${i}`)
  const rich = makeTalent({ id: 'rich', skills })
  const last = makeJob({ id: 'last', skills: skills.slice(-2) })
  const engine = MatchEngine.build({ jobs: [last], talents: [rich], asOf: AS_OF })
  expect(() => engine.putTalent({ ...rich, skills: ['one more'] })).toThrow(IndexFull)
  expectAsDefined(engine, last, [rich])
})

test('a delta that is full takes no more until it is merged', () => {
  const engine = open()
  const many = () => {
    for (let i = 0; i < 20_000; i++) engine.putTalent(talents[i % 3]!)
  }
  expect(many).toThrow(IndexFull)
  expectAsDefined(engine, job)
  engine.mergeAtOnce('talents')
  engine.putTalent(talents[2]!)
  expectAsDefined(engine, job)
})

test('a side that is being merged is not merged twice, and the merge under way goes on', () => {
  const engine = open()
  const merge = engine.beginMerge('talents')
  expect(() => engine.beginMerge('talents')).toThrow(new MergeUnderWay('talents'))
  engine.withdrawTalent(talents[0]!.id)
  expect(engine.endMerge(merge, mergeSegments(merge.order))).toBe(true)
  expectAsDefined(engine, job, talents.slice(1))
  expect(engine.beginMerge('talents').order.segments).toHaveLength(2)
})

test('a merge that has been given up or ended is refused', () => {
  const engine = open()
  const given = engine.beginMerge('talents')
  engine.giveUpMerge(given)
  const last = engine.beginMerge('talents')
  engine.giveUpMerge(given)
  engine.withdrawTalent(talents[0]!.id)
  expect(() => engine.endMerge(given, mergeSegments(given.order))).toThrow(new StaleMerge('talents'))
  const merged = mergeSegments(last.order)
  engine.endMerge(last, merged)
  expect(() => engine.endMerge(last, merged)).toThrow(StaleMerge)
  expectAsDefined(engine, job, talents.slice(1))
})

test('a merge that ends step by step is not seen before its last step, and whoever went meanwhile stays away', () => {
  const engine = open()
  const merge = engine.beginMerge('talents')
  for (const { id } of talents.slice(1)) engine.withdrawTalent(id)
  const merged = mergeSegments(merge.order)
  expect(engine.endMerge(merge, merged, 1)).toBe(false)
  expect(engine.waiting('talents')).toBe(0)
  expect(engine.count('talents')).toBe(3)
  expectAsDefined(engine, job, talents.slice(0, 1))
  engine.withdrawTalent(talents[0]!.id)
  expect(engine.endMerge(merge, merged, 1)).toBe(false)
  expect(engine.endMerge(merge, merged, 1)).toBe(true)
  expectAsDefined(engine, job, [])
})

test('merging at once gives the merge under way up', () => {
  const engine = open()
  const merge = engine.beginMerge('talents')
  engine.withdrawTalent(talents[0]!.id)
  engine.mergeAtOnce('talents')
  expect(engine.count('talents')).toBe(2)
  expect(() => engine.endMerge(merge, mergeSegments(merge.order))).toThrow(StaleMerge)
  expectAsDefined(engine, job, talents.slice(1))
})

test('an engine that was opened from a state answers as before, and learns', () => {
  const engine = MatchEngine.open(open().state)
  expectAsDefined(engine, job)
  engine.putTalent({ ...talents[0]!, id: 'new', skills: ['unheard of'], terms: ['unheard of'] })
  expect(engine.talentsForJob(job.id, Infinity).map(({ id }) => id)).toContain('new')
})

test('years below zero, which nobody has, are answered as the definition does', () => {
  const jobs = [makeJob({ id: 'old', years: -3 }), makeJob({ id: 'new', years: -3, updatedOn: AS_OF })]
  const engine = MatchEngine.build({ jobs, talents: [makeTalent({ years: -2 })], asOf: AS_OF })
  expect(engine.jobsForTalent('talent-1', 1)).toMatchObject([{ id: 'new' }])
})
