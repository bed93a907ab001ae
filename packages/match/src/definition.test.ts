import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { type Fit, isFit, isNearMiss, judgeFit, rateFit, toPoints } from './definition.ts'
import { type ConstraintName, DEFAULT_SETTINGS, FACTORS, type FactorName } from './settings.ts'
import { makeJob, makeScene, makeTalent } from './testing/fixtures.ts'
import { aTown, someSettings } from './testing/towns.ts'
import type { Job, Talent } from './types.ts'

const judge = (job: Partial<Job>, talent: Partial<Talent> = {}): Fit => {
  const [a, b] = [makeJob(job), makeTalent(talent)]
  return judgeFit(a, b, makeScene([a], [b]))
}
const brokenBy = (fit: Fit) => fit.broken.map(({ constraint }) => constraint)
const pointsOf = (fit: Fit, name: FactorName) => fit.factors.find((factor) => factor.name === name)!.points

test('the factors add up to the score, and no score leaves 0–100', () => {
  const fit = judge({ skills: ['叉车', '装卸'] }, { skills: ['叉车'] })
  expect(fit.factors.reduce((sum, { points }) => sum + Math.round(points * 100), 0)).toBe(fit.points)
  expect(fit.points).toBeGreaterThan(0)
  expect(fit.points).toBeLessThanOrEqual(10_000)
})

test('a rating has the points and the failures of the whole fit', () => {
  assert(
    property(aTown(1, 3), someSettings, ({ jobs, talents }, settings) => {
      const scene = makeScene(jobs, talents, { settings })
      for (const job of jobs)
        for (const talent of talents) {
          const { points, broken } = judgeFit(job, talent, scene)
          const failures = broken.map(({ constraint: _c, reason: _r, ...failure }) => failure)
          expect(rateFit(job, talent, scene)).toEqual({ points, broken: failures })
        }
    }),
  )
})

test('a wish for a city reaches its districts, a wish for a district does not reach the next one', () => {
  expect(isFit(judge({ places: ['370211'] }, { places: ['370200'] }))).toBe(true)
  expect(isFit(judge({ places: ['370211'] }, { places: ['370000'] }))).toBe(true)
  expect(isFit(judge({ places: ['370211'] }, { places: ['000000'] }))).toBe(true)
  expect(brokenBy(judge({ places: ['370211'] }, { places: ['370202'] }))).toEqual(['place'])
})

test('a place missed by few kilometres is a near miss, another province is not', () => {
  const neighbour = judge({ places: ['370203'] }, { places: ['370202'] })
  expect(isNearMiss(neighbour)).toBe(true)
  expect(neighbour.broken[0]!.by).toBeGreaterThan(0)
  expect(isNearMiss(judge({ places: ['110105'] }, { places: ['370202'] }))).toBe(false)
})

test('a job that names only the city may still be in the wished district', () => {
  expect(isFit(judge({ places: ['370200'] }, { places: ['370202'] }))).toBe(true)
})

test('without a wished place the way from home decides', () => {
  const near = judge({ places: ['370202'] }, { places: [], home: '370203', commuteKm: 20 })
  const far = judge({ places: ['370202'] }, { places: [], home: '370285', commuteKm: 20 })
  expect(isFit(near)).toBe(true)
  expect(brokenBy(far)).toEqual(['place'])
  expect(far.broken[0]!.unit).toBe('km')
})

test('the best of several places of work counts', () => {
  const both = judge({ places: ['110105', '370285', '370203'] }, { places: [], home: '370202', commuteKm: 20 })
  expect(isFit(both)).toBe(true)
  expect(judge({ places: ['110105', '370203'] }, { places: ['370202'] }).broken[0]!.by).toBeLessThan(30)
  const near = judge({ places: ['370285', '370202'] }, { places: ['370200'], home: '370202' })
  expect(pointsOf(near, 'distance')).toBe(10)
})

test('remote work has no place that could be wrong', () => {
  expect(isFit(judge({ places: ['110105'], remote: true }, { places: ['370202'] }))).toBe(true)
})

