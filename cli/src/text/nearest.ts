/** The name that was probably meant by a mistyped word, at most a third of its letters away. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const lower = word.toLowerCase()
  const begun = names.find((name) => lower.length > 1 && name.startsWith(lower))
  if (begun) return begun
  const [best] = names.map((name) => ({ name, edits: editDistance(lower, name) })).sort((a, b) => a.edits - b.edits)
  return best && best.edits <= Math.max(1, Math.ceil(best.name.length / 3)) ? best.name : undefined
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`. */
function editDistance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change, swap))
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}
