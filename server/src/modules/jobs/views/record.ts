import type { JobRecord, JobSignal, JobVersion } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context, Language } from '../../../platform/http/index.ts'
import type { Market } from '../screening/screen.ts'
import type { Signal } from '../screening/signal.ts'
import { explainWhy } from '../screening/why.ts'
import type { VersionRow } from '../store/jobs.ts'
import type { JobRow } from '../tables.ts'
import { type Around, lookAround, marketsFor } from './around.ts'
import { details, said } from './card.ts'

export const signalView = ({ why, ...signal }: Signal, language: Language): JobSignal => ({
  ...signal,
  why: explainWhy(why, language),
})

/** Why the public does not see what was published. */
function unlistedBecause(
  { status, listedUntil, validUntil, approvedHash }: JobRow,
  today: string,
): JobRecord['unlisted'] {
  if (status === 'waiting') return approvedHash === null ? null : 'changed'
  if (status !== 'open' || (listedUntil !== null && listedUntil >= today)) return null
  return validUntil < today ? 'expired' : 'standing'
}

function recordOf(row: JobRow, around: Around, market: Market | null, today: string): JobRecord {
  const { closingReason, closingNote, closedOn, organisationId, status, refusal, contentHash, approvedHash } = row
  const { sourceId, duplicateOf, publishedOn, confirmedOn, version } = row
  return {
    ...said(row, around),
    ...details(row, around),
    market,
    organisationId,
    status,
    unlisted: unlistedBecause(row, today),
    closing: closingReason && { reason: closingReason, note: closingNote, on: closedOn! },
    refusal,
    signals: row.signals.map((signal) => signalView(signal, around.language)),
    contentHash,
    approvedHash,
    sourceId,
    duplicateOf,
    publishedOn,
    confirmedOn,
    createdAt: row.createdAt.toISOString(),
    version,
  }
}

/** Postings as their authors and officers see them: two queries, whatever their number. */
export async function records(context: Context, rows: readonly JobRow[]): Promise<JobRecord[]> {
  const today = dayOf(context.now())
  const around = await context.asSystem(() => lookAround(context, rows))
  const marketOf = await marketsFor(context, rows, today)
  return rows.map((row) => recordOf(row, around, marketOf(row), today))
}

export const record = async (context: Context, row: JobRow): Promise<JobRecord> => (await records(context, [row]))[0]!

const asText = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

function changesBetween(before: object | undefined, after: object): JobVersion['changes'] {
  if (!before) return []
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return Object.keys(now).flatMap((field) => {
    const [from, to] = [asText(old[field]), asText(now[field])]
    return from === to ? [] : [{ field, before: from, after: to }]
  })
}

/** @param rows newest first */
export const versionViews = (
  rows: readonly VersionRow[],
  approved: ReadonlySet<string>,
  nameOf: (personId: string) => string,
): JobVersion[] =>
  rows.map(({ version, savedAt, savedBy, content, contentHash }, at) => ({
    version,
    savedAt: savedAt.toISOString(),
    savedBy: savedBy === null ? '' : nameOf(savedBy),
    contentHash,
    approved: approved.has(contentHash),
    changes: changesBetween(rows[at + 1]?.content, content),
  }))