test('a wish may begin a fifth above the offer and no more', () => {
  const offer = { salary: { min: 600_000, max: 800_000 } }
  expect(isFit(judge(offer, { salary: { min: 960_000 } }))).toBe(true)
  const above = judge(offer, { salary: { min: 960_001 } })
  expect(brokenBy(above)).toEqual(['salary'])
  expect(above.broken[0]).toMatchObject({ by: 160_001, unit: 'fen' })
})

test('an open top or a negotiable pay never rules anybody out', () => {
  expect(isFit(judge({ salary: { min: 300_000 } }, { salary: { min: 2_000_000 } }))).toBe(true)
  const { salary: _, ...negotiable } = makeJob()
  const talent = makeTalent({ salary: { min: 2_000_000 } })
  expect(isFit(judgeFit(negotiable, talent, makeScene([negotiable], [talent])))).toBe(true)
})

test('education and years below the minimum rule out, and say by how much', () => {
  const fit = judge({ education: 'bachelor', years: 5 }, { education: 'senior', years: 3 })
  expect(fit.broken).toMatchObject([
    { constraint: 'experience', by: 2, unit: 'years' },
    { constraint: 'education', by: 2, unit: 'levels' },
  ])
})

test('what is not stated rules nobody out and gives neither nothing nor all', () => {
  const { education: _e, years: _y, salary: _s, ...bare } = makeTalent({ skills: [] })
  const job = makeJob({ skills: ['叉车'] })
  const fit = judgeFit(job, bare, makeScene([job], [bare]))
  expect(isFit(fit)).toBe(true)
  for (const name of ['skills', 'salary', 'experience'] as const) {
    expect(pointsOf(fit, name)).toBeGreaterThan(0)
    expect(pointsOf(fit, name)).toBeLessThan(fit.factors.find((factor) => factor.name === name)!.max)
  }
})

test('only the right class of certificate counts, and a preferred one rules nobody out', () => {
  const n1 = [{ code: 'forklift-n1', required: true }]
  expect(isFit(judge({ certificates: n1 }, { certificates: ['forklift-n1'] }))).toBe(true)
  const wrong = judge({ certificates: n1 }, { certificates: ['sightseeing-n2'] })
  expect(brokenBy(wrong)).toEqual(['certificates'])
  expect(isNearMiss(wrong)).toBe(true)
  expect(isFit(judge({ certificates: [{ code: 'forklift-n1', required: false }] }))).toBe(true)
})

test('a preferred certificate gives points to whoever holds it', () => {
  const certificates = [{ code: 'forklift-n1', required: false }]
  const holds = judge({ certificates }, { certificates: ['forklift-n1'] })
  const lacks = judge({ certificates }, { skills: ['装卸'] })
  expect(pointsOf(holds, 'skills')).toBeGreaterThan(pointsOf(lacks, 'skills'))
})

test('age is never asked, except for the legal age', () => {
  expect(isFit(judge({ age: { max: 35 } }, { born: 1960 }))).toBe(true)
  expect(brokenBy(judge({}, { born: 2012 }))).toEqual(['age'])
  expect(isFit(judge({}, { born: 2010 }))).toBe(true)
  expect(brokenBy(judge({ age: { max: 60, legal: true } }, { born: 1960 }))).toEqual(['age'])
})

test('what the talent refuses is out, unless another shift is on offer', () => {
  expect(brokenBy(judge({ shifts: ['night'] }, { refuses: { shifts: ['night'] } }))).toEqual(['refusals'])
  expect(isFit(judge({ shifts: ['day', 'night'] }, { refuses: { shifts: ['night'] } }))).toBe(true)
  expect(brokenBy(judge({ employer: '青岛示例机械有限公司' }, { refuses: { employers: ['示例机械'] } }))).toEqual([
    'refusals',
  ])
  expect(brokenBy(judge({ industry: 'H62' }, { refuses: { industries: ['H'] } }))).toEqual(['refusals'])
})

test('a type of employment that is not accepted and a start that is missed rule out', () => {
  expect(brokenBy(judge({ employment: ['dispatch'] }, { employment: ['fullTime'] }))).toEqual(['employment'])
  const late = judge({ startBy: '2026-12-01' }, { availableFrom: '2026-12-11' })
  expect(late.broken).toMatchObject([{ constraint: 'availability', by: 10, unit: 'days', isNear: true }])
})

