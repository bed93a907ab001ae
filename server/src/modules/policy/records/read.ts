import type { KnownRecord, KnownRecords, RecordReading, RecordSubject } from '../../../platform/records.ts'
import { type PolicyDesk, readingOf } from '../desk.ts'
import type { PolicyPorts } from '../ports.ts'
import { tables } from '../tables.ts'

type Kind = RecordSubject['kind']
type Known = Record<string, KnownRecord | undefined>

/** Names that a module answers for subjects of a kind. */
export const namesAnswered = ({ sources }: Pick<PolicyPorts, 'sources'>, kind: Kind): ReadonlySet<string> =>
  new Set(sources.flatMap(({ names }) => names[kind]))

/** Records of many subjects at once, by their id: of the modules first, then what was held. Scope `system`. */
export async function recordsOfMany(
  { sources }: Pick<PolicyPorts, 'sources'>,
  desk: PolicyDesk,
  kind: Kind,
  ids: readonly string[],
  names: readonly string[],
): Promise<Map<string, KnownRecords>> {
  const wanted = new Set(names)
  const found = new Map<string, Known>(ids.map((id) => [id, {}]))
  const add = (id: string, records: KnownRecords) => {
    const known = found.get(id)
    // The first to answer is believed: modules in their order, other authorities last.
    for (const [name, record] of Object.entries(records)) if (known && record) known[name] ??= record
  }
  const reading = readingOf(desk)
  for (const source of sources) {
    const own = new Set(source.names[kind].filter((name) => wanted.has(name)))
    if (own.size === 0) continue
    for (const [id, records] of await source.read(reading, kind, ids, own)) add(id, records)
  }
  for (const [id, records] of await heldOf(reading, kind, ids, names)) add(id, records)
  return found
}

/** So many ids a statement asks for at most; more are asked for by their names alone. */
const MOST_IDS = 1000

/** The newest that is held of each name, by its day, and of one day the one recorded last. */
async function heldOf(
  { tx, city, today }: RecordReading,
  kind: Kind,
  ids: readonly string[],
  names: readonly string[],
): Promise<Map<string, Known>> {
  const found = new Map<string, Known>()
  if (ids.length === 0 || names.length === 0) return found
  let query = tables(tx)
    .selectFrom('policy.heldFact')
    .select(['subjectId', 'record', 'value', 'onDay', 'statedBy'])
    .where('city', '=', city)
    .where('subjectKind', '=', kind)
    .where('record', 'in', [...new Set(names)])
    .where('withdrawnAt', 'is', null)
    .where('onDay', '<=', today)
  if (ids.length <= MOST_IDS) query = query.where('subjectId', 'in', [...ids])
  const rows = await query.orderBy('onDay').orderBy('recordedAt').orderBy('id').execute()
  for (const { subjectId, record, value, onDay, statedBy } of rows) {
    const known = found.get(subjectId) ?? {}
    known[record] = { value, on: onDay, statedBy }
    found.set(subjectId, known)
  }
  return found
}

/** Officers who stated, or withdrew, what is held of a subject under these names. Scope `system`. */
export async function statersOf(
  { tx, city }: Pick<PolicyDesk, 'tx' | 'city'>,
  { kind, id }: RecordSubject,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set()
  const rows = await tables(tx)
    .selectFrom('policy.heldFact')
    .select(['recordedBy', 'withdrawnBy'])
    .distinct()
    .where('city', '=', city)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .where('record', 'in', [...names])
    .execute()
  return new Set(rows.flatMap(({ recordedBy, withdrawnBy }) => [recordedBy ?? [], withdrawnBy ?? []].flat()))
}

/** Records of one subject. Scope `system`. */
export async function recordsOf(
  ports: Pick<PolicyPorts, 'sources'>,
  desk: PolicyDesk,
  { kind, id }: RecordSubject,
  names: readonly string[],
): Promise<KnownRecords> {
  return (await recordsOfMany(ports, desk, kind, [id], names)).get(id) ?? {}
}
