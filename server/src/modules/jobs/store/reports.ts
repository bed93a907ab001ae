import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobsTables } from '../tables.ts'

export type ReportRow = Selectable<JobsTables['jobs.report']>

export async function insertReport(tx: Tx, row: ReportRow): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .insertInto('jobs.report')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Puts a posting into the queue, where it stays until a decision. Scope system: the reporter may not change it. */
export async function markReported(tx: Tx, city: string, jobId: string, reportedAt: Date): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .updateTable('jobs.job')
    .set({ reportedAt })
    .where('city', '=', city)
    .where('id', '=', jobId)
    .where('reportedAt', 'is', null)
    .execute()
}

export const openReportBy = async (tx: Tx, city: string, jobId: string, reportedBy: string): Promise<boolean> =>
  (await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.report')
    .select('id')
    .where('city', '=', city)
    .where('jobId', '=', jobId)
    .where('reportedBy', '=', reportedBy)
    .where('settledAt', 'is', null)
    .executeTakeFirst()) !== undefined

/** Reports on postings that no decision has settled, oldest first. */
export const openReports = (tx: Tx, city: string, jobIds: readonly string[]): Promise<ReportRow[]> =>
  jobIds.length === 0
    ? Promise.resolve([])
    : tx
        .withTables<JobsTables>()
        .selectFrom('jobs.report')
        .selectAll()
        .where('city', '=', city)
        .where('jobId', 'in', jobIds)
        .where('settledAt', 'is', null)
        .orderBy('reportedAt')
        .orderBy('id')
        .execute()

/** The officer's decision answers every open report on a posting. */
export async function settleReports(tx: Tx, city: string, jobId: string, settledAt: Date): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .updateTable('jobs.report')
    .set({ settledAt })
    .where('city', '=', city)
    .where('jobId', '=', jobId)
    .where('settledAt', 'is', null)
    .execute()
}

/** Takes the person and the words out of his reports; that there was one stays. Scope system. */
export async function eraseReporter(tx: Tx, city: string, personId: string): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .updateTable('jobs.report')
    .set({ reportedBy: null, text: '' })
    .where('city', '=', city)
    .where('reportedBy', '=', personId)
    .execute()
}
