import { OPEN_STAGES, Stage, Step } from '@renshu/contracts'
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  nat,
  option,
  property,
  record,
  sample,
  tuple,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, afterMessage, begin, clockOf, isOpen, may, type Move, type State, take, type Who } from './index.ts'

const TODAY = '2026-03-02'
const WHO: Who[] = ['talent', 'agency', 'employer', 'officer', 'system']
const STARTS: ReadonlySet<Step> = new Set(['apply', 'invite', 'recommend'])
const STEPS = Step.options.filter((step) => !STARTS.has(step))

const beginnings = record({
  step: constantFrom('apply', 'invite', 'recommend'),
  channel: constantFrom('search', 'agency', 'officer', 'invitation'),
  contact: boolean(),
  kept: boolean(),
  sameHands: boolean(),
}).map((known) => begin({ ...known, sameHands: known.kept && known.sameHands }))

/** A step with good values: whether it is taken is then a matter of the table alone. */
const moveOf = (step: Step, day: number, shareContact: boolean): Move => {
  const on = addDays(TODAY, day)
  const values = { shareContact, startedOn: on, startOn: on, answerBy: addDays(TODAY, 7), pay: 600_000, note: '说明' }
  return { step, ...values } as Move
}
const attempts = array(
  record({
    who: constantFrom(...WHO),
    step: constantFrom(...STEPS),
    /** Which of the steps that lead on is taken instead; null: the one above, allowed or not. */
    pick: option(nat()),
    day: nat({ max: 1 }),
    shareContact: boolean(),
    later: constantFrom(0, 0, 0, 1, 3),
  }),
  { maxLength: 30 },
)
type Attempt = typeof attempts extends Arbitrary<(infer A)[]> ? A : never

const AHEAD: ReadonlySet<Step> = new Set(['agree', 'propose', 'book', 'offer', 'accept', 'confirm', 'dispute'])
const stepsAhead = (state: State, today: string) =>
  WHO.flatMap((who) =>
    may(state, [who], today)
      .filter((step) => AHEAD.has(step))
      .map((step) => ({ who, step })),
  )

interface Taken {
  who: Who
  move: Move
  today: string
  before: State
  after: State
}

/** Tries each step in turn, days passing between; what was taken. */
function walk(first: State, tries: readonly Attempt[]) {
  const taken: Taken[] = []
  let state = first
  let today = TODAY
  for (const { day, shareContact, later, pick, ...wild } of tries) {
    today = addDays(today, later)
    const ahead = stepsAhead(state, today)
    const { who, step } = pick === null || ahead.length === 0 ? wild : ahead[pick % ahead.length]!
    const move = moveOf(step, day, shareContact)
    const after = take(state, who, move, today)
    if (!after) continue
    taken.push({ who, move, today, before: state, after })
    state = after
  }
  return { state, taken, today }
}

