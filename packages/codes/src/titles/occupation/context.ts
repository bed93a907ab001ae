import type { TitleContext } from '../reading.ts'
import type { Lexicon } from './lexicon.ts'
import { partsOf } from './parts.ts'
import { readPart } from './read-part.ts'
import { scaled, tally, type Vote } from './votes.ts'

/** How far each source is trusted when the title says little, and when it is clear. */
const TRUST = { category: 0.55, tags: 0.38, description: 0.3 }
const TRUST_WHEN_SURE = 0.2
const OPENING = 240

const named = (votes: Vote[], source: string): Vote[] =>
  votes.map((vote) => ({ ...vote, evidence: `${source}：${vote.evidence}` }))

const readText = (text: string, words: Lexicon): Vote[] =>
  tally(
    partsOf(text).flatMap((part) => readPart(part, words)),
    0,
  )

/** Tags are skills, trades and benefits in any order: only a tag that is itself a word of the lexicon counts. */
const readTags = (tags: string[], words: Lexicon): Vote[] =>
  tally(
    tags
      .flatMap((tag) => tag.toLowerCase().split(/[,，、|\s]+/))
      .flatMap((tag) => (words.word(tag) ? readPart(tag, words) : [])),
    0,
  )

/** Jobs that are named in the opening of a description. */
const readDescription = (text: string, words: Lexicon): Vote[] => {
  const hits = words.words.scan(text.slice(0, OPENING).toLowerCase())
  const jobs = hits.filter(({ value }) => value.job && !value.vague && value.text.length > 3)
  return jobs.slice(0, 3).flatMap(({ value }) => readPart(value.text, words))
}

/**
 * Votes of the posting around the title. Where the title is sure only the category is asked: it can raise what the
 * title says, never overrule it.
 */
export const contextVotes = (context: TitleContext, words: Lexicon, sure: boolean): Vote[] => {
  const category = context.category ? named(readText(context.category, words), '类别') : []
  if (sure) return scaled(category, TRUST_WHEN_SURE)
  const tags = named(readTags(context.tags ?? [], words), '标签')
  const described = context.description ? named(readDescription(context.description, words), '描述') : []
  return [...scaled(category, TRUST.category), ...scaled(tags, TRUST.tags), ...scaled(described, TRUST.description)]
}
