import { type Facts, type Payment, type Plain } from '@renshu/policy'
import type { FileFault } from '../reading/fault.ts'
import { anything, day, listOf, object, oneOf, plain, recordOf, type Shape, words } from '../reading/shape.ts'
import { readYaml } from '../reading/yaml.ts'

/** What a case expects: exactly one of these. */
export type Expected =
  | { amount: Plain; arithmetic?: string }
  /** Ids of all conditions and limits that fail. */
  | { refused: readonly string[] }
  /** Keys of the facts that are asked for, in their order. */
  | { unknown: readonly string[] }
  | { notInForce: true }
export type Case = {
  name: string
  line: number
  effective: string
  known: string
  facts: Facts
  history: readonly Payment[] | undefined
  expected: Expected
}
export type CaseFile = { file: string; cases: Case[] }

const facts: Shape = recordOf((value, path) => (value === null ? [] : anything(value, path)))
const history = listOf(object({ policy: words, on: day, amount: plain, 'facts?': recordOf(plain) }))
const CASES = object({
  date: day,
  'known?': day,
  facts,
  cases: listOf(
    object({
      name: words,
      'date?': day,
      'known?': day,
      'facts?': facts,
      'history?': (value, path) => (value === 'unknown' ? [] : history(value, path)),
      'amount?': plain,
      'arithmetic?': words,
      'refused?': listOf(words, 1),
      'unknown?': listOf(words),
      'notInForce?': oneOf('yes'),
    }),
    1,
  ),
})

type Written = Omit<Partial<Case>, 'effective' | 'history'> & {
  date?: string
  history?: readonly Payment[] | 'unknown'
} & {
  name: string
} & { amount?: Plain; arithmetic?: string; refused?: readonly string[]; unknown?: readonly string[] }
type WrittenFile = { date: string; known?: string; facts: Facts; cases: Written[] }

/** Cases lay their facts over those at the top of the file; null takes one away. Known: everything, unless they say. */
export function readCases(file: string, text: string): CaseFile | { faults: FileFault[] } {
  const yaml = readYaml(file, text)
  if ('faults' in yaml) return yaml
  const wrong = CASES(yaml.content, [])
  if (wrong.length > 0) return { faults: wrong.map(({ path, reason }) => ({ file, line: yaml.lineOf(path), reason })) }
  const base = yaml.content as WrittenFile
  const faults: FileFault[] = []
  const cases = base.cases.map((one, place): Case => {
    const line = yaml.lineOf(['cases', place])
    const said = ['amount', 'refused', 'unknown', 'notInForce'].filter((key) => key in one)
    if (said.length !== 1) {
      const reason = { zh: '要写明一种结果：amount、refused、unknown 或 notInForce', en: 'say one result' }
      faults.push({ file, line, reason })
    }
    return {
      name: one.name,
      line,
      effective: one.date ?? base.date,
      known: one.known ?? base.known ?? '9999-12-31',
      facts: { ...base.facts, ...one.facts },
      history: one.history === 'unknown' ? undefined : (one.history ?? []),
      expected: expectedOf(one),
    }
  })
  return faults.length > 0 ? { faults } : { file, cases }
}

function expectedOf({ amount, arithmetic, refused, unknown }: Written): Expected {
  if (amount !== undefined) return { amount, ...(arithmetic !== undefined && { arithmetic }) }
  if (refused) return { refused }
  return unknown ? { unknown } : { notInForce: true }
}
