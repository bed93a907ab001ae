import { occupation } from '../../occupations/index.ts'
import type { Lexicon, Word } from './lexicon.ts'
import { peel } from './parts.ts'
import type { Hit } from './trie.ts'
import { scaled, type Vote, voteFor } from './votes.ts'

/** Confidence by the kind of match; see the gold set for what they are worth. */
const WHOLE = 0.95
const WHOLE_FIELD = 0.8
const FIELD_AND_HEAD = { whole: 0.9, next: 0.75, apart: 0.6 }
const END = { least: 0.6, full: 0.9 }
const INSIDE = { least: 0.3, full: 0.6 }
const PEELED = 0.98
const UNDER_HEAD = 0.93
const HEAD_ALONE = 0.3

const between = ({ least, full }: { least: number; full: number }, share: number): number =>
  least + (full - least) * share

const whole = (word: Word): Vote[] => {
  if (word.job) {
    const name = occupation(word.job[0] ?? '')?.name
    const reason = word.official || name === word.text ? `“${word.text}”即大典职业` : `“${word.text}”对应大典“${name}”`
    return voteFor(word.job, WHOLE, reason)
  }
  return voteFor(word.field?.['*'] ?? [], WHOLE_FIELD, `领域“${word.text}”`)
}

type Shape = { text: string; hits: Hit<Word>[]; head: Word | undefined; lexicon: Lexicon }

/** The word that ends the part, if it is a head; the longest word wins, so 销售工程师 hides 工程师. */
const findHead = (text: string, lexicon: Lexicon): Word | undefined => {
  for (let start = 0; start < text.length; start++) {
    const word = lexicon.word(text.slice(start))
    if (word?.head) return word
  }
  return undefined
}

/** A job that ends the part: its head decides, what stands before narrows it. */
const byEnd = ({ text, hits }: Shape): Vote[] => {
  const last = hits.at(-1)
  if (!last || last.end !== text.length || !last.value.job) return []
  const share = (last.end - last.start) / text.length
  return voteFor(last.value.job, between(END, share), `名称末尾“${last.value.text}”`)
}

const placeOf = (hit: Hit<Word>, restLength: number): keyof typeof FIELD_AND_HEAD => {
  if (hit.end !== restLength) return 'apart'
  return hit.start === 0 ? 'whole' : 'next'
}

/** Fields before the head: the last one weighs most (Java大数据开发 is a job of 大数据). */
const byField = ({ text, head, lexicon }: Shape): Vote[] => {
  if (!head?.head) return []
  const { class: kind, open } = head.head
  const rest = text.slice(0, -head.text.length)
  const hits = lexicon.words.scan(rest).reverse()
  return hits.flatMap((hit) => {
    const codes = hit.value.field?.[kind] ?? (open ? hit.value.field?.['*'] : undefined)
    if (!codes) return []
    return voteFor(codes, FIELD_AND_HEAD[placeOf(hit, rest.length)], `领域“${hit.value.text}”+“${head.text}”`)
  })
}

/** 会计主管 is what 会计 is: an open head leaves the rest to be read on its own. */
const underHead = ({ text, head, lexicon }: Shape): Vote[] => {
  if (!head?.head) return []
  const rest = text.slice(0, -head.text.length).trim()
  const below = head.head.open && rest !== '' ? scaled(readPart(rest, lexicon), UNDER_HEAD) : []
  const sure = head.head.open ? HEAD_ALONE : END.least
  return [...below, ...(head.text.length > 1 ? voteFor(head.head.codes, sure, `名称末尾“${head.text}”`) : [])]
}

const inside = ({ text, hits, head }: Shape): Vote[] =>
  hits
    .filter((hit) => hit.end !== text.length || !head)
    .flatMap((hit) => {
      const codes = hit.value.job ?? hit.value.field?.['*'] ?? []
      return voteFor(codes, between(INSIDE, (hit.end - hit.start) / text.length), `名称含“${hit.value.text}”`)
    })

/**
 * Votes for one piece of a title.
 * @example readPart('会计主管', lexicon()) // 2-06-03-00, “会计”对应大典“会计专业人员”
 */
export const readPart = (text: string, lexicon: Lexicon): Vote[] => {
  const word = lexicon.word(text)
  const known = word ? whole(word) : []
  if (known.length > 0) return known
  const bare = peel(text, lexicon)
  if (bare !== undefined) return scaled(readPart(bare, lexicon), PEELED)
  const shape: Shape = { text, lexicon, hits: lexicon.words.scan(text), head: findHead(text, lexicon) }
  return [...byEnd(shape), ...byField(shape), ...underHead(shape), ...inside(shape)]
}
