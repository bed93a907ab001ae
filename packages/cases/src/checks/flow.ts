import type { Fault } from '@renshu/policy'
import type { Prepared } from '../definition/prepare.ts'
import type { Step } from '../definition/service.ts'
import { isAnew } from '../definition/words.ts'
import { alwaysAt, type Edge, edgesOf, reachedFrom } from './graph.ts'
import { fault } from './fault.ts'

/** Where cases go: to an end, past two people before money, to each outcome once, never in circles by themselves. */
export function checkFlow(prepared: Prepared): Fault[] {
  const edges = edgesOf(prepared)
  return [
    ...checkReach(prepared, edges),
    ...checkOwnSteps(edges),
    ...checkOutcomes(prepared, edges),
    ...checkFourEyes(prepared, edges),
    ...checkFills(prepared, edges),
  ]
}

function checkReach({ service, first }: Prepared, edges: readonly Edge[]): Fault[] {
  const reached = reachedFrom([first.id], edges)
  const ends = service.stages.filter(({ end }) => end).map(({ id }) => id)
  const backwards = edges.map(({ from, step, path }) => ({ from: step.to, step: { ...step, to: from }, path }))
  const ending = reachedFrom(ends, backwards)
  return service.stages.flatMap(({ id, name }, place) => [
    ...(reached.has(id) ? [] : [fault(['stages', place], `走不到“${name.zh}”`, `“${name.en}” is never reached`)]),
    ...(ending.has(id) ? [] : [fault(['stages', place], `“${name.zh}”走不到办结`, `“${name.en}” leads to no end`)]),
  ])
}

/** Steps that take themselves must come to rest. */
function checkOwnSteps(edges: readonly Edge[]): Fault[] {
  const own = edges.filter(({ step }) => step.role === 'clock')
  return own
    .filter(({ from, step }) => reachedFrom([step.to], own).has(from))
    .map(({ path, step }) =>
      fault(path, `自动步骤“${step.name.zh}”会循环`, `“${step.name.en}” would go round for ever`),
    )
}

function checkOutcomes({ service }: Prepared, edges: readonly Edge[]): Fault[] {
  return (service.outcomes ?? []).flatMap(({ id, name }, place) => {
    const reaching = edges.filter(({ step }) => step.outcomes?.includes(id))
    if (reaching.length === 0)
      return [fault(['outcomes', place], `没有步骤产生“${name.zh}”`, `no step reaches “${name.en}”`)]
    return reaching
      .filter(({ step }) => {
        const later = reachedFrom([step.to], edges)
        return reaching.some(({ from }) => later.has(from))
      })
      .map(({ path }) => fault(path, `“${name.zh}”可能产生两次`, `“${name.en}” could be reached twice`))
  })
}

const TWO = 'two people'

/**
 * After this step: which granting steps were taken since all began anew, and whether two people are among them.
 * One that confirms nobody may bind another amount, so it begins anew too.
 */
function judgedAfter(before: ReadonlySet<string>, step: Step): ReadonlySet<string> {
  if (isAnew(step.word)) return new Set()
  if (!step.grants) return before
  const isAnother = step.notSameAs?.some((id) => before.has(id))
  return isAnother ? new Set([...before, step.id, TWO]) : new Set([step.id])
}

function checkFourEyes({ service, first }: Prepared, edges: readonly Edge[]): Fault[] {
  const at = alwaysAt(first.id, edges, judgedAfter)
  const pays = new Set((service.outcomes ?? []).filter(({ kind }) => kind === 'pay').map(({ id }) => id))
  return edges.flatMap(({ from, step, path }) => {
    const isPaying = step.outcomes?.some((id) => pays.has(id))
    if (isPaying && step.word !== 'pay')
      return [fault(path, '付款只能由“支付”一步产生', 'money is paid by a step “pay” and no other')]
    if (step.word !== 'pay' || (at.get(from)?.has(TWO) ?? true)) return []
    return [
      fault(
        path,
        '有一条路不经过两个不同的人就到付款：复核要写 notSameAs 审核',
        'a way leads to payment without two different people: the second granting step names the first in notSameAs',
      ),
    ]
  })
}

/** What only an officer can say is said before anybody grants. */
function checkFills({ service, first, asked }: Prepared, edges: readonly Edge[]): Fault[] {
  const at = alwaysAt(first.id, edges, (before, { fills = [] }) => new Set([...before, ...fills]))
  const needed = service.fields.filter(({ key, by, optional }) => by === 'officer' && !optional && asked.includes(key))
  return edges
    .filter(({ step }) => step.grants)
    .flatMap(({ from, step, path }) =>
      needed
        .filter(({ key }) => at.has(from) && !at.get(from)!.has(key) && !step.fills?.includes(key))
        .map(({ name }) => fault(path, `此前没有人填写“${name}”`, `nobody has answered “${name}” before`)),
    )
}
