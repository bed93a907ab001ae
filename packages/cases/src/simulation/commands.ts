import type { Prepared } from '../definition/prepare.ts'
import { hashOfFacts } from '../running/facts.ts'
import { factsFor } from '../running/judging.ts'
import { type Choice, choicesOf, dueSteps } from '../running/project.ts'
import { isRefusal } from '../running/refusals.ts'
import { type Actor, CLOCK, type Command, type Scene } from '../running/scene.ts'
import type { Given, Papers, State } from '../running/state.ts'
import type { Random } from './random.ts'
import { CAST, DISTRICTS, type World } from './world.ts'

const MANY_ROLES = CAST.filter(({ roles, person }) => roles.length > 1 || person === 'owner')

/** What is sent, by whom. */
export type Sent = { command: Command; scene: Scene }

/** Makes the commands of one case, sensible ones and hostile ones. */
export class Sender {
  readonly #prepared: Prepared
  readonly #random: Random
  readonly #world: World
  readonly #case: string
  /** How often each step was taken in all cases: what is rare is preferred. */
  readonly #taken: ReadonlyMap<string, number>
  #commands = 0
  #last: Command | undefined

  constructor(prepared: Prepared, random: Random, world: World, id: string, taken: ReadonlyMap<string, number>) {
    this.#prepared = prepared
    this.#random = random
    this.#world = world
    this.#case = id
    this.#taken = taken
  }

  next(state: State | undefined): Sent {
    const sent = this.#random.happens(0.15) ? this.#hostile(state) : state ? this.#sensible(state) : this.#opening()
    this.#last = sent.command
    return sent
  }

  #id(): string {
    return `${this.#case}-${++this.#commands}`
  }

  #answers(keys: readonly string[]): Given {
    return Object.fromEntries(
      keys.map((key) => {
        const field = this.#prepared.fields.get(key)!
        const held = field.record === undefined ? undefined : this.#world.records[field.record]?.value
        return [key, held ?? this.#world.valueFor(field)]
      }),
    )
  }

  #papers(): Papers {
    const papers = this.#prepared.service.papers ?? []
    return Object.fromEntries(
      papers.map(({ id, promise }) => [
        id,
        promise && this.#random.happens(0.3) ? { promised: true as const } : { file: `sha ${id}` },
      ]),
    )
  }

  #opening(): Sent {
    const { service, first } = this.#prepared
    const step = first.steps![0]!
    const acceptance = this.#random.happens(0.5) ? this.#random.pick(DISTRICTS) : undefined
    const isFirm = service.applicant === 'organisation' || (service.applicant === 'either' && this.#random.happens(0.5))
    const isOfficers = step.role !== 'applicant'
    const command: Command = {
      id: this.#id(),
      step: step.id,
      expected: 0,
      given: this.#answers(service.fields.filter(({ by }) => by !== 'officer').map(({ key }) => key)),
      papers: this.#papers(),
      opening: {
        applicant: isFirm ? { organisation: 'firm' } : { person: 'owner' },
        concerned: this.#random.happens(0.3) ? [{ organisation: 'other' }] : [],
        mode: this.#random.pick(service.modes),
        ...(acceptance !== undefined && { acceptance }),
      },
    }
    const applicants = this.#random.happens(0.2) ? [CAST[1]!] : [CAST[0]!]
    const people = isOfficers ? CAST.filter(({ roles }) => roles.includes(step.role)) : applicants
    return { command, scene: this.#world.scene(this.#case, this.#random.pick(people)) }
  }

  /** What somebody who may act would do, the rarer the likelier. */
  #sensible(state: State): Sent {
    const waits = this.#prepared.stages.get(state.stage)!.steps?.some(({ role }) => role === 'clock')
    if (this.#random.happens(waits ? 0.5 : 0.05)) this.#world.wait()
    const due = dueSteps(this.#prepared, state, this.#world.scene(this.#case, CLOCK))
    const open = this.#random.happens(0.5) ? due.map((step) => ({ step, actor: CLOCK, choice: undefined })) : []
    const stage = this.#prepared.stages.get(state.stage)!
    const roles = new Set((stage.steps ?? []).map(({ role }) => role))
    const able = CAST.filter((actor) => roles.has('applicant') || actor.roles.some((role) => roles.has(role)))
    const asked: readonly Actor[] = able.length > 0 ? Array.from({ length: 6 }, () => this.#random.pick(able)) : []
    const choices = asked.flatMap((actor) =>
      choicesOf(this.#prepared, state, this.#world.scene(this.#case, actor))
        .filter(({ blocked }) => !blocked)
        .map((choice) => ({ step: choice.step, actor, choice })),
    )
    const all = [...open, ...choices]
    if (all.length === 0) return this.#hostile(state)
    const { step, actor, choice } = this.#random.weighted(all, (one) => 1 / (1 + (this.#taken.get(one.step) ?? 0)))
    return this.#fitting(state, step, actor, choice)
  }

  #fitting(state: State, step: string, actor: Actor, choice: Choice | undefined): Sent {
    const scene = this.#world.scene(this.#case, actor)
    const { fields = [], papers, reasons, words, differences = [], seen, decision } = choice?.needs ?? {}
    const command: Command = {
      id: this.#id(),
      step,
      expected: state.n,
      given: this.#answers(fields),
      ...(papers && { papers: this.#papers() }),
      ...((reasons || words) && {
        reason: { ...(reasons && { id: this.#random.pick(reasons) }), ...(words && { words: 'because' }) },
      }),
      ...(seen !== undefined && { seen }),
      resolve: Object.fromEntries(
        differences.map(({ key, now }) => [
          key,
          now !== null && this.#random.happens(0.5) ? { take: now } : { keep: 'because' },
        ]),
      ),
    }
    const asked = decision && factsFor(this.#prepared, state, command, scene)
    if (!asked || isRefusal(asked)) return { command, scene }
    return { command, scene: this.#decided(scene, asked.facts, asked.effective) }
  }

  #decided(scene: Scene, facts: Given, effective: string): Scene {
    const decision = this.#world.decision(facts, effective)
    return decision ? { ...scene, decision } : scene
  }

  /** Anything: a step of another stage, a stale number, a stranger, a command sent before. */
  #hostile(state: State | undefined): Sent {
    const stage = state && this.#prepared.stages.get(state.stage)
    const near = this.#random.happens(0.6) ? (stage?.steps ?? []) : []
    // Those of every role try hardest to do what others have done before them.
    const actor = this.#random.pick(near.length > 0 ? MANY_ROLES : CAST)
    const scene = this.#world.scene(this.#case, actor)
    if (this.#last && this.#random.happens(0.1)) return { command: this.#last, scene }
    const step = near.length > 0 ? this.#random.pick(near).id : this.#random.pick([...this.#prepared.steps.keys()])
    const expected = (state?.n ?? 0) - (this.#random.happens(0.2) ? 1 : 0)
    const { opening } = this.#opening().command
    const command: Command = {
      id: this.#id(),
      step,
      expected,
      ...(this.#random.happens(0.1) && { given: { nonsense: 'x' } }),
      reason: {
        id: this.#random.pick(['', ...(this.#prepared.service.reasons ?? []).map(({ id }) => id)]),
        words: 'because',
      },
      ...(state && this.#random.happens(0.7) && { seen: hashOfFacts(state.facts, scene.hash) }),
      ...(opening && { opening }),
    }
    const { policy } = this.#prepared.service
    const facts = Object.fromEntries(Object.entries(state?.facts ?? {}).map(([key, { value }]) => [key, value]))
    return { command, scene: policy ? this.#decided(scene, facts, scene.today) : scene }
  }
}
