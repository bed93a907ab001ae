import type { Step } from '@renshu/contracts'
import { type Offer, otherSide, sideOf, type State, type Who } from './state.ts'
import { ruleFor } from './table.ts'

/** A step with what it brings. */
export type Move =
  | { step: 'agree' | 'share'; shareContact: boolean }
  | ({ step: 'offer' } & Offer)
  | { step: 'confirm' | 'place'; startedOn: string }
  | { step: 'dispute'; note: string }
  /** A later last day of an offer whose days rested. */
  | { step: 'release'; answerBy?: string }
  | {
      step: Exclude<
        Step,
        'apply' | 'invite' | 'recommend' | 'agree' | 'share' | 'offer' | 'confirm' | 'place' | 'dispute' | 'release'
      >
    }

/** The same day said by both sides places; another day is a new word, to which the other side has to agree again. */
function confirm(state: State, who: Who, startedOn: string): State {
  const side = sideOf(who)
  const agreed = state.confirmed[otherSide(side)] && state.startedOn === startedOn
  if (agreed) return { ...state, stage: 'placed', confirmed: { talent: true, employer: true }, disputed: null }
  const confirmed = { talent: false, employer: false, [side]: true }
  return { ...state, startedOn, confirmed, disputed: null }
}

function apply(state: State, who: Who, move: Move): State {
  switch (move.step) {
    case 'agree':
    case 'share':
      return { ...state, contact: move.shareContact }
    case 'propose':
      return { ...state, booked: false }
    case 'book':
      return { ...state, booked: true }
    case 'offer': {
      const { pay, startOn, answerBy, note } = move
      return { ...state, offer: { pay, startOn, answerBy, note } }
    }
    case 'confirm':
      return confirm(state, who, move.startedOn)
    case 'dispute':
      return { ...state, disputed: move.note }
    case 'hold':
      return { ...state, held: true }
    case 'release': {
      const { offer } = state
      return { ...state, held: false, offer: offer && { ...offer, answerBy: move.answerBy ?? offer.answerBy } }
    }
    case 'place':
      return { ...state, startedOn: move.startedOn, disputed: null }
    default:
      return state
  }
}

/**
 * The state after a step, or undefined where it is not somebody's to take now.
 * @param today a day, `2026-03-01`
 */
export function take(state: State, who: Who, move: Move, today: string): State | undefined {
  const rule = ruleFor(state, who, move.step, today)
  if (!rule) return undefined
  return apply(rule.to === null ? state : { ...state, stage: rule.to }, who, move)
}
