import { type Channel, OPEN_STAGES, type Stage } from '@renshu/contracts'

/** Who takes a step. An agency takes those of a talent it keeps, who has no account. */
export type Who = 'talent' | 'agency' | 'employer' | 'officer' | 'system'

/** The two who have to agree. */
export type Side = 'talent' | 'employer'

export interface Offer {
  /** Fen a month. */
  pay: number
  startOn: string
  answerBy: string
  note: string
}

/** Everything the rules know of a process; it follows from its events alone. */
export interface State {
  stage: Stage
  channel: Channel
  /** An agency keeps the talent and acts for it. */
  kept: boolean
  /** That agency posted the job too: its word counts for the employer only. */
  sameHands: boolean
  /** The employer may see who it is and open the phone. */
  contact: boolean
  /** A time for the interview is chosen. */
  booked: boolean
  offer: Offer | null
  /** First day of work, as said last. */
  startedOn: string | null
  confirmed: Record<Side, boolean>
  /** What a side says against the other's confirmation. */
  disputed: string | null
  /** An officer refused the posting: until he approves it, the employer comes no further. */
  held: boolean
}

const OPEN: ReadonlySet<Stage> = new Set(OPEN_STAGES)
export const isOpen = ({ stage }: Pick<State, 'stage'>): boolean => OPEN.has(stage)

/** Whether the talent's side has said yes: an invitation, and a recommendation of an officer, still wait for that. */
export const isTakenUp = ({ stage, channel }: Pick<State, 'stage' | 'channel'>): boolean =>
  stage !== 'invited' && (stage !== 'recommended' || channel === 'agency')

/** Whether a side says that work began. */
export const hasBegun = ({ confirmed }: Pick<State, 'confirmed'>): boolean => confirmed.talent || confirmed.employer

export const sideOf = (who: Who): Side => (who === 'employer' ? 'employer' : 'talent')
export const otherSide = (side: Side): Side => (side === 'employer' ? 'talent' : 'employer')

interface Beginning extends Pick<State, 'channel' | 'contact'> {
  step: 'apply' | 'invite' | 'recommend'
  kept: boolean
  sameHands: boolean
}

const FIRST = { apply: 'applied', invite: 'invited', recommend: 'recommended' } as const

/** A process at its first event. */
export const begin = ({ step, ...known }: Beginning): State => ({
  ...known,
  stage: FIRST[step],
  booked: false,
  offer: null,
  startedOn: null,
  confirmed: { talent: false, employer: false },
  disputed: null,
  held: false,
})

/**
 * For whose move the process waits; null where for both or nobody's. A recommendation of an officer waits for the
 * talent, one of the agency that keeps the talent for the employer.
 */
export function waitsFor(state: State): Side | null {
  switch (state.stage) {
    case 'applied':
    case 'talking':
      return 'employer'
    case 'recommended':
      return state.channel === 'agency' ? 'employer' : 'talent'
    case 'interview':
      return state.booked ? 'employer' : 'talent'
    case 'invited':
    case 'offered':
      return 'talent'
    default:
      return null
  }
}
