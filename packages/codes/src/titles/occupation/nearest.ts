import { occupations } from '../../occupations/index.ts'
import { type TitleVector, titleVector, vectorSimilarity } from '../../similarity/index.ts'
import { lazily } from '../../table.ts'
import type { Vote } from './votes.ts'

/** Below this a name only shares chance with the title. */
const LEAST_LIKE = 0.55
/** The most that likeness to an official name alone is worth. */
const WORTH = 0.4
const NEAREST = 3

type Name = { code: string; name: string; vector: TitleVector }

const officialNames = lazily((): Name[] =>
  occupations()
    .filter(({ level }) => level === 4)
    .map(({ code, name }) => ({ code, name, vector: titleVector(name) })),
)

/** The last resort: the names of the 大典 that are most like a title of which no word is known. */
export const nearestVotes = (title: string): Vote[] => {
  const vector = titleVector(title)
  return officialNames()
    .map(({ code, name, vector: other }) => ({ code, name, likeness: vectorSimilarity(vector, other) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST)
    .map(({ code, name, likeness }) => ({ code, confidence: likeness * WORTH, evidence: `与大典“${name}”相近` }))
}
