/** The longest known word that starts at a position of a text. */
export type Lexicon = (text: string, start: number) => string | undefined

/**
 * Finds known words in running text without cutting it into words first. Only the lengths that occur after a first
 * character are tried, so a look-up costs a few comparisons.
 * @example makeLexicon(['青岛', '青岛市'])('在青岛市南', 1) // 青岛市
 */
export const makeLexicon = (words: Iterable<string>): Lexicon => {
  const known = new Set(words)
  const lengths = new Map<string, number[]>()
  for (const word of known) {
    const head = word[0] ?? ''
    const found = lengths.get(head) ?? []
    if (!found.includes(word.length))
      lengths.set(
        head,
        [...found, word.length].sort((a, b) => b - a),
      )
  }
  return (text, start) => {
    for (const length of lengths.get(text[start] ?? '') ?? []) {
      const word = text.slice(start, start + length)
      if (word.length === length && known.has(word)) return word
    }
    return undefined
  }
}
