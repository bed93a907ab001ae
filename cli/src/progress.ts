import { displayWidth, padLeft } from './text/width.ts'
import type { Terminal } from './terminal.ts'

/** A bar on the error stream that says how far the work has come. */
export type Progress = {
  /** @param share 0–1 of the work done. */
  show: (share: number) => void
  /** Takes the bar away. */
  clear: () => void
}

const BAR = 24
const BETWEEN_MS = 100
export const SILENT: Progress = { show: () => undefined, clear: () => undefined }

/** A progress bar on a terminal, nothing in a pipe. It appears once the work has gone on for a moment `since` then. */
export function openProgress({ errors }: Terminal, label: string, since = Date.now()): Progress {
  if (!errors.isTTY) return SILENT
  let shownAt = since
  let isShown = false
  return {
    show: (share) => {
      const now = Date.now()
      if (now - shownAt < BETWEEN_MS) return
      shownAt = now
      isShown = true
      errors.write(`\r\u001b[2K${drawBar(label, share, errors.columns ?? 80)}`)
    },
    clear: () => {
      if (isShown) errors.write('\r\u001b[2K')
      isShown = false
    },
  }
}

/** @example drawBar('读取', 0.5, 80) // '读取  ████████████░░░░░░░░░░░░  50%' */
export function drawBar(label: string, share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR)
  const percent = padLeft(`${Math.floor(Math.min(1, share) * 100)}%`, 4)
  const bar = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${percent}`
  return displayWidth(label) + BAR + 8 < width ? `${label}  ${bar}` : percent.trim()
}