test('an equal title beats one of the same occupation, and that one beats a stranger', () => {
  const wish = { wishes: [{ title: '叉车司机', occupations: [{ code: '6-30-05-01', confidence: 0.9 }] }] }
  const equal = pointsOf(judge({ title: '叉车司机' }, wish), 'occupation')
  const kin = pointsOf(judge({ title: '仓库叉车工' }, wish), 'occupation')
  const stranger = pointsOf(
    judge({ title: '会计', occupations: [{ code: '2-06-03-00', confidence: 0.9 }] }, wish),
    'occupation',
  )
  expect(equal).toBeGreaterThan(kin)
  expect(kin).toBeGreaterThan(stranger)
})

test('a job that has nothing to do with any wish is out, but only when both could be read', () => {
  const accountant = { title: '会计', occupations: [{ code: '2-06-03-00', confidence: 0.9 }] }
  expect(brokenBy(judge(accountant))).toEqual(['occupation'])
  expect(isFit(judge({ ...accountant, occupations: [] }))).toBe(true)
})

test.each([
  [0, 0],
  [1, 3500],
  [0.5, 1750],
  [0.333333, 1167],
  [-1, 0],
  [7, 3500],
])('a share of %d of 35 points is %d hundredths', (share, hundredths) => {
  expect(toPoints(share, 35)).toBe(hundredths)
})

const N1 = [{ code: 'forklift-n1', required: true }]
const ACCOUNTANT = { title: '会计', occupations: [{ code: '2-06-03-00', confidence: 0.9 }] }

test.each<[ConstraintName, job: Partial<Job>, talent: Partial<Talent>, isNear: boolean]>([
  ['occupation', ACCOUNTANT, {}, false],
  ['salary', { salary: { max: 600_000 } }, { salary: { min: 800_000 } }, true],
  ['salary', { salary: { max: 600_000 } }, { salary: { min: 2_000_000 } }, false],
  ['place', { places: ['370213'] }, { places: ['370211'] }, true],
  ['place', { places: ['110105'] }, {}, false],
  ['experience', { years: 4 }, {}, true],
  ['experience', { years: 9 }, {}, false],
  ['education', { education: 'college' }, {}, true],
  ['education', { education: 'bachelor' }, {}, false],
  ['certificates', { certificates: N1 }, {}, true],
  ['employment', { employment: ['gig'] }, { employment: ['fullTime'] }, false],
  ['availability', { startBy: '2026-12-01' }, { availableFrom: '2026-12-02' }, true],
  ['availability', { startBy: '2026-12-01' }, { availableFrom: '2027-12-02' }, false],
  ['refusals', { shifts: ['night'] }, { refuses: { shifts: ['night'] } }, false],
  ['age', {}, { born: 2020 }, false],
])('%s alone is broken under its own name; %o and %o are a near miss: %s', (constraint, job, talent, isNear) => {
  const fit = judge(job, talent)
  expect(brokenBy(fit)).toEqual([constraint])
  expect(fit.kept.map((kept) => kept.constraint)).not.toContain(constraint)
  expect([isFit(fit), isNearMiss(fit)]).toEqual([false, isNear])
  expect(fit.broken[0]!.reason.key.split('.')[0]).toBe(constraint)
})

test('two constraints missed by little are no near miss', () => {
  const fit = judge({ years: 4, education: 'college' })
  expect(brokenBy(fit)).toEqual(['experience', 'education'])
  expect(fit.broken.every(({ isNear }) => isNear)).toBe(true)
  expect([isFit(fit), isNearMiss(fit)]).toEqual([false, false])
})

test('every factor is shown once, with its own reason and at most its own points', () => {
  const { factors } = judge({})
  expect(factors.map(({ name }) => name)).toEqual(FACTORS)
  for (const { name, max, points, reason } of factors) {
    expect(reason.key.split('.')[0]).toBe(name === 'distance' ? 'place' : name)
    expect(max).toBe(DEFAULT_SETTINGS.weights[name])
    expect(points).toBeLessThanOrEqual(max)
  }
})

test('a broken constraint still gives its factor the points of what is left', () => {
  const fit = judge({ years: 4 })
  expect(pointsOf(fit, 'experience')).toBe(0)
  expect(fit.points).toBe(fit.factors.reduce((sum, { points }) => sum + Math.round(points * 100), 0))
})
