import { readFileSync } from 'node:fs'

/** A title with its occupation; `accepted` holds the code itself and the further codes a careful clerk would accept. */
export type GoldTitle = { title: string; code: string; accepted: ReadonlySet<string>; category?: string }

/** `tuning` may be looked at while the lexicon is made; `held-out` only counts; `independent` was written by another hand. */
export type GoldSet = 'tuning' | 'held-out' | 'independent'

const toGold = (line: string): GoldTitle => {
  const [title = '', code = '', also = '', category = ''] = line.split('\t')
  const accepted = new Set([code, ...also.split(',').filter((other) => other !== '')])
  return { title, code, accepted, ...(category !== '' && { category }) }
}

export const readGold = (set: GoldSet): GoldTitle[] =>
  readFileSync(new URL(`${set}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toGold)
