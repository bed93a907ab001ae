import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  act,
  type Actor,
  type Command,
  type Event,
  factsFor,
  hashOfFacts,
  isRefusal,
  type Prepared,
  type Role,
  type Scene,
  type State,
  verifyChain,
} from '@renshu/cases'
import { decide, type PreparedPolicy } from '@renshu/policy'
import { loadPolicies, loadServices } from '@renshu/policy-files'
import { STEPS } from './journey.ts'

const CITIES = join(import.meta.dirname, '../../cities')
const CITY = '370200'
const SERVICE = 'supplementary-injury'
const DISTRICT = '370202'
const TODAY = '2026-03-02'
const GRANTED = '18775.79'
const RECORDS = {
  'insurance.district': DISTRICT,
  'insurance.supplement': true,
  'insurance.recognisedInjury': true,
  'insurance.cardAccount': '示例银行示例支行 000000000001',
}
const GIVEN = { medicalCost: '22189.16', injuredOn: '2026-02-01' }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const records = Object.fromEntries(Object.entries(RECORDS).map(([name, value]) => [name, { value, on: '2026-01-31' }]))
/** The same person is never in two roles. */
const actorOf = (role: Role): Actor =>
  role === 'applicant'
    ? { person: 'owner', roles: [], organisations: [] }
    : { person: role, roles: [role], organisations: [], district: DISTRICT }

interface Ground {
  prepared: Prepared
  policy: PreparedPolicy
}

function loadGround(): Ground {
  const { services } = loadServices(CITIES, CITY)
  const found = services.find(({ prepared }) => prepared.service.key === SERVICE)
  const policy = loadPolicies(CITIES, CITY).byKey.get(SERVICE)
  if (!found || !policy) throw new Error(`there is no ${SERVICE}`)
  return { prepared: found.prepared, policy: policy.prepared }
}

function commandOf({ prepared }: Ground, state: State | undefined, step: string): Command {
  const papers = Object.fromEntries((prepared.service.papers ?? []).map(({ id }) => [id, { file: sha256(id) }]))
  const opening = { applicant: { person: 'owner' }, mode: 'easy' } as const
  const isForm = step === 'submit' || step === 'resubmit'
  return {
    id: `${state?.n ?? 0}`,
    step,
    expected: state?.n ?? 0,
    ...(isForm && { given: GIVEN, papers }),
    ...(state ? { seen: hashOfFacts(state.facts, sha256) } : { opening }),
    ...(step === 'correct' && { reason: { words: '示例说明' } }),
  }
}

/** What the policy says, where the step is bound to it. */
function decisionOf({ prepared, policy }: Ground, state: State | undefined, command: Command, scene: Scene) {
  if (!state || !prepared.steps.get(command.step)!.step.grants) return {}
  const asked = factsFor(prepared, state, command, scene)
  if (isRefusal(asked)) throw new Error(asked.code)
  const { facts, effective } = asked
  const known = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value ?? null]))
  return { decision: decide(policy, known, { effective, known: scene.today, history: [] }) }
}

function runCase(ground: Ground, id: string): Event[] {
  const events: Event[] = []
  let state: State | undefined
  for (const step of STEPS) {
    const { role } = ground.prepared.steps.get(step)!.step
    const common = { mandates: [], records, calendar: () => true, hash: sha256, salt: () => `${id} ${events.length}` }
    const scene: Scene = { case: id, at: `${TODAY}T01:00:00Z`, today: TODAY, actor: actorOf(role), ...common }
    const command = commandOf(ground, state, step)
    const answer = act(ground.prepared, state, command, { ...scene, ...decisionOf(ground, state, command, scene) })
    if (!('state' in answer)) throw new Error(`${step}: ${JSON.stringify(answer)}`)
    events.push(...answer.events)
    state = answer.state
  }
  if (ground.prepared.stages.get(state!.stage)!.end !== 'done' || state!.bound?.amount !== GRANTED)
    throw new Error(`a case ended in ${state!.stage} with ${state!.bound?.amount as string}`)
  return events
}

export interface EngineSpeeds {
  cases: number
  /** Steps a second, decided by the policy and linked to the chain; events a second whose hashes are computed again. */
  steps: number
  verified: number
}

/** The engine alone, without a database: the same case as over the server. */
export function measureEngine(cases: number): EngineSpeeds {
  const ground = loadGround()
  const run = (from: number, count: number) => Array.from({ length: count }, (_, at) => runCase(ground, `${from + at}`))
  run(0, Math.min(cases, 200))
  const began = performance.now()
  const chains = run(0, cases)
  const ran = performance.now()
  for (const events of chains)
    if (!verifyChain(ground.prepared, events, sha256).isWhole) throw new Error('a chain is broken')
  const events = chains.reduce((sum, { length }) => sum + length, 0)
  return {
    cases,
    steps: (events * 1000) / (ran - began),
    verified: (events * 1000) / (performance.now() - ran),
  }
}
