import type { Context } from '../../platform/http/index.ts'
import { type HeldTable, type Holder, sectionsOf } from '../accounts/index.ts'
import { tables } from './tables.ts'

/** Rows whose subject is a person, by the person's id; ids of organisations are never one. */
const HELD: readonly HeldTable[] = [
  {
    table: 'policy.heldFact',
    people: ['subjectId'],
    columns: ['id', 'record', 'value', 'onDay', 'statedBy', 'recordedAt', 'withdrawnAt', 'withdrawnWhy'],
  },
  {
    table: 'policy.decision',
    people: ['subjectId'],
    columns: ['id', 'policy', 'effective', 'outcome', 'amount', 'body', 'records', 'decidedAt', 'madeBy'],
  },
  {
    table: 'policy.entitlement',
    people: ['subjectId'],
    columns: ['id', 'policy', 'amount', 'foundOn', 'lastOn', 'state', 'caseId', 'closedAt', 'toldAt'],
  },
  { table: 'policy.look', people: ['subjectId'], columns: ['id', 'what', 'reason', 'lookedAt'] },
  // What an officer did; whose facts they were is nobody else's affair.
  { table: 'policy.budget', people: ['madeBy'], columns: ['id', 'policy', 'effective', 'madeAt'] },
  { table: 'policy.import', people: ['importedBy'], columns: ['id', 'name', 'importedAt'] },
]

/** What is held of a person, what was decided for him, and who looked at it. Erasure leaves nothing of it. */
export const policyHolder: Holder = {
  module: 'policy',
  export: (context: Context, personId: string) => sectionsOf(context, HELD, personId),
  async erase({ tx, city }, personId) {
    for (const table of ['policy.entitlement', 'policy.heldFact', 'policy.decision', 'policy.look'] as const)
      await tables(tx)
        .deleteFrom(table)
        .where('city', '=', city)
        .where('subjectKind', '=', 'person')
        .where('subjectId', '=', personId)
        .execute()
  },
}
