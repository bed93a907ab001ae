import { readValue } from '@renshu/policy'
import { link } from '../chain/chain.ts'
import type { Prepared } from '../definition/prepare.ts'
import type { Service, Step } from '../definition/service.ts'
import { apply, valuesOf } from './fold.ts'
import { blockOf, checkReason, gatherPapers } from './guards.ts'
import { effectiveDay, judgeFacts, placeOfDecision } from './judging.ts'
import { isRefusal, type Refusal, refuse } from './refusals.ts'
import { CLOCK, type Command, type Scene } from './scene.ts'
import type { Event, EventBody, Facts, Opening, Papers, Party, ReachedOutcome, State } from './state.ts'
import { mayTake } from './who.ts'

export type Answer = { events: readonly Event[]; state: State } | { repeated: true } | { refusal: Refusal }

/**
 * Takes a step, or says why not. Nothing is changed: the events are to be kept, or not, as a whole.
 * @param state what the events so far tell; undefined for a case that does not exist yet
 */
export function act(prepared: Prepared, state: State | undefined, command: Command, scene: Scene): Answer {
  if (state?.taken.some((taken) => taken.command === command.id)) return { repeated: true }
  const step = stepNow(prepared, state, command)
  if (isRefusal(step)) return { refusal: step }
  const taken = state ? goOn(prepared, state, step, command, scene) : begin(prepared, step, command, scene)
  if (isRefusal(taken)) return { refusal: taken }
  return followed(prepared, taken, scene)
}

function stepNow(prepared: Prepared, state: State | undefined, { step: id, expected }: Command): Step | Refusal {
  if (state && state.version !== prepared.version) return refuse('otherVersion')
  if (expected !== (state?.n ?? 0)) return refuse('movedOn')
  const stage = state ? prepared.stages.get(state.stage)! : prepared.first
  const step = stage.steps?.find((one) => one.id === id)
  return step ?? refuse(stage.end ? 'ended' : 'noStep')
}

type Taken = { event: Event; state: State }

function begin(prepared: Prepared, step: Step, command: Command, scene: Scene): Taken | Refusal {
  const { service } = prepared
  const asked = command.opening
  if (!asked || !isNamed(service.applicant, asked.applicant)) return refuse('applicantNeeded')
  if (!service.modes.includes(asked.mode)) return refuse('unknownMode')
  const judged = judgeFacts(prepared, undefined, step, command, scene)
  // Who may not act is told so, before he is told what is missing.
  const place = isRefusal(judged) ? undefined : placeOfDecision(prepared, judged.facts, asked.acceptance, scene.today)
  const opening: Opening = {
    ...asked,
    concerned: asked.concerned ?? [],
    decision: place ?? scene.actor.district ?? 'city',
    effective: isRefusal(judged) ? scene.today : effectiveDay(prepared, judged.facts, scene.today),
  }
  const who = mayTake(prepared, undefined, opening, step, scene)
  if (isRefusal(who)) return who
  if (isRefusal(judged)) return judged
  if (place === undefined) return refuse('placeNeeded')
  if (
    asked.acceptance !== undefined &&
    asked.acceptance !== place &&
    place !== 'city' &&
    !service.modes.includes('anywhere')
  )
    return refuse('notHere')
  if (asked.mode === 'assisted' && step.role === 'applicant' && who.mandate === undefined) return refuse('noMandate')
  const papers = gatherPapers(prepared, judged.facts, {}, command, scene)
  if (isRefusal(papers)) return papers
  const said = sayable(prepared, step, command)
  return isRefusal(said)
    ? said
    : happen(prepared, undefined, step, command, scene, {
        ...who,
        ...said,
        opening,
        ...judged,
        papers: papers as Papers,
      })
}

const isNamed = (kind: Service['applicant'], { person, organisation }: Party): boolean =>
  kind === 'either'
    ? person !== undefined || organisation !== undefined
    : (kind === 'person' ? person : organisation) !== undefined

