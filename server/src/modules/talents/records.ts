import type { SpecialGroup } from '@renshu/contracts'
import { dayOf } from '../../platform/clock.ts'
import type { KnownRecords, RecordSource } from '../../platform/records.ts'
import type { TalentsTables } from './tables.ts'

/** Groups that policies know by these words; of two the one that is named first counts. */
const CATEGORIES: readonly [SpecialGroup, string][] = [
  ['hardToEmploy', '就业困难人员'],
  ['graduate', '离校两年内高校毕业生'],
]

/** To which group an officer has counted somebody. What a person says of himself is no record. */
export const talentsRecords: RecordSource = {
  names: { person: ['talents.category'], organisation: [] },
  async read({ tx, city, today }, _, ids) {
    if (ids.length === 0) return new Map()
    const claims = await tx
      .withTables<TalentsTables>()
      .selectFrom('talents.groupClaim')
      .select(['personId', 'kind', 'decidedAt'])
      .where('city', '=', city)
      .where('personId', 'in', [...ids])
      .where('status', '=', 'proved')
      .where((row) => row.or([row('untilOn', 'is', null), row('untilOn', '>=', today)]))
      .execute()
    const found = new Map<string, KnownRecords>()
    for (const [group, category] of CATEGORIES)
      for (const { personId, kind, decidedAt } of claims)
        if (personId && kind === group && decidedAt && !found.has(personId))
          found.set(personId, { 'talents.category': { value: category, on: dayOf(decidedAt) } })
    return found
  },
}
