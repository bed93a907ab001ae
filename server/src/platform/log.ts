import { pino } from 'pino'

/** One JSON line per event. Fields are ids, codes, counts and durations: never names, phones, texts or addresses. */
export interface Log {
  info: (fields: Record<string, unknown>, message: string) => void
  warn: (fields: Record<string, unknown>, message: string) => void
  error: (fields: Record<string, unknown>, message: string) => void
}

/** A log on standard output, `level` as in pino (`silent` turns it off). */
export const openLog = (level: string): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })

/** What may be said of an error: its kind, code and place, not its message, which may quote what somebody typed. */
export function outlineOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { name, code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string }
  const place = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim())
  return { kind: name, code, constraint, table, place }
}