function goOn(prepared: Prepared, state: State, step: Step, command: Command, scene: Scene): Taken | Refusal {
  const who = mayTake(prepared, state, state.opening, step, scene)
  if (isRefusal(who)) return who
  const blocked = blockOf(prepared, state, step, scene)
  if (blocked) return blocked
  const said = sayable(prepared, step, command)
  if (isRefusal(said)) return said
  const judged = judgeFacts(prepared, state, step, command, scene)
  if (isRefusal(judged)) return judged
  const isSubmission = step.word === 'submit' && step.role === 'applicant'
  const papers = isSubmission ? gatherPapers(prepared, judged.facts, state.papers, command, scene) : undefined
  if (isRefusal(papers)) return papers
  return happen(prepared, state, step, command, scene, {
    ...who,
    ...said,
    ...judged,
    ...(papers && { papers: papers as Papers }),
  })
}

const sayable = ({ service }: Prepared, step: Step, command: Command): Pick<EventBody, 'reason'> | Refusal =>
  checkReason(step, command, service) ?? (command.reason ? { reason: command.reason } : {})

type Said = Omit<EventBody, 'on' | 'to' | 'outcomes'>

function happen(
  prepared: Prepared,
  state: State | undefined,
  step: Step,
  command: Command,
  scene: Scene,
  said: Said,
): Taken {
  const reached = outcomesOf(prepared, state, step, scene.case, said)
  const { facts, ...rest } = said
  const body: EventBody = {
    ...rest,
    on: scene.today,
    to: step.to,
    ...(facts && Object.keys(facts).length > 0 && { facts }),
    ...(reached.length > 0 && { outcomes: reached }),
  }
  const event = link(
    {
      case: scene.case,
      n: (state?.n ?? 0) + 1,
      at: scene.at,
      step: step.id,
      actor: scene.actor.person,
      command: command.id,
      prev: state?.head ?? prepared.version,
    },
    body,
    scene.salt(),
    scene.hash,
  )
  return { event, state: apply(prepared, state, event) }
}

/** Values, not calls: whoever keeps the event runs them under their keys. */
function outcomesOf(
  { service, fields }: Prepared,
  state: State | undefined,
  step: Step,
  id: string,
  said: Said,
): ReachedOutcome[] {
  const facts: Facts = { ...state?.facts, ...said.facts }
  const values = valuesOf(facts)
  const amount = (said.bound ?? state?.bound)?.amount
  return (service.outcomes ?? [])
    .filter((outcome) => step.outcomes?.includes(outcome.id))
    .map(({ id: name, kind, with: keys = [] }) => ({
      kind,
      key: `${id}/${name}`,
      with: Object.fromEntries(
        keys.flatMap((key) => (fields.has(key) && values[key] !== undefined ? [[key, values[key]!]] : [])),
      ),
      ...(typeof amount === 'string' && { fen: fenOf(amount) }),
      ...(typeof amount === 'number' && { months: amount }),
    }))
}

const fenOf = (amount: string): number => Number((readValue({ is: 'money' }, amount) as { n: bigint }).n)

/** The steps that take themselves where the case has come; the check of the definition knows that they end. */
function followed(prepared: Prepared, first: Taken, scene: Scene): Answer {
  const events = [first.event]
  let { state } = first
  for (;;) {
    const clocked = { ...scene, actor: CLOCK, mandates: [] }
    const step = prepared.stages
      .get(state.stage)!
      .steps?.find((one) => one.role === 'clock' && one.on === 'entry' && !blockOf(prepared, state, one, clocked))
    if (!step) return { events, state }
    const command: Command = { id: `${first.event.command}+${events.length}`, step: step.id, expected: state.n }
    const next = happen(prepared, state, step, command, clocked, { role: 'clock' })
    events.push(next.event)
    state = next.state
  }
}
