/** A word found in a text: `text.slice(start, end)`. */
export type Hit<T> = { start: number; end: number; value: T }

export type Trie<T> = {
  /** Every longest word of the text, from left to right; a word inside a longer one is left out. */
  scan: (text: string) => Hit<T>[]
}

type Node<T> = { next: Map<number, Node<T>>; value?: T }

const isLatin = (code: number): boolean => code >= 97 && code <= 122
/** `c` is not a word in `c++`, nor `go` in `google`, nor `net` in `.net`. */
const joinsLeft = (code: number): boolean => isLatin(code) || code === 46
const joinsRight = (code: number): boolean => isLatin(code) || code === 43 || code === 35

const standsAlone = (text: string, start: number, end: number): boolean =>
  !(isLatin(text.charCodeAt(start)) && joinsLeft(text.charCodeAt(start - 1))) &&
  !(isLatin(text.charCodeAt(end - 1)) && joinsRight(text.charCodeAt(end)))

const longestFrom = <T>(root: Node<T>, text: string, start: number): Hit<T> | undefined => {
  let node = root.next.get(text.charCodeAt(start))
  let found: Hit<T> | undefined
  for (let end = start + 1; node; end++) {
    if (node.value !== undefined && standsAlone(text, start, end)) found = { start, end, value: node.value }
    node = node.next.get(text.charCodeAt(end))
  }
  return found
}

export const makeTrie = <T>(words: ReadonlyMap<string, T>): Trie<T> => {
  const root: Node<T> = { next: new Map() }
  for (const [word, value] of words) {
    let node = root
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      let next = node.next.get(code)
      if (!next) node.next.set(code, (next = { next: new Map() }))
      node = next
    }
    node.value = value
  }
  const scan = (text: string): Hit<T>[] => {
    const hits: Hit<T>[] = []
    let reach = 0
    for (let start = 0; start < text.length; start++) {
      const hit = longestFrom(root, text, start)
      if (!hit || hit.end <= reach) continue
      hits.push(hit)
      reach = hit.end
    }
    return hits
  }
  return { scan }
}