describe('from any sequence of steps', () => {
  const forAll = (check: (first: State, walked: ReturnType<typeof walk>) => void, numRuns = 1000) =>
    assert(
      property(beginnings, attempts, (first, tries) => check(first, walk(first, tries))),
      { numRuns },
    )

  test('every stage is come to, so that what follows says something', () => {
    const walks = sample(tuple(beginnings, attempts), { numRuns: 2000, seed: 1 })
    const seen = new Set(
      walks.flatMap(([first, tries]) =>
        [first, ...walk(first, tries).taken.map(({ after }) => after)].map(({ stage }) => stage),
      ),
    )
    expect([...seen].toSorted()).toEqual(Stage.options.toSorted())
  })

  test('no end is left', () =>
    forAll((_, { taken }) => taken.forEach(({ before }) => expect(isOpen(before)).toBe(true))))

  test('there is at most one offer, and an acceptance only of one that stands', () =>
    forAll((_, { taken }) => {
      expect(taken.filter(({ move }) => move.step === 'offer').length).toBeLessThanOrEqual(1)
      for (const { move, before, today } of taken)
        if (move.step === 'accept') expect(before.offer!.answerBy >= today).toBe(true)
    }))

  test('nobody is placed but by the same day said by both sides, or by an officer', () =>
    forAll((_, { taken, state }) => {
      if (state.stage !== 'placed') return
      const last = taken.at(-1)!
      if (last.move.step === 'place') {
        expect(last.who).toBe('officer')
        return
      }
      const said = (side: (who: Who) => boolean) =>
        taken.findLast(({ move, who }) => move.step === 'confirm' && side(who))?.move as { startedOn: string }
      expect(said((who) => who === 'employer').startedOn).toBe(state.startedOn)
      expect(said((who) => who !== 'employer').startedOn).toBe(state.startedOn)
    }))

  test('an agency that posted the job and keeps the talent places nobody by itself', () =>
    forAll((first, { taken, state }) => {
      if (first.sameHands && state.stage === 'placed')
        expect(taken.some(({ who }) => who === 'talent' || who === 'officer')).toBe(true)
    }))

  test('what `may` says is taken, and nothing else', () =>
    forAll((_, { state, today }) => {
      for (const who of WHO)
        for (const step of STEPS)
          expect(take(state, who, moveOf(step, 0, true), today) !== undefined, `${who} ${step}`).toBe(
            may(state, [who], today).includes(step),
          )
    }, 200))

  test('the events replayed give the state', () =>
    forAll((first, { taken, state }) => {
      const stored = JSON.parse(JSON.stringify(taken)) as Taken[]
      expect(
        stored.reduce<State | undefined>((at, { who, move, today }) => at && take(at, who, move, today), first),
      ).toEqual(state)
    }))

  test('while the posting is refused the employer only ends it, and the talent comes no further', () =>
    forAll((_, { taken }) => {
      const allowed = { employer: ['refuse'], talent: ['share', 'decline', 'withdraw', 'dispute'] }
      for (const { who, move, before } of taken)
        if (before.held && (who === 'employer' || who === 'talent')) expect(allowed[who]).toContain(move.step)
    }))

  test('an open process can be merged into another, by the system alone', () =>
    forAll((_, { state, today }) => {
      for (const who of WHO)
        expect(may(state, [who], today).includes('merge'), who).toBe(who === 'system' && isOpen(state))
      if (isOpen(state)) expect(take(state, 'system', { step: 'merge' }, today)!.stage).toBe('closed')
    }))

  test('an open process can still end', () =>
    forAll((_, { state, today }) => {
      if (isOpen(state)) expect(WHO.some((who) => may(state, [who], today).length > 0)).toBe(true)
    }))
})

const at = (...steps: [Who, Move][]): State =>
  steps.reduce<State>(
    (state, [who, move]) => take(state, who, move, TODAY)!,
    begin({ step: 'apply', channel: 'search', contact: true, kept: false, sameHands: false }),
  )
const OFFER: Move = { step: 'offer', pay: 600_000, startOn: '2026-03-10', answerBy: '2026-03-06', note: '' }
const ACCEPTED: [Who, Move][] = [
  ['employer', OFFER],
  ['talent', { step: 'accept' }],
]
const confirmed = (startedOn: string): Move => ({ step: 'confirm', startedOn })

describe('a placement', () => {
  test('is not made by one side alone, however often it says so', () => {
    const state = at(...ACCEPTED, ['employer', confirmed(TODAY)], ['employer', confirmed(TODAY)])
    expect(state).toMatchObject({ stage: 'accepted', confirmed: { employer: true, talent: false } })
  })
  test('another day takes the confirmation of the other side back', () => {
    const state = at(...ACCEPTED, ['employer', confirmed(TODAY)], ['talent', confirmed('2026-03-01')])
    expect(state).toMatchObject({ startedOn: '2026-03-01', confirmed: { employer: false, talent: true } })
    expect(take(state, 'employer', confirmed('2026-03-01'), TODAY)!.stage).toBe('placed')
  })
  test('that one side confirmed cannot be walked away from by the other, only disputed', () => {
    const state = at(...ACCEPTED, ['employer', confirmed(TODAY)])
    expect(may(state, ['talent'], TODAY).toSorted()).toEqual(['confirm', 'dispute', 'share'])
    expect(may(state, ['employer'], TODAY)).toContain('refuse')
  })
})

test('an offer cannot be taken back before its last day, nor accepted after it', () => {
  const state = at(['employer', OFFER])
  expect(may(state, ['employer'], TODAY)).toEqual([])
  expect(may(state, ['talent'], '2026-03-06')).toContain('accept')
  expect(may(state, ['talent'], '2026-03-07')).not.toContain('accept')
  expect(may(state, ['system'], '2026-03-06')).not.toContain('lapse')
  expect(may(state, ['system'], '2026-03-07')).toContain('lapse')
})

