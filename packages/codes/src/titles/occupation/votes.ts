import type { Codes } from './lexicon.ts'

/** A code proposed for a title with its confidence and the reason in words. */
export type Vote = { code: string; confidence: number; evidence: string }

/** The second of several codes of one word is about half as likely as the first. */
const NEXT_CODE = 0.55

export const voteFor = (codes: Codes, confidence: number, evidence: string): Vote[] =>
  codes.map((code, i) => ({ code, confidence: confidence * NEXT_CODE ** i, evidence }))

export const scaled = (votes: Vote[], factor: number): Vote[] =>
  votes.map((vote) => ({ ...vote, confidence: vote.confidence * factor }))

/** One vote per code: the strongest reason, raised a little by each other reason; best first. */
export const tally = (votes: Vote[], support: number): Vote[] => {
  const best = new Map<string, Vote>()
  for (const vote of votes) {
    const before = best.get(vote.code)
    if (!before) best.set(vote.code, vote)
    else best.set(vote.code, join(before, vote, support))
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence)
}

const join = (a: Vote, b: Vote, support: number): Vote => {
  const [strong, weak] = a.confidence >= b.confidence ? [a, b] : [b, a]
  return { ...strong, confidence: strong.confidence + (1 - strong.confidence) * weak.confidence * support }
}
