import type { Input, ledgerRoutes, Output } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { pageOf, readNumberCursor } from '../../../platform/pages.ts'
import { csvOf } from '../csv.ts'
import { fail } from '../errors.ts'
import { districtShown, figureOf } from '../rules.ts'
import { countAfter, countBatches, lastBatch, lastVerification, listBatches } from '../store/chain.ts'
import {
  countEntries,
  entryById,
  type EntryFilter,
  type KnownEntry,
  listEntries,
  sumEntries,
} from '../store/entries.ts'

type Routes = typeof ledgerRoutes
const MOST_EXPORTED = 50_000

/** An entry as the contract has it. */
export const entryShown = ({ recordedAt, ...entry }: KnownEntry) => ({
  ...entry,
  recordedAt: recordedAt.toISOString(),
})

const filterOf = (context: Context, query: Input<Routes['totals']>['query']): EntryFilter => ({
  ...query,
  district: districtShown(context.actor.officer?.district ?? null, query.district),
})

export async function showEntries(
  { query: { limit, cursor, ...query } }: Input<Routes['entries']>,
  context: Context,
): Promise<Output<Routes['entries']>> {
  const { tx, city } = context
  const filter = filterOf(context, query)
  const rows = await listEntries(tx, city, filter, limit + 1, readNumberCursor(cursor))
  const { items, ...rest } = pageOf(rows, limit, await countEntries(tx, city, filter), ({ seq }) => [seq])
  return { items: items.map(entryShown), ...rest }
}

/** @throws ledger.entryNotFound also for one of another district, which row-level security hides */
export async function showEntry(
  { params }: Input<Routes['entry']>,
  { tx, city }: Context,
): Promise<Output<Routes['entry']>> {
  const entry = await entryById(tx, city, params.entryId)
  if (!entry) throw fail.entryNotFound()
  return entryShown(entry)
}

export async function exportEntries(
  { query }: Input<Routes['exportEntries']>,
  context: Context,
): Promise<Output<Routes['exportEntries']>> {
  const { tx, city } = context
  const filter = filterOf(context, query)
  const found = await countEntries(tx, city, filter)
  if (found > MOST_EXPORTED) throw fail.tooManyEntries({ found, most: MOST_EXPORTED })
  const rows = await listEntries(tx, city, filter, MOST_EXPORTED)
  const bytes = new TextEncoder().encode(csvOf(rows, context.language))
  return { name: `ledger-${city}.csv`, type: 'text/csv; charset=utf-8', bytes }
}

export async function showTotals(
  { query }: Input<Routes['totals']>,
  context: Context,
): Promise<Output<Routes['totals']>> {
  const sums = await sumEntries(context.tx, context.city, filterOf(context, query))
  return {
    items: sums.map((sum) => {
      const { kind, counts, district, month, entries } = sum
      return { kind, counts, district, month, entries, value: figureOf(sum) }
    }),
  }
}

async function verificationShown({ tx, city }: Context): Promise<Output<Routes['chain']>['lastVerification']> {
  const last = await lastVerification(tx, city)
  if (!last) return null
  const { verifiedAt, entries, batches, unsealed, problems, headNumber, headHash } = last
  const head = headNumber && headHash ? { number: headNumber, hash: headHash } : null
  return { verifiedAt: verifiedAt.toISOString(), entries, batches, unsealed, problems, head }
}

export async function showChain(
  { query: { limit, cursor } }: Input<Routes['chain']>,
  context: Context,
): Promise<Output<Routes['chain']>> {
  const { tx, city } = context
  const rows = await listBatches(tx, city, limit + 1, readNumberCursor(cursor))
  const last = await lastBatch(tx, city)
  const { items, ...rest } = pageOf(rows, limit, await countBatches(tx, city), ({ number }) => [number])
  return {
    head: last ? { number: last.number, hash: last.hash } : null,
    unsealed: await countAfter(tx, city, last?.lastSeq ?? 0),
    lastVerification: await verificationShown(context),
    batches: {
      items: items.map(({ sealedAt, ...batch }) => ({ ...batch, sealedAt: sealedAt.toISOString() })),
      ...rest,
    },
  }
}
