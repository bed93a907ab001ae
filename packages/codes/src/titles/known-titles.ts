import { type Codes, lexicon } from './occupation/lexicon.ts'

/**
 * A name of a job, lower case, and the codes of the 大典 it is read as by itself, the most likely one first.
 * `isOfficial`: it follows from a name of the 大典 and is not known to be what employers write.
 */
export type KnownTitle = { title: string; codes: Codes; isOfficial: boolean }

/** Every name of a job in the lexicon of titles. */
export const knownTitles = (): KnownTitle[] =>
  lexicon()
    .all()
    .flatMap(({ text, job, official = false }) =>
      job && job.length > 0 ? [{ title: text, codes: job, isOfficial: official }] : [],
    )
