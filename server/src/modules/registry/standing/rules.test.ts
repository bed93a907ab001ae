import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from './fact.ts'
import { standing, type Subject } from './rules.ts'

const days = fc
  .integer({ min: 0, max: 120 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))
const instants = fc.integer({ min: 0, max: 120 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)))

const detailOf: Record<Fact['kind'], fc.Arbitrary<Record<string, unknown>>> = {
  verified: fc.constant({}),
  licence: fc.record({
    kind: fc.constantFrom('licence', 'filing', 'dispatchLicence'),
    number: fc.constant('1'),
    covers: fc.subarray(['recruiting', 'dispatch', 'training', 'executiveSearch']),
  }),
  sanction: fc.constantFrom({}, { blocks: true }, { blocks: false }),
  trustLevel: fc.constantFrom({}, { allows: true }, { allows: false }),
  closed: fc.constant({}),
}

let ids = 0
const facts: fc.Arbitrary<Fact> = fc
  .constantFrom(...(Object.keys(detailOf) as Fact['kind'][]))
  .chain((kind) =>
    fc.record({
      id: fc.constant('').map(() => `fact-${String(++ids).padStart(6, '0')}`),
      kind: fc.constant(kind),
      detail: detailOf[kind],
      period: fc.tuple(days, fc.option(days)),
      recordedAt: instants,
      withdrawnAfter: fc.option(fc.integer({ min: 0, max: 60 })),
    }),
  )
  .map(({ period: [one, other], withdrawnAfter, ...fact }) => ({
    ...fact,
    fromOn: other !== null && other < one ? other : one,
    untilOn: other !== null && other < one ? one : other,
    withdrawnAt: withdrawnAfter === null ? null : new Date(fact.recordedAt.getTime() + withdrawnAfter * 3_600_000),
  }))
const histories = fc.array(facts, { maxLength: 12 })
const subjects: fc.Arbitrary<Subject> = fc.record({
  kind: fc.constantFrom('employer', 'agency', 'school', 'park'),
  facts: histories,
  head: fc.oneof(fc.constant([]), histories),
})

/** What was on record at an instant, as somebody would have read it then. */
const asReadAt = (given: readonly Fact[], at: Date): Fact[] =>
  given
    .filter(({ recordedAt }) => recordedAt <= at)
    .map((fact) => ({ ...fact, withdrawnAt: fact.withdrawnAt && fact.withdrawnAt <= at ? fact.withdrawnAt : null }))

test('what was known at an instant is what somebody would have been told then', () => {
  fc.assert(
    fc.property(subjects, days, instants, (subject, on, at) => {
      const then = { kind: subject.kind, facts: asReadAt(subject.facts, at), head: asReadAt(subject.head ?? [], at) }
      expect(standing(subject, on, at)).toEqual(standing(then, on))
    }),
  )
})

test('withdrawing a sanction never takes standing away', () => {
  fc.assert(
    fc.property(subjects, days, instants, (subject, on, at) => {
      const lift = (fact: Fact) => (fact.kind === 'sanction' ? { ...fact, withdrawnAt: at } : fact)
      const lifted = { kind: subject.kind, facts: subject.facts.map(lift), head: (subject.head ?? []).map(lift) }
      if (standing(subject, on).may) expect(standing(lifted, on).may).toBe(true)
    }),
  )
})

test('standing keeps its answer until the day it is said to change, and changes then', () => {
  fc.assert(
    fc.property(subjects, days, fc.array(days, { maxLength: 5 }), (subject, on, others) => {
      const { changesOn, ...now } = standing(subject, on)
      const signOf = ({ may, activities, reasons }: Omit<typeof now, never>) => [
        may,
        activities,
        reasons.map((each) => each.reason),
      ]
      for (const day of others.filter((other) => other > on && (changesOn === null || other < changesOn)))
        expect(signOf(standing(subject, day))).toEqual(signOf(now))
      if (changesOn) expect(signOf(standing(subject, changesOn))).not.toEqual(signOf(now))
    }),
  )
})

