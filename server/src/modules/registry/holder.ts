import { type HeldTable, type Holder, sectionsOf } from '../accounts/index.ts'

/** Where the registry knows people: as those who wrote. Names of contacts belong to no account. */
const HELD: readonly HeldTable[] = [
  { table: 'registry.organisation', people: ['createdBy'], columns: ['id', 'name', 'creditCode', 'createdAt'] },
  {
    table: 'registry.licence',
    people: ['proposedBy', 'decidedBy'],
    columns: ['id', 'organisationId', 'number', 'status', 'proposedAt', 'proposedBy', 'decidedAt', 'decidedBy'],
  },
  {
    table: 'registry.verification',
    people: ['submittedBy', 'decidedBy'],
    columns: ['id', 'organisationId', 'status', 'submittedAt', 'submittedBy', 'decidedAt', 'decidedBy', 'reason'],
  },
  {
    table: 'registry.standingFact',
    people: ['recordedBy'],
    columns: ['id', 'organisationId', 'kind', 'fromOn', 'untilOn', 'recordedAt'],
  },
  { table: 'registry.standingWithdrawal', people: ['withdrawnBy'], columns: ['id', 'withdrawnAt', 'reason'] },
  { table: 'registry.import', people: ['importedBy'], columns: ['id', 'name', 'importedAt', 'read'] },
  { table: 'registry.rejectedRow', people: ['importedBy'], columns: ['id', 'importId', 'line'] },
  {
    table: 'registry.remark',
    people: ['madeBy'],
    columns: ['id', 'organisationId', 'kind', 'reason', 'madeAt'],
  },
]

export const registryHolder: Holder = {
  module: 'registry',
  export: (context, personId) => sectionsOf(context, HELD, personId),
  // Acts of the register stay with the id alone, which accounts leaves without a name.
  erase: async () => {},
}
