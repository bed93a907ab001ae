import type { CountingRule } from '@renshu/contracts'
import { fail } from './errors.ts'
import type { Sum } from './store/entries.ts'
import type { EntryRow } from './tables.ts'

/** What takes an entry back: the same in everything, with the opposite count and amount. */
export function reversalOf(entry: EntryRow, reason: string) {
  const { kind, counts, occurredOn, district, organisationId, personPseudonym, occupation, industry } = entry
  return {
    kind,
    counts,
    occurredOn,
    district,
    organisationId,
    personPseudonym,
    occupation,
    industry,
    count: -entry.count,
    // Zero stays zero: -0 would be written as 0 and read back as another number than was hashed.
    amountFen: entry.amountFen === null ? null : 0 - entry.amountFen,
    sourceModule: entry.sourceModule,
    sourceId: entry.sourceId,
    reversesId: entry.id,
    reason,
  }
}

/**
 * The district whose entries are shown: the officer's own, else the one asked for.
 * @throws ledger.otherDistrict when an officer of one district asks for another
 */
export function districtShown(own: string | null, asked: string | undefined): string | undefined {
  if (own === null) return asked
  if (asked !== undefined && asked !== own) throw fail.otherDistrict()
  return own
}

const FIGURES: Record<CountingRule, (sum: Sum) => number> = {
  personTimes: ({ count }) => count,
  persons: ({ persons }) => persons,
  organisationTimes: ({ count }) => count,
  organisations: ({ organisations }) => organisations,
  cases: ({ count }) => count,
  hours: ({ count }) => count,
  fen: ({ amountFen }) => amountFen,
}

/** The figure of a sum by its counting rule. */
export const figureOf = (sum: Sum): number => FIGURES[sum.counts](sum)
