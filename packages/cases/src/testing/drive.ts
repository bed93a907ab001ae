import { act } from '../running/act.ts'
import type { RefusalCode } from '../running/refusals.ts'
import { hashOfFacts } from '../running/facts.ts'
import type { Command, Scene } from '../running/scene.ts'
import type { Event, State } from '../running/state.ts'
import type { Prepared } from '../definition/prepare.ts'
import { command, hash, officer, prepare, scene, submission } from './subsidy.ts'

/** A case driven by hand: each step is taken with what it plainly needs. */
export class Drive {
  readonly prepared: Prepared
  readonly events: Event[] = []
  state: State | undefined
  #scene: Partial<Scene> = {}

  constructor(prepared: Prepared = prepare()) {
    this.prepared = prepared
  }

  /** What holds from now on. */
  set(changes: Partial<Scene>): this {
    this.#scene = { ...this.#scene, ...changes }
    return this
  }

  get scene(): Scene {
    return scene(this.#scene)
  }

  /** The state now; there is one after the first step. */
  get now(): State {
    return this.state!
  }

  try(sent: Command, changes: Partial<Scene> = {}): RefusalCode | 'repeated' | 'done' {
    const answer = act(this.prepared, this.state, sent, { ...this.scene, ...changes })
    if ('repeated' in answer) return 'repeated'
    if ('refusal' in answer) return answer.refusal.code
    this.events.push(...answer.events)
    this.state = answer.state
    return 'done'
  }

  submit(changes: Partial<Command> = {}) {
    return this.try(submission(changes))
  }

  /** An officer's step, with the facts as they lie and a decision that grants. */
  take(step: string, person: string, changes: Partial<Command> = {}, others: Partial<Scene> = {}) {
    const { role } = this.prepared.steps.get(step)!.step
    return this.try(
      command(step, this.now.n, {
        seen: hashOfFacts(this.now.facts, hash),
        reason: { id: 'notEntitled', words: '说明' },
        ...changes,
      }),
      { actor: officer(person, role), ...this.granting(), ...others },
    )
  }

  granting(amount = '600.00'): Pick<Scene, 'decision'> {
    const facts = Object.fromEntries(Object.entries(this.now.facts).map(([key, { value }]) => [key, value]))
    const { effective } = this.now.opening
    return {
      decision: {
        policy: 'subsidy',
        effective,
        known: this.scene.today,
        facts,
        outcome: 'granted',
        missing: [],
        amount: {
          value: amount,
          shown: amount,
          arithmetic: amount,
          period: 'once',
          provisional: false,
          clause: '第五条',
        },
      },
    }
  }

  /** To the stage in which the notice is shown. */
  toNotice(): this {
    this.submit()
    this.take('accept', 'anna')
    this.take('pass', 'ben')
    this.take('approve', 'carl')
    return this
  }
}
