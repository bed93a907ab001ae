import type { Prepared } from '../definition/prepare.ts'
import type { Step } from '../definition/service.ts'

export type Edge = { from: string; step: Step; path: readonly (string | number)[] }

/** Every step as an edge between stages, with its path in the definition. */
export const edgesOf = ({ service }: Prepared): Edge[] =>
  service.stages.flatMap(({ id, steps = [] }, stage) =>
    steps.map((step, place) => ({ from: id, step, path: ['stages', stage, 'steps', place] })),
  )

/** The stages to which edges lead from some stages, these included. */
export function reachedFrom(starts: readonly string[], edges: readonly Edge[]): Set<string> {
  const reached = new Set(starts)
  for (let grows = true; grows;) {
    grows = false
    for (const { from, step } of edges)
      if (reached.has(from) && !reached.has(step.to)) {
        reached.add(step.to)
        grows = true
      }
  }
  return reached
}

/** What holds at each stage whichever way a case came there; a stage that cannot be reached has no entry. */
export function alwaysAt(
  first: string,
  edges: readonly Edge[],
  after: (before: ReadonlySet<string>, step: Step) => ReadonlySet<string>,
): Map<string, ReadonlySet<string>> {
  const at = new Map<string, ReadonlySet<string>>([[first, new Set()]])
  for (let changes = true; changes;) {
    changes = false
    for (const { from, step } of edges) {
      const before = at.get(from)
      if (!before) continue
      const arriving = after(before, step)
      const known = at.get(step.to)
      const kept = known ? new Set([...known].filter((one) => arriving.has(one))) : arriving
      if (known?.size === kept.size) continue
      at.set(step.to, kept)
      changes = true
    }
  }
  return at
}
