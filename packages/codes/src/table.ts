import { readFileSync } from 'node:fs'

/**
 * Rows of a tab-separated table in `data/`, without blank lines and lines that start with `#`.
 * Tables are read when first asked for, never on import, so that a caller pays only for what it uses.
 * @example readTable('occupations.tsv')[0] // ['1', '党的机关、…负责人']
 */
export const readTable = (name: string): string[][] =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** A value made on first use and kept. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
