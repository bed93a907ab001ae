import { makeTranslator } from './translate.ts'
import type { Group, Label } from './sources.ts'
import type { Family } from './learn/train.ts'
import type { Weighed } from './vocabulary.ts'

/** Everything the table learns from: families by kind, and all titles in them. */
export type Material = {
  /** Names of one ESCO occupation. */
  esco: Family[]
  /** Names of one O*NET occupation. */
  onet: Family[]
  /** Names of one job, as written for this project. */
  groups: Family[]
  /** Occupations of one ISCO-08 unit group, each with all its names. */
  units: Family[]
  titles: Weighed[]
}

const VARIANTS = 8
const GROUP_WORTH = 8
const DADIAN_WORTH = 3

type Translate = (label: string) => string | undefined

const variantsOf = (label: string, translate: Translate): string[] => {
  const variants = Array.from({ length: VARIANTS }, () => translate(label))
  return [...new Set(variants.filter((variant) => variant !== undefined))]
}

const groupBy = <T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Families of translated labels by occupation; an occupation with a single name teaches nothing. */
function familiesOf(labels: readonly Label[], translated: ReadonlyMap<string, string[]>): Map<string, Family> {
  const known = labels.filter(({ text }) => (translated.get(text) ?? []).length > 0)
  const families = [...groupBy(known, ({ occupation }) => occupation)]
  return new Map(
    families
      .filter(([, names]) => names.length > 1)
      .map(([occupation, names]) => [occupation, names.map(({ text }) => translated.get(text) ?? [])]),
  )
}

/** ESCO codes begin with the ISCO-08 unit group: occupations of one unit group are neighbours. */
function unitsOf(families: ReadonlyMap<string, Family>): Family[] {
  const units = groupBy([...families], ([occupation]) => occupation.split('.')[0] ?? '')
  return [...units.values()].filter(({ length }) => length > 1).map((unit) => unit.map(([, family]) => family.flat()))
}

export function gatherMaterial(
  sources: { esco: readonly Label[]; onet: readonly Label[]; dadian: readonly Label[]; groups: readonly Group[] },
  lexicon: Parameters<typeof makeTranslator>[0],
  random: () => number,
): Material {
  const inChinese = makeTranslator(lexicon)
  const translated = new Map<string, string[]>()
  for (const { text } of [...sources.esco, ...sources.onet])
    if (!translated.has(text))
      translated.set(
        text,
        variantsOf(text, (label) => inChinese(label, random)),
      )
  const esco = familiesOf(sources.esco, translated)
  const onet = familiesOf(sources.onet, translated)
  const groups = sources.groups.map(({ titles, glosses }) => [
    ...titles.map((title) => [title]),
    ...glosses
      .map((gloss) => variantsOf(gloss, (label) => inChinese(label, random)))
      .filter(({ length }) => length > 0),
  ])
  return {
    esco: [...esco.values()],
    onet: [...onet.values()],
    groups,
    units: unitsOf(esco),
    titles: [
      ...[...translated.values()].flat().map((title) => ({ title, weight: 1 })),
      ...sources.groups.flatMap((group) => group.titles).map((title) => ({ title, weight: GROUP_WORTH })),
      ...sources.dadian.map(({ text }) => ({ title: text, weight: DADIAN_WORTH })),
    ],
  }
}
