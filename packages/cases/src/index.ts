export { canonical } from './chain/canonical.ts'
export { type KeptEvent, type Verdict, verifyChain } from './chain/chain.ts'
export { readService, type Surroundings } from './checks/read-service.ts'
export { type ClockReading, currentClock, readClock } from './clocks/clocks.ts'
export type { Calendar } from './clocks/days.ts'
export { type Round, roundsOf } from './clocks/rounds.ts'
export {
  type AskingPolicy,
  type Hash,
  holds,
  type Prepared,
  prepareService,
  typeOfField,
} from './definition/prepare.ts'
export type { Clock, Field, Outcome, Paper, Reason, Service, Stage, Step } from './definition/service.ts'
export { type Mode, MODES, type Role, ROLES, type Word, WORDS } from './definition/words.ts'
export { type Drawing, drawService, type Line, type Node } from './drawing/layout.ts'
export { act, type Answer } from './running/act.ts'
export { hashOfFacts, normalValue } from './running/facts.ts'
export { apply, fold, valuesOf } from './running/fold.ts'
export { effectiveDay, factsFor, placeOfDecision } from './running/judging.ts'
export {
  type Candidate,
  type Choice,
  chooseOfficer,
  choicesOf,
  dueSteps,
  type Task,
  taskOf,
} from './running/project.ts'
export { type Difference, isRefusal, type Refusal, type RefusalCode } from './running/refusals.ts'
export { type Actor, CLOCK, type Command, type Mandate, type Records, type Scene } from './running/scene.ts'
export type {
  Event,
  EventBody,
  Facts,
  FrozenFact,
  Given,
  Opening,
  Papers,
  Party,
  ReachedOutcome,
  State,
} from './running/state.ts'
export { type Report, simulate } from './simulation/simulate.ts'
export type { PolicyInPlay } from './simulation/world.ts'
