import { type JobRead, openSource, readJobs, recogniseColumns } from '@renshu/intake'
import {
  batchesOf,
  type BatchDesk,
  type ImportRow,
  type Part,
  type TableKind,
} from '../../../platform/imports/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import { organisations } from '../../registry/index.ts'
import { validDays } from '../settings.ts'
import { applyBatch } from './apply-batch.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { explainReject } from './reasons.ts'

const DAY = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/**
 * Opens a table of postings and recognises its columns.
 * @throws IntakeError with what is wrong
 */
async function openTable(path: string) {
  const source = await openSource(path)
  return { source, columns: recogniseColumns(source.columns, 'jobs') }
}

/**
 * Lets only a table of postings pass.
 * @throws IntakeError with what is wrong
 */
export async function checkTable(path: string): Promise<void> {
  const { source } = await openTable(path)
  // The rows are walked so far that their file is closed again.
  for await (const _ of source.rows) break
}

async function* readBatches(path: string, part: Part) {
  const { source, columns } = await openTable(path)
  yield* batchesOf(readJobs(source, columns, { asOf: part.asOf }), part, () => source.progress())
}

async function takeBatch(desk: BatchDesk, source: ImportRow, batch: readonly JobRead[]) {
  const { tx, city, cities, now } = desk
  const { organisationId } = source
  const today = dayOf(now())
  const validUntil = dayAfter(today, validDays({ cities, city }, today))
  const candidates: Candidate[] = []
  const rejected = []
  for (const read of batch)
    if ('job' in read) candidates.push(candidateOf(read, validUntil, today))
    else rejected.push(read.reject)
  const own = (await organisations(tx, city, [organisationId])).get(organisationId)
  const applied = await applyBatch({ ...desk, source, ownDistrict: own?.district ?? city }, candidates)
  return { ...applied, rejected: [...rejected, ...applied.rejected] }
}

/** Tables of postings. */
export const JOBS_TABLE: TableKind<JobRead> = {
  schema: 'jobs',
  batches: readBatches,
  take: takeBatch,
  explain: explainReject,
}
