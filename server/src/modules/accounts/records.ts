import { dayOf } from '../../platform/clock.ts'
import type { KnownRecord, RecordReading, RecordSource } from '../../platform/records.ts'
import { tables } from './tables.ts'

/** Days on which the city's identity provider first vouched for people. */
async function vouchedFor({ tx, city }: RecordReading, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tables(tx)
    .selectFrom('accounts.identity')
    .select(['personId', 'createdAt'])
    .where('city', '=', city)
    .where('personId', 'in', [...ids])
    .orderBy('createdAt', 'desc')
    .execute()
  return new Map(rows.map(({ personId, createdAt }) => [personId, dayOf(createdAt)]))
}

/** What accounts know of people: the name, and that the city's identity provider has vouched for it. */
export const accountsRecords: RecordSource = {
  names: { person: ['accounts.name', 'accounts.verified'], organisation: [] },
  async read(reading, _, ids, names) {
    const { tx, city } = reading
    if (ids.length === 0) return new Map()
    const people = await tables(tx)
      .selectFrom('accounts.person')
      .select(['id', 'name', 'createdAt'])
      .where('city', '=', city)
      .where('id', 'in', [...ids])
      .where('erasedAt', 'is', null)
      .execute()
    const vouched = names.has('accounts.verified') ? await vouchedFor(reading, ids) : new Map<string, string>()
    return new Map(
      people.map(({ id, name, createdAt }) => {
        const known: Record<string, KnownRecord> = {}
        if (names.has('accounts.name')) known['accounts.name'] = { value: name, on: dayOf(createdAt) }
        const on = vouched.get(id)
        if (on) known['accounts.verified'] = { value: true, on }
        return [id, known]
      }),
    )
  },
}
