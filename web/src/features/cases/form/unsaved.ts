import type { CaseDraft, FieldValue } from '@renshu/contracts'

/** What was typed here and the server has not confirmed, by key of the field; with a count of changes of each. */
export interface Unsaved {
  typed: Record<string, unknown>
  changes: Record<string, number>
}
export const NOTHING: Unsaved = { typed: {}, changes: {} }

export const typing = ({ typed, changes }: Unsaved, key: string, value: unknown): Unsaved => ({
  typed: { ...typed, [key]: value },
  changes: { ...changes, [key]: (changes[key] ?? 0) + 1 },
})

export type Conflict = CaseDraft['conflicts'][number]

/**
 * After the server has kept what was sent: what was not changed since then is let go, so that the field follows the
 * server. What another device changed meanwhile stays here until one of the two is chosen.
 */
export function confirmed(now: Unsaved, sent: Unsaved, conflicts: readonly Conflict[]): Unsaved {
  const open = new Set(conflicts.map(({ key }) => key))
  const stays = (key: string) => open.has(key) || now.changes[key] !== sent.changes[key]
  const keep = <T>(of: Record<string, T>) => Object.fromEntries(Object.entries(of).filter(([key]) => stays(key)))
  return { typed: keep(now.typed), changes: keep(now.changes) }
}

/** Those of two devices that are still to be settled: new ones, and older ones that were not sent again. */
export const conflictsAfter = (
  before: readonly Conflict[],
  sent: Record<string, FieldValue | null>,
  now: readonly Conflict[],
): Conflict[] => [...before.filter(({ key }) => !(key in sent) && !now.some((each) => each.key === key)), ...now]
