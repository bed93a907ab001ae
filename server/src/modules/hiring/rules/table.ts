import { OPEN_STAGES, type Stage, type Step } from '@renshu/contracts'
import { hasBegun, otherSide, sideOf, type State, type Who } from './state.ts'

/** One line of the state machine: who may take a step where, and where it leads; null: it stays where it is. */
interface Rule {
  step: Step
  by: readonly Who[]
  from: readonly Stage[]
  to: Stage | null
  when?: (state: State, who: Who, today: string) => boolean
}

const TALENT = ['talent', 'agency'] as const
const BOTH = ['talent', 'agency', 'employer'] as const
const NOT_OFFERED = OPEN_STAGES.filter((stage) => stage !== 'offered')
const AGREED = ['applied', 'talking', 'interview', 'offered', 'accepted'] as const

const byAgency = ({ channel }: State) => channel === 'agency'
const byOfficer = (state: State) => !byAgency(state)
/** A side may not walk away from what the other has confirmed; it disputes it, and an officer decides. */
const othersSaidNothing = ({ confirmed }: State, who: Who) => !confirmed[otherSide(sideOf(who))]
const othersSaidSomething = (state: State, who: Who) => !othersSaidNothing(state, who)
const hasOwnVoice = ({ sameHands }: State, who: Who) => !(sameHands && who === 'agency')
const isInTime = ({ offer }: State, _: Who, today: string) => offer !== null && today <= offer.answerBy
const isHeld = ({ held }: State) => held
const isOverdue = ({ offer, stage }: State, _: Who, today: string) => stage !== 'offered' || today > offer!.answerBy

export const RULES: readonly Rule[] = [
  { step: 'agree', by: TALENT, from: ['invited'], to: 'talking' },
  { step: 'agree', by: TALENT, from: ['recommended'], to: 'applied', when: byOfficer },
  // By the system only to hide it: what one profile agreed to show, another one into which it was merged did not.
  { step: 'share', by: [...TALENT, 'system'], from: AGREED, to: null },
  { step: 'talk', by: ['employer'], from: ['applied'], to: 'talking' },
  { step: 'talk', by: ['employer'], from: ['recommended'], to: 'talking', when: byAgency },
  { step: 'propose', by: ['employer'], from: ['applied', 'talking', 'interview'], to: 'interview' },
  { step: 'propose', by: ['employer'], from: ['recommended'], to: 'interview', when: byAgency },
  { step: 'book', by: TALENT, from: ['interview'], to: null },
  { step: 'offer', by: ['employer'], from: ['applied', 'talking', 'interview'], to: 'offered' },
  { step: 'offer', by: ['employer'], from: ['recommended'], to: 'offered', when: byAgency },
  { step: 'accept', by: TALENT, from: ['offered'], to: 'accepted', when: isInTime },
  // An offer that names a last day for the answer cannot be taken back before it: 民法典 art. 476.
  { step: 'refuse', by: ['employer'], from: NOT_OFFERED, to: 'refused', when: othersSaidNothing },
  { step: 'decline', by: TALENT, from: ['invited', 'recommended', 'offered'], to: 'withdrawn' },
  { step: 'withdraw', by: TALENT, from: ['applied', 'talking', 'interview'], to: 'withdrawn' },
  {
    step: 'withdraw',
    by: TALENT,
    from: ['accepted'],
    to: 'withdrawn',
    when: (state, who) => isHeld(state) || othersSaidNothing(state, who),
  },
  // The second confirmation of the same day places: see `take`.
  { step: 'confirm', by: BOTH, from: ['accepted'], to: null, when: hasOwnVoice },
  { step: 'dispute', by: BOTH, from: ['accepted'], to: null, when: othersSaidSomething },
  { step: 'place', by: ['officer'], from: ['accepted'], to: 'placed' },
  { step: 'remind', by: ['system'], from: OPEN_STAGES, to: null },
  {
    step: 'lapse',
    by: ['system'],
    from: ['applied', 'invited', 'recommended', 'talking', 'interview', 'offered'],
    to: 'lapsed',
    when: isOverdue,
  },
  // An offer that was made, and one that was accepted, outlive the posting.
  { step: 'close', by: ['system'], from: ['applied', 'invited', 'recommended', 'talking', 'interview'], to: 'closed' },
  // But nobody is held to an offer of a posting that was refused. Where a side says that work began an officer decides.
  {
    step: 'close',
    by: ['system'],
    from: ['offered', 'accepted'],
    to: 'closed',
    when: (state) => isHeld(state) && !hasBegun(state),
  },
  // Of two profiles of one person two processes about one posting meet; one goes on, whatever the other has come to.
  { step: 'merge', by: ['system'], from: OPEN_STAGES, to: 'closed' },
  { step: 'hold', by: ['system'], from: OPEN_STAGES, to: null, when: (state) => !isHeld(state) },
  { step: 'release', by: ['system'], from: OPEN_STAGES, to: null, when: isHeld },
  // Of two postings of an employer that say the same one stays, and the process with it.
  { step: 'move', by: ['system'], from: OPEN_STAGES, to: null },
  { step: 'erase', by: ['system'], from: OPEN_STAGES, to: 'erased' },
]

const LEAVES: ReadonlySet<Step> = new Set(['share', 'decline', 'withdraw', 'dispute'])
/** What each may still do while the posting is refused: leave, end, and say what is wrong. */
const WHILE_HELD: Partial<Record<Who, ReadonlySet<Step>>> = {
  talent: LEAVES,
  agency: LEAVES,
  employer: new Set(['refuse']),
}

/** The line by which somebody may take a step now. */
export const ruleFor = (state: State, who: Who, step: Step, today: string): Rule | undefined =>
  RULES.find(
    (rule) =>
      rule.step === step &&
      rule.by.includes(who) &&
      (who === 'agency' ? state.kept : true) &&
      (isHeld(state) ? (WHILE_HELD[who]?.has(step) ?? true) : true) &&
      rule.from.includes(state.stage) &&
      (rule.when?.(state, who, today) ?? true),
  )

/**
 * The steps somebody may take now.
 * @param today a day, `2026-03-01`
 */
export const may = (state: State, who: readonly Who[], today: string): Step[] => [
  ...new Set(RULES.map(({ step }) => step).filter((step) => who.some((one) => ruleFor(state, one, step, today)))),
]
