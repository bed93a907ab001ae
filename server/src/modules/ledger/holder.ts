import type { Context } from '../../platform/http/index.ts'
import type { LedgerTables } from './tables.ts'

/** What the ledger counts of a person, under the pseudonym. Nothing of it says who it was, so it outlives the account. */
export const ledgerHolder = {
  module: 'ledger',
  async export({ tx, city, secrets }: Context, personId: string) {
    const pseudonym = secrets.pseudonym(personId)
    const entries = await tx
      .withTables<LedgerTables>()
      .selectFrom('ledger.entry')
      .select(['id', 'kind', 'occurredOn', 'district', 'organisationId', 'count', 'amountFen', 'recordedAt'])
      .where('city', '=', city)
      .where((entry) => entry.or([entry('personPseudonym', '=', pseudonym), entry('recordedBy', '=', pseudonym)]))
      .orderBy('seq')
      .execute()
    return { 'ledger.entry': entries }
  },
  erase: async () => {},
}
