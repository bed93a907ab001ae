/** What the main thread asks of the thread that holds the embedded database, and what comes back. */
export type PgliteCall = { id: number } & (
  | { kind: 'query'; text: string; parameters: readonly unknown[] }
  | { kind: 'exec'; text: string }
  | { kind: 'dump' }
  | { kind: 'close' }
)
export type PgliteAnswer = { id: number } & (
  | { rows: Record<string, unknown>[]; affected: number }
  | { dump: Uint8Array<ArrayBuffer> }
  | { error: { message: string; code?: string; constraint?: string; detail?: string } }
)
export interface PgliteOpening {
  /** Folder of the database; absent: in memory. */
  folder?: string
  /** A dump to begin with. */
  from?: Uint8Array<ArrayBuffer>
}
