import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Language } from './commands.ts'
import type { Messages } from './messages/index.ts'

/** Where a verb reads and writes, and the language it speaks. */
export type Terminal = {
  input: Readable & { isTTY?: boolean }
  output: Writable & { isTTY?: boolean; columns?: number }
  errors: Writable & { isTTY?: boolean; columns?: number }
  language: Language
  messages: Messages
}

const WIDEST = 160

/** Columns to lay text out in: those of the terminal within reason, `inPipe` where there is none. */
export const widthOf = ({ columns }: { columns?: number }, inPipe: number): number =>
  columns ? Math.min(WIDEST, columns) : inPipe

/** Writes and, when the reader is slower, waits until there is room again. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (text && !stream.write(text)) await once(stream, 'drain')
}

export const say = (terminal: Terminal, sentence: string): Promise<void> => write(terminal.errors, `${sentence}\n`)
