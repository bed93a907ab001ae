import { makeTranslator } from './translate.ts'
import type { Group, Label } from './sources.ts'
import type { Family } from './train.ts'
import type { Weighed } from './vocabulary.ts'

/** Everything the table learns from: families by kind, and all titles in them. */
export type Material = { esco: Family[]; onet: Family[]; groups: Family[]; units: Family[]; titles: Weighed[] }

const VARIANTS = Number(process.env['VARIANTS'] ?? 8)
const GROUP_WORTH = 8
const DADIAN_WORTH = 3

type Translate = (label: string) => string | undefined

const variantsOf = (label: string, translate: Translate): string[] => {
  const variants = Array.from({ length: VARIANTS }, () => translate(label))
  return [...new Set(variants.filter((variant) => variant !== undefined))]
}

/** Families of translated labels by occupation; an occupation with a single name teaches nothing. */
function familiesOf(labels: readonly Label[], translated: ReadonlyMap<string, string[]>): Map<string, Family> {
  const families = new Map<string, string[][]>()
  for (const { occupation, text } of labels) {
    const variants = translated.get(text) ?? []
    if (variants.length === 0) continue
    families.set(occupation, [...(families.get(occupation) ?? []), variants])
  }
  return new Map([...families].filter(([, family]) => family.length > 1))
}

/** ESCO codes begin with the ISCO-08 unit group: occupations of one unit group are neighbours. */
function unitsOf(families: ReadonlyMap<string, Family>): Family[] {
  const units = new Map<string, string[][]>()
  for (const [occupation, family] of families) {
    const unit = occupation.slice('esco:'.length).split('.')[0] ?? ''
    units.set(unit, [...(units.get(unit) ?? []), family.flat()])
  }
  return [...units.values()].filter((unit) => unit.length > 1)
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
  const groups = sources.groups.map(({ titles, glosses }) => [
    ...titles.map((title) => [title]),
    ...glosses
      .map((gloss) => variantsOf(gloss, (label) => inChinese(label, random)))
      .filter((names) => names.length > 0),
  ])
  const titles = [
    ...[...translated.values()].flat().map((title) => ({ title, weight: 1 })),
    ...sources.groups.flatMap((group) => group.titles).map((title) => ({ title, weight: GROUP_WORTH })),
    ...sources.dadian.map(({ text }) => ({ title: text, weight: DADIAN_WORTH })),
  ]
  return {
    esco: [...esco.values()],
    onet: [...familiesOf(sources.onet, translated).values()],
    groups,
    units: unitsOf(esco),
    titles,
  }
}
