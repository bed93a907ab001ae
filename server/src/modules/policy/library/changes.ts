import type { PolicyDifference } from '@renshu/contracts'
import type { Policy } from '@renshu/policy'

type Part = PolicyDifference['part']
type Told = { name: string; clause: string | null; says: string }

/** Parts of a policy that are lists: how each is called, and what of it is compared. */
const clauseOf = (one: { clause?: string | undefined }): string | null => one.clause ?? null
const LISTS: readonly [Part, (policy: Policy) => Told[]][] = [
  ['document', ({ documents }) => documents.map((one) => ({ name: one.id, clause: null, says: says(one) }))],
  ['fact', ({ facts }) => facts.map((one) => ({ name: one.key, clause: null, says: says(one) }))],
  [
    'parameter',
    ({ parameters }) =>
      parameters.flatMap(({ name, values, ...kind }) => [
        { name, clause: null, says: says(kind) },
        // Each value by its first day, so that a new one stands alone and not as a change of the whole.
        ...values.map((value) => ({ name: `${name} ${value.from}`, clause: clauseOf(value), says: says(value) })),
      ]),
  ],
  [
    'definition',
    ({ definitions = [] }) => definitions.map((one) => ({ name: one.name, clause: clauseOf(one), says: says(one) })),
  ],
  ['condition', ({ conditions }) => conditions.map((one) => ({ name: one.id, clause: one.clause, says: says(one) }))],
  ['limit', ({ limits = [] }) => limits.map((one) => ({ name: one.id, clause: one.clause, says: says(one) }))],
]

/** What the words of a file are called; those that are missing here are shown as they are. */
const CALLED: Readonly<Record<string, string>> = {
  name: '名称',
  title: '标题',
  number: '文号',
  link: '网址',
  published: '发布日',
  certainty: '可靠程度',
  type: '类型',
  options: '选项',
  question: '问题',
  record: '记录',
  text: '说明',
  value: '值',
  from: '起',
  to: '止',
  by: '按',
  when: '条件',
  is: '算法',
  clause: '条款',
  source: '出处',
  example: '示例',
  kind: '种类',
  most: '最多',
  within: '期限',
  event: '从哪天起',
  same: '相同的',
  with: '一并计算',
  period: '发放',
}

/** A value of a file for people: no brackets, quotes or names of programs. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('、')
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value)
  if ('zh' in value && 'en' in value) return `${shown(value.zh)} / ${shown(value.en)}`
  return entries.map(([name, one]) => `${CALLED[name] ?? name} ${shown(one)}`).join('，')
}

/** What a part says, a line for each word of the file, without what is only its name. */
function says(one: object): string {
  return Object.entries(one)
    .filter(([name]) => !['id', 'key'].includes(name))
    .map(([name, value]) => `${CALLED[name] ?? name}：${shown(value)}`)
    .join('\n')
}

const WHOLE = ['title', 'summary', 'subject', 'from', 'to'] as const

function compare(part: Part, before: readonly Told[], after: readonly Told[]): PolicyDifference[] {
  const was = new Map(before.map((one) => [one.name, one]))
  const is = new Map(after.map((one) => [one.name, one]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)]
    if (old?.says === now?.says) return []
    return { part, name, clause: (now ?? old)!.clause, before: old?.says ?? null, after: now?.says ?? null }
  })
}

const told = (value: unknown): string | null => (value === undefined ? null : shown(value))

const amountIn = ({ amount }: Policy): Told[] => [{ name: 'amount', clause: amount.clause, says: says(amount) }]

/** What was added, removed or changed between two versions of a policy. */
export function differencesBetween(before: Policy, after: Policy): PolicyDifference[] {
  const fields = WHOLE.flatMap((name): PolicyDifference[] => {
    const [old, now] = [told(before[name]), told(after[name])]
    return old === now ? [] : [{ part: 'policy', name, clause: null, before: old, after: now }]
  })
  return [
    ...fields,
    ...LISTS.flatMap(([part, of]) => compare(part, of(before), of(after))),
    ...compare('amount', amountIn(before), amountIn(after)),
  ]
}
