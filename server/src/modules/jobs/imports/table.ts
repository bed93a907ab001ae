import type { BatchDesk, ImportRow, TableKind } from '../../../platform/imports/index.ts'
import { organisations } from '../../registry/index.ts'
import { validDays } from '../settings.ts'
import { applyBatch } from './apply-batch.ts'
import type { Candidate } from './candidate.ts'
import { readTable } from './reading/in-thread.ts'
import type { ReadRow } from './reading/rows.ts'
import { explainReject } from './reasons.ts'

const DAY = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

async function takeBatch(desk: BatchDesk, source: ImportRow, batch: readonly ReadRow[]) {
  const { tx, city } = desk
  const { organisationId } = source
  const candidates = batch.filter((row): row is Candidate => 'content' in row)
  const rejected = batch.filter((row) => 'reason' in row)
  const own = (await organisations(tx, city, [organisationId])).get(organisationId)
  const applied = await applyBatch({ ...desk, source, ownDistrict: own?.district ?? city }, candidates)
  return { ...applied, rejected: [...rejected, ...applied.rejected] }
}

/** Tables of postings. */
export const JOBS_TABLE: TableKind<ReadRow> = {
  schema: 'jobs',
  batches: (path, part, { cities, city }) =>
    readTable({ path, part, validUntil: dayAfter(part.asOf, validDays({ cities, city }, part.asOf)) }),
  take: takeBatch,
  explain: explainReject,
}
