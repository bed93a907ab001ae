import { canonical } from '../chain/canonical.ts'
import { verifyChain } from '../chain/chain.ts'
import { readClock } from '../clocks/clocks.ts'
import type { Hash, Prepared } from '../definition/prepare.ts'
import { fold } from '../running/fold.ts'
import type { Event, State } from '../running/state.ts'
import { calendar, CAST, MANDATES } from './world.ts'

/** Told again from the events and the definition alone, not from what the engine keeps of them. */
export function violationsOf(
  prepared: Prepared,
  events: readonly Event[],
  state: State,
  today: string,
  hash: Hash,
): string[] {
  const wrong: string[] = []
  const claim = (holds: boolean, what: string) => {
    if (!holds) wrong.push(`${prepared.service.key} ${state.case}: ${what}`)
  }
  for (const [place, event] of events.entries()) checkEvent(prepared, events.slice(0, place), event, claim)
  const keys = events.flatMap(({ body }) => (body.outcomes ?? []).map(({ key }) => key))
  claim(new Set(keys).size === keys.length, 'an outcome was reached twice')
  claim(verifyChain(prepared, events, hash).isWhole, 'the chain is broken')
  claim(canonical(fold(prepared, events)) === canonical(state), 'the events tell another state')
  checkClocks(prepared, state, today, claim)
  return wrong
}

type Claim = (holds: boolean, what: string) => void
const ANEW = new Set(['submit', 'correct', 'object', 'appeal'])

function checkEvent(prepared: Prepared, before: readonly Event[], event: Event, claim: Claim): void {
  const { step } = prepared.steps.get(event.step)!
  const opening = (before[0] ?? event).body.opening!
  const stage = before.at(-1)?.body.to ?? prepared.first.id
  claim(prepared.stages.get(stage)!.steps!.includes(step), `${event.step} was taken in ${stage}`)
  const barred = new Set(before.filter((one) => step.notSameAs?.includes(one.step)).map(({ actor }) => actor))
  claim(!barred.has(event.actor), `${event.actor} took ${event.step} after a step it must not follow`)
  const parties = [opening.applicant, ...opening.concerned]
  const actor = CAST.find(({ person }) => person === event.actor)!
  const isParty = parties.some(
    ({ person, organisation }) =>
      person === actor.person || (organisation !== undefined && actor.organisations.includes(organisation)),
  )
  if (step.role === 'applicant') {
    const mandate = MANDATES.find(({ id }) => id === event.body.mandate)
    const stands = mandate && mandate.agent.person === actor.person && (mandate.to ?? event.body.on) >= event.body.on
    claim(isParty || !!stands, `${event.actor} acted for the applicant without leave`)
  } else if (step.role !== 'clock') {
    const acted = before.some(
      (one) => one.actor === event.actor && prepared.steps.get(one.step)!.step.role === 'applicant',
    )
    claim(!isParty && !acted && actor.person !== 'proxy', `${event.actor} acted on his own case`)
    const place = step.role === 'counter' ? (opening.acceptance ?? opening.decision) : opening.decision
    claim(actor.district === undefined || actor.district === place, `${event.actor} acted in another district`)
  } else claim(actor.person === 'clock', `${event.actor} was the clock`)
  if (step.word === 'pay') checkPayment(prepared, before, event, claim)
}

function checkPayment({ steps }: Prepared, before: readonly Event[], event: Event, claim: Claim): void {
  const lastAnew = before.findLastIndex(({ step }) => ANEW.has(steps.get(step)!.step.word))
  const granting = before.slice(lastAnew + 1).filter(({ step }) => steps.get(step)!.step.grants)
  claim(new Set(granting.map(({ actor }) => actor)).size >= 2, 'money without two different people')
  const amounts = new Set(granting.slice(-2).map(({ body }) => body.bound!.amount))
  const paid = event.body.outcomes!.map(({ fen }) => fen)
  claim(amounts.size === 1 && paid.length === 1, 'reviewed and approved are not the same amount')
  claim(Math.round(Number([...amounts][0]) * 100) === paid[0], 'another amount was paid than was approved')
}

function checkClocks(prepared: Prepared, state: State, today: string, claim: Claim): void {
  const current = prepared.stages.get(state.stage)!.clock
  for (const id of Object.keys(state.clocks)) {
    const reading = readClock(prepared, state, id, today, calendar)!
    claim(reading.used === undefined || reading.used >= 0, `clock ${id} is below zero`)
    claim(reading.isRunning === (id === current), `clock ${id} runs in the wrong stage`)
    claim(reading.isRunning || !reading.isOverdue, `clock ${id} is overdue while it stands still`)
    const spans = state.clocks[id]!
    claim(
      spans.every(({ from, to }, place) => (to === undefined ? place === spans.length - 1 : from <= to)),
      `clock ${id} runs twice at once`,
    )
  }
}
