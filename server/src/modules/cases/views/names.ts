import type { RecordSubject } from '../../../platform/records.ts'
import { personNames } from '../../accounts/index.ts'
import { organisations } from '../../registry/index.ts'
import type { Desk } from '../ports.ts'

const idsIn = (all: readonly (string | null)[]) => [...new Set(all.flatMap((id) => id ?? []))]

/** Names of people and organisations by their ids. Scope `system`. */
export async function namesOf(
  desk: Desk,
  people: readonly (string | null)[],
  firms: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(await personNames(desk, idsIn(people)))
  const wanted = idsIn(firms)
  if (wanted.length > 0)
    for (const [id, { name }] of await organisations(desk.tx, desk.city, wanted)) names.set(id, name)
  return names
}

/** Scope `system`. */
export async function applicantName(desk: Desk, { kind, id }: RecordSubject): Promise<string> {
  const names = kind === 'person' ? await namesOf(desk, [id], []) : await namesOf(desk, [], [id])
  return names.get(id) ?? ''
}
