import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ALL_PARTS, type Parts } from '@renshu/search'

/** The cells of a file of `labels`, without its remarks. */
export const labelled = (name: string): string[][] =>
  readFileSync(fileURLToPath(new URL(`labels/${name}.tsv`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

const without = (part: keyof Parts): Parts => ({ ...ALL_PARTS, [part]: false })
const NONE: Parts = { pairs: false, pinyin: false, synonyms: false, spelling: false, wishes: false }

/** The search without each of its parts, to see what that adds. */
export const ABLATIONS: readonly (readonly [name: string, parts: Parts])[] = [
  ['words alone', NONE],
  ['all', ALL_PARTS],
  ['all but pairs of characters', without('pairs')],
  ['all but pinyin', without('pinyin')],
  ['all but other names', without('synonyms')],
  ['all but spelling', without('spelling')],
  ['all but wishes', without('wishes')],
]

export interface Quality {
  ndcg: number
  /** Questions that found nothing. */
  empty: number
  of: number
}

/** One line of the table of what each part adds. */
export const qualityLine = (name: string, { ndcg, empty, of }: Quality): string =>
  `${ndcg.toFixed(3)}     ${String(empty).padStart(2)} of ${of}       ${name}\n`
export const QUALITY_HEAD = 'nDCG@10   found nothing\n'
