type Option = { text: string; weight: number }

/** What a translator looks words up in; `frequency` is the count of a Chinese word in general text. */
export type Lexicon = {
  curated: ReadonlyMap<string, string[]>
  dictionary: ReadonlyMap<string, string[]>
  frequency: ReadonlyMap<string, number>
}

const LONGEST_PHRASE = 4
const SILENT = new Set(['the', 'a', 'an', 'of', 'and', 'for', 'in', 'at', 'to', 'with', 'on', 's', 'or'])
/** The first choice of the curated word list is taken this much more often than the next one. */
const PREFERENCE = 0.45
/** How often a general dictionary is believed although the curated list has a word: other writers choose other words. */
const STRAY = 0.25

const fromCurated = (meanings: readonly string[]): Option[] =>
  meanings.map((text, rank) => ({ text, weight: PREFERENCE ** rank }))

const fromDictionary = (meanings: readonly string[], lexicon: Lexicon): Option[] =>
  meanings
    .filter((text) => [...text].length <= 6)
    .map((text, rank) => {
      const known = Math.log1p(lexicon.frequency.get(text) ?? 0)
      return { text, weight: Math.exp(0.25 * known - Math.log1p(rank) - (text.length === 1 ? 1 : 0)) }
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4)

/** The options with weights that sum to `total`. */
const sharing = (options: readonly Option[], total: number): Option[] => {
  const sum = options.reduce((weight, option) => weight + option.weight, 0)
  return options.map(({ text, weight }) => ({ text, weight: (weight * total) / sum }))
}

const singular = (word: string): string[] => {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)]
  return word.endsWith('s') ? [word.slice(0, -1)] : []
}

const choose = (options: readonly Option[], random: () => number): string => {
  let left = random() * options.reduce((sum, option) => sum + option.weight, 0)
  for (const option of options) {
    left -= option.weight
    if (left <= 0) return option.text
  }
  return options[0]?.text ?? ''
}

/** "manager of sales in textiles" → "textiles sales manager": Chinese puts what qualifies first. */
const turnAround = (label: string): string =>
  label
    .split(/ (?:of|for|in|at|to|with) (?:the )?/)
    .reverse()
    .join(' ')

/**
 * Turns English job titles into Chinese as a word-by-word translator would.
 * The result is undefined when a word has no translation. With `random` the choice among translations varies.
 */
export function makeTranslator(lexicon: Lexicon): (label: string, random: () => number) => string | undefined {
  const known = new Map<string, Option[]>()
  const lookUp = (phrase: string): Option[] => {
    const curated = fromCurated(lexicon.curated.get(phrase) ?? [])
    const general = fromDictionary(lexicon.dictionary.get(phrase) ?? [], lexicon)
    return curated.length === 0 ? general : [...sharing(curated, 1 - STRAY), ...sharing(general, STRAY)]
  }
  const optionsOf = (phrase: string): Option[] => {
    const found = known.get(phrase)
    if (found) return found
    const options = [phrase, ...singular(phrase)].map(lookUp).find((list) => list.length > 0) ?? []
    known.set(phrase, options)
    return options
  }
  return (label, random) => {
    const plain = turnAround(label.replace(/\([^)]*\)/g, ' ').replace(/'s?\b/g, ' '))
    const words = (plain.match(/[a-z0-9+#]+/g) ?? []).filter((word) => !SILENT.has(word))
    let text = ''
    for (let at = 0; at < words.length;) {
      let taken = 0
      for (let size = Math.min(LONGEST_PHRASE, words.length - at); size > 0 && taken === 0; size--) {
        const options = optionsOf(words.slice(at, at + size).join(' '))
        if (options.length === 0) continue
        text += choose(options, random)
        taken = size
      }
      const word = words[at] ?? ''
      if (taken === 0 && word.length > 3) return undefined
      if (taken === 0) text += word
      at += Math.max(taken, 1)
    }
    return text || undefined
  }
}
