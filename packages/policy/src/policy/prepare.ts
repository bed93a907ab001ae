import { readDay } from '../exact/day.ts'
import type { Type, Value } from '../exact/value.ts'
import { ExpressionError, type Fault, text } from '../faults.ts'
import { FUNCTIONS } from '../language/calls.ts'
import { check } from '../language/check.ts'
import { operandsOf } from '../language/evaluate.ts'
import { parseExpression } from '../language/parse.ts'
import { TODAY_SLOT } from '../language/scope.ts'
import type { Checked } from '../language/syntax.ts'
import { WORDS } from '../language/tokens.ts'
import type { Condition, Fact, Limit, Parameter, Period, Policy } from './policy.ts'
import { parameterType, type Range, rangeOf, readParameter, typeOf } from './types.ts'
import { isWhole } from './whole.ts'

type Days = { from: number; to: number }
export type KnownFact = { fact: Fact; slot: number; type: Type; range: Range }
/** Later entries win where several hold, so they are in the order in which they became known. */
export type KnownParameter = {
  parameter: Parameter
  slot: number
  type: Type
  values: readonly (Days & { known: number; value: Value; place: number })[]
}
export type ReadyCondition = Days & { condition: Omit<Condition, keyof Period>; when: Checked }
export type ReadyLimit = { limit: Limit; parts: Readonly<Record<string, Checked>> }

/** A policy whose every expression is read and typed. */
export type PreparedPolicy = Days & {
  policy: Policy
  /** The first day on which any of its documents was known. */
  known: number
  slots: number
  facts: readonly KnownFact[]
  parameters: readonly KnownParameter[]
  conditions: readonly ReadyCondition[]
  amount: Checked
  limits: readonly ReadyLimit[]
}

const EVER = Number.POSITIVE_INFINITY
/** Parts of an expression with all definitions written out. */
const MOST_PARTS = 10_000

/** Reads and types a policy. With any fault there is no policy. */
export function preparePolicy(policy: Policy): { prepared: PreparedPolicy } | { faults: Fault[] } {
  const preparing = new Preparing(policy)
  const prepared = preparing.prepare()
  return preparing.faults.length > 0 ? { faults: preparing.faults } : { prepared: prepared! }
}

type Path = readonly (string | number)[]

class Preparing {
  readonly faults: Fault[] = []
  readonly #policy: Policy
  /** How many parts an expression has with its definitions written out. */
  readonly #weights = new Map<Checked, number>()
  readonly #scope = new Map<string, { slot: number; type: Type } | { definition: Checked }>()
  #slots = 1

  constructor(policy: Policy) {
    this.#policy = policy
    this.#scope.set('今日', { slot: TODAY_SLOT, type: { is: 'date' } })
  }

  prepare(): PreparedPolicy | undefined {
    const { documents, definitions = [], amount } = this.#policy
    const facts = this.#policy.facts.map((fact, place) => this.#fact(fact, ['facts', place]))
    const parameters = this.#policy.parameters.flatMap((one, place) => this.#parameter(one, ['parameters', place]))
    for (const [place, { name, is }] of definitions.entries()) {
      const definition = this.#read(is, ['definitions', place, 'is'])
      if (definition) this.#name(name, ['definitions', place, 'name'], { definition })
    }
    const conditions = this.#policy.conditions.flatMap((one, place) => this.#condition(one, ['conditions', place]))
    const paid = this.#read(amount.is, ['amount', 'is'])
    if (paid) this.#checkAmount(paid)
    const limits = (this.#policy.limits ?? []).map((limit, place) => this.#limit(limit, paid, ['limits', place]))
    this.#checkUnique()
    if (this.faults.length > 0 || !paid) return undefined
    const days = this.#days(this.#policy, [])
    // Of a document whose day is not known it is known that it held by then, as with its parameters.
    const published = documents.map((document) => readDay(document.published ?? '') ?? days.from)
    return {
      policy: this.#policy,
      ...days,
      known: Math.min(...published),
      slots: this.#slots,
      facts,
      parameters,
      conditions,
      amount: paid,
      limits,
    }
  }

  #fault(path: Path, zh: string, en: string): void {
    this.faults.push({ path, reason: text(zh, en) })
  }

  #name(name: string, path: Path, meaning: { slot: number; type: Type } | { definition: Checked }): void {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) this.#fault(path, `“${name}”不能作名称`, `“${name}” is no name`)
    else if ([...WORDS, ...FUNCTIONS, '分', '元'].includes(name))
      this.#fault(path, `“${name}”另有用处，不能作名称`, `“${name}” has a meaning of its own`)
    else if (this.#scope.has(name)) this.#fault(path, `“${name}”写了两次`, `“${name}” is there twice`)
    else this.#scope.set(name, meaning)
  }

