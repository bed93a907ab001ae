import { type Plain, readDay, writeDay } from '@renshu/policy'
import type { Calendar } from '../clocks/days.ts'
import { type Hash, type Prepared } from '../definition/prepare.ts'
import type { Field } from '../definition/service.ts'
import type { Role } from '../definition/words.ts'
import { type Actor, CLOCK, type Mandate, type Records, type Scene } from '../running/scene.ts'
import type { Given } from '../running/state.ts'
import type { Random } from './random.ts'

export const DISTRICTS = ['370202', '370203']
/** 2026-01-01. The calendar ends with 2027, so that some clocks have no last day. */
const BEGIN = 20_454
const FIRST_UNKNOWN = '2028-01-01'

const SHARED_ROLES: readonly Role[] = ['counter', 'reviewer', 'approver', 'cashier']
const officer = (
  person: string,
  roles: readonly Role[],
  district?: string,
  organisations: readonly string[] = [],
): Actor => ({
  person,
  roles,
  organisations,
  district,
})

/** Applicants, helpers and strangers; officers of each role and district; one of every role, and ones of the firm. */
export const CAST: readonly Actor[] = [
  { person: 'owner', roles: [], organisations: ['firm'] },
  { person: 'helper', roles: [], organisations: [] },
  { person: 'stranger', roles: [], organisations: ['other'] },
  CLOCK,
  ...DISTRICTS.flatMap((district) =>
    SHARED_ROLES.flatMap((role) =>
      ['a', 'b', 'c'].map((name) => officer(`${role}-${district}-${name}`, [role], district)),
    ),
  ),
  officer('jack', SHARED_ROLES),
  officer('jill', SHARED_ROLES),
  officer('city-reviewer', ['reviewer']),
  officer('city-approver', ['approver']),
  officer('city-cashier', ['cashier']),
  officer('member', SHARED_ROLES, undefined, ['firm']),
  officer('proxy', SHARED_ROLES),
]

/** `helper` may act for a while, `proxy` at any time. */
export const MANDATES: readonly Mandate[] = ['person', 'organisation'].flatMap((kind) => {
  const principal = kind === 'person' ? { person: 'owner' } : { organisation: 'firm' }
  return [
    { id: `helper-${kind}`, agent: { person: 'helper' }, principal, from: '2020-01-01', to: '2026-06-30' },
    { id: `proxy-${kind}`, agent: { person: 'proxy' }, principal, from: '2020-01-01' },
  ]
})

const isWorked = (day: string): boolean => {
  const weekday = new Date(day).getUTCDay()
  // A week of holidays in spring and in autumn, as long as the real ones.
  const isHoliday = /-(?:10-0[1-7]|02-1[5-9]|02-2[0-3])$/.test(day)
  return weekday !== 0 && weekday !== 6 && !isHoliday
}
const known = new Map<string, boolean>()

export const calendar: Calendar = (day) => {
  if (day >= FIRST_UNKNOWN) return undefined
  const before = known.get(day) ?? isWorked(day)
  known.set(day, before)
  return before
}

/** The policy of a service as it decides, in place of one that decides by chance. */
export type PolicyInPlay = {
  /** Undefined where the facts cannot be used. */
  decide: (facts: Given, effective: string, known: string) => Scene['decision']
  /** Facts and the day whose policy counts, by the keys of the policy. */
  examples: readonly { facts: Given; effective: string }[]
}

/** A value a field takes. */
function valueFor(field: Field, random: Random): Plain {
  switch (field.type) {
    case 'money':
      return `${random.below(100_000)}.${String(random.below(100)).padStart(2, '0')}`
    case 'ratio':
      return `${random.below(100)}%`
    case 'date':
      return writeDay(BEGIN + random.below(500) - 250)
    case 'boolean':
      return random.happens(0.6)
    case 'choice':
      return random.pick(field.options!)
    case 'list':
      return [random.pick(field.options!)]
    case 'text':
      return `text ${random.below(1000)}`
    case 'district':
      return random.pick(DISTRICTS)
    default:
      return Number(field.min ?? 0) + random.below(Number(field.max ?? 100) - Number(field.min ?? 0) + 1)
  }
}

/** What surrounds one case: its day, and what records say. */
export class World {
  readonly #random: Random
  readonly #prepared: Prepared
  readonly #hash: Hash
  readonly #policy: PolicyInPlay | undefined
  readonly #example: Given
  #day: number
  #salts = 0
  records: Record<string, { value: Plain | null; on: string }> = {}

  constructor(prepared: Prepared, random: Random, hash: Hash, policy: PolicyInPlay | undefined) {
    this.#prepared = prepared
    this.#random = random
    this.#hash = hash
    this.#policy = policy
    const example = policy && random.happens(0.9) ? random.pick(policy.examples) : undefined
    this.#example = example?.facts ?? {}
    this.#day = example ? readDay(example.effective)! : BEGIN + random.below(600)
    for (const field of prepared.service.fields) this.#write(field)
    for (const { record } of prepared.service.papers ?? [])
      if (record !== undefined && random.happens(0.5)) this.records[record] ??= { value: true, on: this.today }
  }

  get today(): string {
    return writeDay(this.#day)
  }

  #write(field: Field): void {
    if (field.record === undefined) return
    // A record without an answer leaves the question to the applicant.
    const value = this.#random.happens(0.1) ? null : this.valueFor(field)
    this.records[field.record] = { value, on: this.today }
  }

  /** Mostly what the example says: values by chance would hardly ever be granted anything. */
  valueFor(field: Field): Plain {
    const said = this.#example[field.key]
    return said === undefined || said === null || this.#random.happens(0.03) ? valueFor(field, this.#random) : said
  }

  /** Days pass, and now and then a record changes. */
  pass(): void {
    if (this.#random.happens(0.5)) this.#day += this.#random.below(this.#random.happens(0.1) ? 90 : 6)
    if (this.#random.happens(0.05)) this.#write(this.#random.pick(this.#prepared.service.fields))
  }

  /** Nobody does anything for a month: clocks run out. */
  wait(): void {
    this.#day += 30
  }

  scene(id: string, actor: Actor): Scene {
    return {
      case: id,
      at: `${this.today}T02:00:00Z`,
      today: this.today,
      actor,
      mandates: MANDATES,
      records: this.records as Records,
      calendar,
      hash: this.#hash,
      salt: () => `salt ${++this.#salts}`,
    }
  }

  /** Decides as the policy does, but for a change of the rules now and then. */
  decision(facts: Given, effective: string): Scene['decision'] {
    if (this.#policy && !this.#random.happens(0.02)) return this.#policy.decide(facts, effective, this.today)
    return this.#byChance(facts, effective)
  }

  /** By the facts alone, whatever they mean. */
  #byChance(facts: Given, effective: string): NonNullable<Scene['decision']> {
    const number =
      Number.parseInt(this.#hash(JSON.stringify(facts)).slice(0, 6), 16) + (this.#random.happens(0.02) ? 1 : 0)
    const value = `${number % 50_000}.${String(number % 100).padStart(2, '0')}`
    const outcome = number % 8 === 0 ? 'refused' : number % 31 === 0 ? 'unknown' : 'granted'
    const amount = { value, shown: value, arithmetic: value, period: 'once' as const, provisional: false, clause: '' }
    const policy = this.#prepared.service.policy!.key
    return {
      policy,
      effective,
      known: this.today,
      facts,
      outcome,
      missing: [],
      ...(outcome === 'granted' && { amount }),
    }
  }
}
