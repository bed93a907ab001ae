import type { JobRow } from '../tables.ts'
import { needsLook } from './screen.ts'
import type { Signal } from './signal.ts'

/** A content that is to be published, and what was found in it. */
export interface Offered {
  contentHash: string
  found: readonly Signal[]
}

export type Before = Pick<
  JobRow,
  'status' | 'contentHash' | 'approvedHash' | 'publishedOn' | 'waitingSince' | 'refusal'
>

/**
 * Whether an officer has to look before the public sees it. A posting that was refused waits, whatever it says now,
 * until an officer approves it; a content that was approved waits no second time.
 * @param before the posting as it stood; null for a new one
 */
export function mustWait({ contentHash, found }: Offered, before: Before | null, looksAtAll: boolean): boolean {
  if (before && before.refusal !== null) return true
  if (before?.approvedHash === contentHash) return false
  return looksAtAll || needsLook(found)
}

/** What saving a posting leaves of the decisions on it. */
export function approvalOf(contentHash: string, before: Before | null, isOpen: boolean) {
  return {
    approvedHash: isOpen ? contentHash : (before?.approvedHash ?? null),
    // The reason stays beside it for its author and for the officer who looks at it again.
    refusal: isOpen ? null : (before?.refusal ?? null),
  }
}
