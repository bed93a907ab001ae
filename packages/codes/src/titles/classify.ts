import { occupation } from '../occupations/index.ts'
import { contextVotes } from './occupation/context.ts'
import { type Lexicon, lexicon } from './occupation/lexicon.ts'
import { nearestVotes } from './occupation/nearest.ts'
import { partsOf } from './occupation/parts.ts'
import { fieldAside, findHead, readPart } from './occupation/read-part.ts'
import { scaled, tally, type Vote } from './occupation/votes.ts'
import type { OccupationReading, TitleContext } from './reading.ts'

/** How many occupations a reading names at most. */
const RANKS = 5
/** What is less likely than this is not named. */
const FLOOR = 0.08
/** The first piece of a title names the job; the others name further jobs or say where and what for. */
const LATER_PART = 0.8
/** Above this the title speaks for itself and the context only supports. */
const SURE = 0.5
const SUPPORT = 0.2
/** Likeness to the Chinese names of the 大典 says nothing of an English title. */
const CHINESE = /\p{Script=Han}/u

/** 天猫/淘宝客服: the head at the end belongs to the first piece too, where that is a field or makes a known job. */
const shareHead = (parts: string[], words: Lexicon): string[] => {
  const [first = '', ...others] = parts
  const head = findHead(others.at(-1) ?? '', words)?.text ?? ''
  if (head.length < 2 || findHead(first, words)) return parts
  return words.word(first)?.field || words.word(first + head)?.job ? [first + head, ...others] : parts
}

const titleVotes = (title: string, words: Lexicon): Vote[] => {
  const parts = shareHead(partsOf(title), words)
  const own = parts.flatMap((part, i) => scaled(readPart(part, words), i === 0 ? 1 : LATER_PART))
  return tally([...own, ...fieldAside(parts, words)], 0)
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100

const toReading = ({ code, confidence, evidence }: Vote): OccupationReading => ({
  code,
  name: occupation(code)?.name ?? '',
  confidence: round(confidence),
  evidence,
})

/**
 * Occupations of the 职业分类大典 2022 a title may stand for, best first; [] when nothing is known.
 * Codes have four levels, or three where the 大典 has nothing below (6-99-00) or the title says no more (护士).
 * The context is used where the title alone leaves doubt.
 * @example classifyTitle('叉车司机')[0] // { code: '6-30-05-01', name: '起重装卸机械操作工', confidence: 0.95, … }
 */
export const classifyTitle = (title: string, context: TitleContext = {}): OccupationReading[] => {
  const words = lexicon()
  const own = titleVotes(title, words)
  const sure = (own[0]?.confidence ?? 0) >= SURE
  const votes = tally([...own, ...contextVotes(context, words, sure)], SUPPORT)
  const known = votes.filter((vote) => vote.confidence >= FLOOR)
  const answers = known.length > 0 || !CHINESE.test(title) ? known : nearestVotes(title)
  return answers.slice(0, RANKS).map(toReading)
}
