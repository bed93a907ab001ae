import type { Hash, Prepared } from '../definition/prepare.ts'
import { act } from '../running/act.ts'
import type { Event, State } from '../running/state.ts'
import { Sender } from './commands.ts'
import { violationsOf } from './invariants.ts'
import { Random } from './random.ts'
import { type PolicyInPlay, World } from './world.ts'

export type Report = {
  commands: number
  accepted: number
  repeated: number
  cases: number
  events: number
  payments: number
  /** How often each code was the reason of a refusal. */
  refusals: Record<string, number>
  /** Cases that came to each stage and took each step, by `service stage`. */
  stages: Map<string, number>
  steps: Map<string, number>
  /** Stages and steps to which no case came. */
  unreached: string[]
  violations: string[]
}

const LONGEST_CASE = 80

/**
 * Drives cases of all services with random commands and holds every history against the invariants.
 * @param policies those that decide; a service without one here is decided by chance
 */
export function simulate(
  services: readonly Prepared[],
  seed: number,
  commands: number,
  hash: Hash,
  policies: ReadonlyMap<Prepared, PolicyInPlay> = new Map(),
): Report {
  const random = new Random(seed)
  const report: Report = {
    commands: 0,
    accepted: 0,
    repeated: 0,
    cases: 0,
    events: 0,
    payments: 0,
    refusals: {},
    stages: new Map(
      services.flatMap(({ service, stages }) => [...stages.keys()].map((id) => [`${service.key} ${id}`, 0])),
    ),
    steps: new Map(
      services.flatMap(({ service, steps }) => [...steps.keys()].map((id) => [`${service.key} ${id}`, 0])),
    ),
    unreached: [],
    violations: [],
  }
  const taken = new Map(services.map((prepared) => [prepared, new Map<string, number>()]))
  while (report.commands < commands) {
    const prepared = services[report.cases % services.length]!
    runCase(prepared, random, report, taken.get(prepared)!, hash, policies.get(prepared))
  }
  report.unreached = [...report.stages, ...report.steps].filter(([, count]) => count === 0).map(([name]) => name)
  return report
}

const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)

function runCase(
  prepared: Prepared,
  random: Random,
  report: Report,
  taken: Map<string, number>,
  hash: Hash,
  policy: PolicyInPlay | undefined,
): void {
  const id = `case-${++report.cases}`
  const world = new World(prepared, random, hash, policy)
  const sender = new Sender(prepared, random, world, id, taken)
  const events: Event[] = []
  let state: State | undefined
  for (let sent = 0; sent < LONGEST_CASE && !(isOver(prepared, state) && random.happens(0.4)); sent++) {
    const { command, scene } = sender.next(state)
    const answer = act(prepared, state, command, scene)
    report.commands++
    if ('repeated' in answer) report.repeated++
    else if ('refusal' in answer) report.refusals[answer.refusal.code] = (report.refusals[answer.refusal.code] ?? 0) + 1
    else {
      report.accepted++
      events.push(...answer.events)
      state = answer.state
      for (const event of answer.events) note(prepared, event, report, taken)
    }
    world.pass()
  }
  report.events += events.length
  if (state) report.violations.push(...violationsOf(prepared, events, state, world.today, hash))
}

const isOver = ({ stages }: Prepared, state: State | undefined): boolean =>
  !!state && stages.get(state.stage)!.end !== undefined

function note(
  { service, steps, first }: Prepared,
  { step, n, body }: Event,
  report: Report,
  taken: Map<string, number>,
): void {
  count(taken, step)
  count(report.steps, `${service.key} ${step}`)
  count(report.stages, `${service.key} ${body.to}`)
  if (n === 1) count(report.stages, `${service.key} ${first.id}`)
  if (steps.get(step)!.step.word === 'pay') report.payments++
}