test('nobody stands without a verification, and no agency without a paper', () => {
  fc.assert(
    fc.property(subjects, days, fc.constantFrom('verified', 'licence'), (subject, on, missing) => {
      const without = (all: readonly Fact[]) => all.filter(({ kind }) => kind !== missing)
      const bare = { kind: subject.kind, facts: without(subject.facts), head: without(subject.head ?? []) }
      if (missing === 'verified' || subject.kind === 'agency') expect(standing(bare, on).may).toBe(false)
    }),
  )
})

const fact = (kind: Fact['kind'], given: Partial<Fact> = {}): Fact => ({
  id: kind,
  kind,
  detail: {},
  fromOn: '2026-01-01',
  untilOn: null,
  recordedAt: new Date('2026-01-01T00:00:00Z'),
  withdrawnAt: null,
  ...given,
})
const licence = (kind: string, covers: string[], untilOn: string | null = null) =>
  fact('licence', { id: `${kind}-${covers.join('-')}`, detail: { kind, number: '1', covers }, untilOn })
const reasonsOf = (subject: Subject, on: string) =>
  standing(subject, on)
    .reasons.filter(({ met }) => !met)
    .map(({ reason }) => reason)

test('the last day of a licence counts, the day after does not', () => {
  const agency: Subject = {
    kind: 'agency',
    facts: [fact('verified'), licence('licence', ['recruiting'], '2026-06-30')],
  }
  expect(standing(agency, '2026-06-30')).toMatchObject({ may: true, changesOn: '2026-07-01' })
  expect(reasonsOf(agency, '2026-07-01')).toEqual(['licenceExpired'])
})

test('an employer needs no licence', () => {
  expect(standing({ kind: 'employer', facts: [fact('verified')] }, '2026-03-01').may).toBe(true)
})

test('job placement asks for a licence, other services for a filing, dispatch for its own licence', () => {
  const may = (...papers: Fact[]) =>
    standing({ kind: 'agency', facts: [fact('verified'), ...papers] }, '2026-03-01').activities
  expect(may(licence('filing', ['recruiting', 'executiveSearch', 'training']))).toEqual(['training'])
  expect(may(licence('licence', ['recruiting', 'training', 'dispatch']))).toEqual(['recruiting', 'training'])
  expect(may(licence('dispatchLicence', ['dispatch', 'training']))).toEqual(['dispatch'])
})

test('a sanction or a trust level that does not say what it allows bars', () => {
  const barred = (bar: Fact) => reasonsOf({ kind: 'employer', facts: [fact('verified'), bar] }, '2026-03-01')
  expect(barred(fact('sanction'))).toEqual(['sanctioned'])
  expect(barred(fact('sanction', { detail: { blocks: false } }))).toEqual([])
  expect(barred(fact('trustLevel'))).toEqual(['trustBlocks'])
  expect(barred(fact('trustLevel', { detail: { allows: true } }))).toEqual([])
})

test('of two trust levels the one that began last decides', () => {
  const worse = fact('trustLevel', { id: 'b', detail: { allows: false }, fromOn: '2026-02-01' })
  const better = fact('trustLevel', { id: 'a', detail: { allows: true } })
  const employer: Subject = { kind: 'employer', facts: [fact('verified'), worse, better] }
  expect(standing(employer, '2026-01-31').may).toBe(true)
  expect(standing(employer, '2026-02-01').may).toBe(false)
})

test('a branch stands on the licence of its head and falls with its sanction, but is verified itself', () => {
  const head = [fact('verified'), licence('licence', ['recruiting'])]
  expect(standing({ kind: 'agency', facts: [fact('verified')], head }, '2026-03-01')).toMatchObject({
    may: true,
    activities: ['recruiting'],
  })
  expect(reasonsOf({ kind: 'agency', facts: [], head }, '2026-03-01')).toEqual(['neverVerified'])
  const punished = { kind: 'agency', facts: [fact('verified')], head: [...head, fact('sanction')] } as const
  expect(reasonsOf(punished, '2026-03-01')).toEqual(['sanctioned'])
})
