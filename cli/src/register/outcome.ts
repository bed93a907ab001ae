import { openTableWriter } from '@renshu/intake'
import type { PostingsSummary, RegisterSummary } from '@renshu/server'
import type { Messages } from '../messages/index.ts'

/** How many rows were read and what became of them. */
export type TableSummary = RegisterSummary | PostingsSummary

/** What became of a table, however it was imported. */
export interface Outcome {
  summary: Omit<RegisterSummary, 'rejected'> & {
    /** Of postings: how many wait for an officer. */
    waiting?: number
    rejected: number
  }
  /** Writes every rejected row with its reason to a file that ends in `.csv`. */
  saveRejects: (path: string) => Promise<void>
}

export async function writeRejected(
  path: string,
  rejected: RegisterSummary['rejected'],
  messages: Messages,
): Promise<void> {
  const table = await openTableWriter(path, messages.import.columns)
  try {
    for (const { line, column, value, reason } of rejected) await table.write([line, column, value, reason])
    await table.close()
  } catch (error) {
    await table.discard()
    throw error
  }
}
