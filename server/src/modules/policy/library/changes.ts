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

/** In words of the file, without what is only its name. */
function says(one: object): string {
  return Object.entries(one)
    .filter(([name]) => !['id', 'key'].includes(name))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
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

const told = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)

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
