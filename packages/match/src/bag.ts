import type { Corpus } from './corpus.ts'
import type { Settings } from './settings.ts'
import type { Job, Talent } from './types.ts'

/**
 * A factor that compares two bags of words: what both hold counts with the product of its masses, and the sum is set
 * against the whole mass of the job. Masses are whole numbers, so a sum does not depend on its order.
 */
export type Bag = {
  ofJob: (job: Job, corpus: Corpus) => [item: string, mass: number][]
  ofTalent: (talent: Talent, corpus: Corpus) => [item: string, mass: number][]
  share: (gained: number, total: number, settings: Settings) => number
  unknown: (settings: Settings) => number
}
