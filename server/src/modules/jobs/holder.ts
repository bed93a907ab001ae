import { type HeldTable, type Holder, sectionsOf } from '../accounts/index.ts'
import { deleteSearchesOf } from './search/index.ts'
import { eraseReporter } from './store/reports.ts'

/** Where jobs knows people: as those who wrote. */
const HELD: readonly HeldTable[] = [
  { table: 'jobs.job', people: ['createdBy'], columns: ['id', 'organisationId', 'title', 'status', 'createdAt'] },
  { table: 'jobs.version', people: ['savedBy'], columns: ['id', 'version', 'savedAt'] },
  { table: 'jobs.decision', people: ['decidedBy'], columns: ['id', 'jobId', 'decision', 'reason', 'decidedAt'] },
  {
    table: 'jobs.report',
    people: ['reportedBy'],
    columns: ['id', 'jobId', 'kind', 'text', 'reportedAt', 'settledAt'],
  },
  { table: 'jobs.savedSearch', people: ['personId'], columns: ['id', 'name', 'query', 'alert', 'createdAt'] },
  { table: 'jobs.import', people: ['importedBy'], columns: ['id', 'organisationId', 'name', 'importedAt', 'read'] },
]

export const jobsHolder: Holder = {
  module: 'jobs',
  export: (context, personId) => sectionsOf(context, HELD, personId),
  // What was written for an organisation stays with the id alone, which accounts leaves without a name; a report is
  // the person's own word and goes.
  async erase({ tx, city }, personId) {
    await eraseReporter(tx, city, personId)
    await deleteSearchesOf(tx, city, personId)
  },
}
