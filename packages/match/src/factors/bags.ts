import type { Bag } from '../bag.ts'
import { skillItems, wishedItems } from './skill-items.ts'
import { skillShare } from './skills.ts'
import { countWords, textShare } from './text.ts'

export const skillBag: Bag = {
  ofJob: (job, corpus) => wishedItems(job).map((item) => [item, corpus.skillWeight(item)]),
  ofTalent: (talent) => skillItems(talent).map((item) => [item, 1]),
  share: skillShare,
  unknown: (settings) => settings.unknown.skills,
}

export const textBag: Bag = {
  ofJob: (job, corpus) => [...new Set(job.terms)].map((word) => [word, corpus.termWeight(word)]),
  ofTalent: ({ terms }, corpus) =>
    [...countWords(terms)].map(([word, count]) => [word, corpus.frequency(count, terms.length)]),
  share: (gained, total, settings) => textShare(gained, total, settings.textFull),
  unknown: (settings) => settings.unknown.text,
}