test('what was offered outlives the posting, everything before it ends with it', () => {
  const closing = OPEN_STAGES.filter((stage) =>
    may({ ...at(['employer', OFFER]), stage }, ['system'], TODAY).includes('close'),
  )
  expect(closing).toEqual(['applied', 'invited', 'recommended', 'talking', 'interview'])
})

test('of a posting that was refused an offer ends too, but not where a side says that work began', () => {
  const held = (...steps: [Who, Move][]) => at(...steps, ['system', { step: 'hold' }])
  expect(may(held(['employer', OFFER]), ['system'], TODAY)).toContain('close')
  expect(may(held(...ACCEPTED), ['system'], TODAY)).toContain('close')
  expect(may(held(...ACCEPTED, ['talent', confirmed(TODAY)]), ['system'], TODAY)).not.toContain('close')
})

describe('the clock', () => {
  const working = (day: string, count: number) => addDays(day, count)
  const limits = { answer: 5, reminder: 3, lapse: 10, invitation: 14, held: 30 }
  const since = { today: TODAY, interviewOn: null, lastSlotOn: null }
  const clock = (state: State, known: Partial<typeof since> | { interviewOn: string } | { lastSlotOn: string } = {}) =>
    clockOf(state, { ...since, ...known }, limits, working)

  test('runs against the employer from the application', () => {
    expect(clock(at())).toEqual({
      waitsFor: 'employer',
      remindOn: '2026-03-05',
      answerBy: '2026-03-07',
      lapseOn: '2026-03-12',
    })
  })
  test('waits for the talent while no time is chosen, then for the employer from the day of the interview', () => {
    const proposed = at(['employer', { step: 'propose' }])
    expect(clock(proposed, { lastSlotOn: '2026-03-10' })).toMatchObject({ waitsFor: 'talent', lapseOn: '2026-03-13' })
    const booked = take(proposed, 'talent', { step: 'book' }, TODAY)!
    expect(clock(booked, { interviewOn: '2026-03-10' })).toMatchObject({ waitsFor: 'employer', answerBy: '2026-03-15' })
  })
  test('of what rests are the days of the city, but not where an officer is to decide', () => {
    const rests = (state: State) => clock(take(state, 'system', { step: 'hold' }, TODAY)!)
    const none = { waitsFor: null, remindOn: null, answerBy: null }
    for (const state of [at(), at(['employer', OFFER]), at(...ACCEPTED)])
      expect(rests(state)).toEqual({ ...none, lapseOn: '2026-04-01' })
    expect(rests(at(...ACCEPTED, ['employer', confirmed(TODAY)]))).toEqual({ ...none, lapseOn: null })
  })
  test('of an offer is its own last day', () => {
    expect(clock(at(['employer', OFFER]))).toMatchObject({ waitsFor: 'talent', lapseOn: '2026-03-06', answerBy: null })
  })
  test('asks both for their word after the first day of work, and never ends what was accepted', () => {
    expect(clock(at(...ACCEPTED))).toEqual({ waitsFor: null, remindOn: '2026-03-13', answerBy: null, lapseOn: null })
  })
  test('begins anew with a message of the employer, and no day of it comes earlier', () => {
    const anew = { remindOn: '2026-03-09', answerBy: '2026-03-11', lapseOn: '2026-03-16' }
    expect(afterMessage({ remindOn: '2026-03-05', answerBy: '2026-03-07', lapseOn: '2026-03-12' }, anew)).toEqual(anew)
    const ahead = { remindOn: '2026-03-13', answerBy: '2026-03-15', lapseOn: '2026-03-20' }
    expect(afterMessage(ahead, anew)).toEqual(ahead)
    expect(afterMessage({ ...ahead, remindOn: null }, anew)).toEqual({ ...ahead, remindOn: anew.remindOn })
  })
  test('does not run where the city sets no limit', () => {
    const none = { answer: undefined, reminder: undefined, lapse: undefined, invitation: undefined, held: undefined }
    expect(clockOf(at(), since, none, working)).toMatchObject({ remindOn: null, answerBy: null, lapseOn: null })
  })
})