  #days({ from, to }: { from?: string; to?: string }, path: Path): Days {
    const [first, last] = [from === undefined ? -EVER : readDay(from), to === undefined ? EVER : readDay(to)]
    if (first === undefined || last === undefined || first > last)
      this.#fault(path, '日期不成立', 'there is no such day or period')
    return { from: first ?? -EVER, to: last ?? EVER }
  }

  #fact(fact: Fact, path: Path): KnownFact {
    const type = typeOf(fact.type, fact.options)
    const slot = this.#slots++
    if ('options' in type && type.options.length < 2) this.#fault(path, '选项至少两个', 'at least two options')
    this.#name(fact.name, [...path, 'name'], { slot, type })
    return { fact, slot, type, range: rangeOf(fact, path, this.faults) }
  }

  #parameter(parameter: Parameter, path: Path): KnownParameter[] {
    const type = parameterType(parameter, this.#policy.facts)
    const slot = this.#slots++
    if (!type) {
      this.#fault([...path, 'by'], `没有选项类的事实“${parameter.by}”`, `there is no choice “${parameter.by}”`)
      return []
    }
    const values = parameter.values.flatMap((dated, place) => {
      const own = [...path, 'values', place]
      const value = readParameter(type, dated, [...own, 'value'], this.faults)
      const days = this.#days(dated, own)
      return value === undefined ? [] : [{ ...days, known: this.#knownFrom(dated, days.from, own), value, place }]
    })
    this.#name(parameter.name, [...path, 'name'], { slot, type })
    return [{ parameter, slot, type, values: values.toSorted((a, b) => a.known - b.known) }]
  }

  #knownFrom({ known, source }: Parameter['values'][number], from: number, path: Path): number {
    const document = this.#policy.documents.find(({ id }) => id === source)
    if (source !== undefined && !document)
      this.#fault([...path, 'source'], `没有文件“${source}”`, `there is no document “${source}”`)
    const day = known ?? document?.published
    const read = day === undefined ? from : readDay(day)
    if (read === undefined) this.#fault([...path, 'known'], '日期不成立', 'there is no such day')
    return read ?? from
  }

  #read(source: string, path: Path): Checked | undefined {
    try {
      const checked = check(parseExpression(source), this.#scope)
      if (this.#weigh(checked) <= MOST_PARTS) return checked
      this.#fault(path, '定义套得太多，式子展开后太长', 'written out with its definitions it is too long')
      return undefined
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      this.faults.push({ path, at: error.at, reason: error.reason })
      return undefined
    }
  }

  /** Definitions of definitions double at each step, so each is weighed once. */
  #weigh(checked: Checked): number {
    const weight = this.#weights.get(checked) ?? operandsOf(checked).reduce((sum, part) => sum + this.#weigh(part), 1)
    this.#weights.set(checked, weight)
    return weight
  }

  /** An expression of one of these types. */
  #typed(source: string, path: Path, ...wanted: Type['is'][]): Checked | undefined {
    const checked = this.#read(source, path)
    if (!checked || wanted.includes(checked.type.is)) return checked
    this.#fault(path, `这里不能是 ${checked.type.is}，应当是 ${wanted.join('、')}`, `${wanted.join(' or ')} is needed`)
    return undefined
  }

  #condition(condition: Condition, path: Path): ReadyCondition[] {
    const when = this.#typed(condition.when, [...path, 'when'], 'boolean')
    const { from: _from, to: _to, ...told } = condition
    return when ? [{ condition: told, when, ...this.#days(condition, path) }] : []
  }

  #checkAmount(amount: Checked): void {
    if (amount.type.is !== 'money' && amount.type.is !== 'months')
      this.#fault(['amount', 'is'], '结果应当是金额或月数', 'the amount is money or a number of months')
    else if (!isWhole(amount))
      this.#fault(['amount', 'is'], '金额没有写明如何取整：四舍五入(…, 分)', 'say how it is rounded: 四舍五入(…, 分)')
  }

  #limit(limit: Limit, amount: Checked | undefined, path: Path): ReadyLimit {
    const kind = amount?.type.is ?? 'money'
    const wanted: Record<string, Type['is'][]> = {
      'cap.most': [kind],
      'cap.last': ['months', 'days'],
      'times.most': ['integer'],
      'times.last': ['months', 'days'],
      'deadline.event': ['date'],
      'deadline.within': ['months', 'days'],
      'higher.by': ['choice'],
      'higher.last': ['months', 'days'],
      'share.most': ['ratio'],
      'share.of': ['money'],
      'reserve.of': ['months'],
      'reserve.least': ['months'],
      'reserve.otherwise': [kind],
    }
    const parts: Record<string, Checked> = {}
    for (const [name, source] of Object.entries(limit)) {
      const types = wanted[`${limit.kind}.${name}`]
      const part = types && this.#typed(source as string, [...path, name], ...types)
      if (part) parts[name] = part
      if (part && name === 'otherwise' && !isWhole(part))
        this.#fault([...path, name], '金额没有写明如何取整', 'say how it is rounded')
    }
    for (const name of ('same' in limit && limit.same) || []) {
      const part = this.#read(name, [...path, 'same'])
      if (part) parts[`same.${name}`] = part
      // Earlier payments carry facts, nothing else.
      if (part && this.#policy.facts.every((fact) => fact.name !== name))
        this.#fault([...path, 'same'], `“${name}”不是事实`, `“${name}” is no fact`)
    }
    return { limit, parts }
  }

  #checkUnique(): void {
    const { facts, conditions, limits = [], documents } = this.#policy
    const lists = [
      ['facts', facts.map(({ key }) => key)],
      ['conditions', [...conditions, ...limits].map(({ id }) => id)],
      ['documents', documents.map(({ id }) => id)],
    ] as const
    for (const [list, ids] of lists)
      for (const [place, id] of ids.entries())
        if (ids.indexOf(id) !== place)
          this.#fault(
            [list, Math.min(place, this.#policy[list].length - 1)],
            `“${id}”写了两次`,
            `“${id}” is there twice`,
          )
    const sourced = conditions.map((one, place) => ({ one, path: ['conditions', place] }))
    for (const { one, path } of sourced)
      if (one.source !== undefined && documents.every(({ id }) => id !== one.source))
        this.#fault([...path, 'source'], `没有文件“${one.source}”`, `there is no document “${one.source}”`)
  }
}
