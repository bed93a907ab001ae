import { pinyin } from 'pinyin-pro'

/** How a name is found and sorted without a Chinese collation, which databases do not share. */
export interface NameIndex {
  /** Pinyin with tones, then the name: bytewise order is the order of a Chinese list. */
  nameKey: string
  /** The name, its pinyin and its initials, one a line. */
  searchText: string
}

/** Full-width forms, blanks, hyphens and case aside. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s'’-]/g, '')

/** @example nameIndex('青岛海风').searchText // '青岛海风\nqingdaohaifeng\nqdhf' */
export function nameIndex(name: string): NameIndex {
  const text = plain(name)
  const syllables = pinyin(text, { type: 'array', toneType: 'num', nonZh: 'consecutive', v: true })
  const bare = syllables.map((syllable) => syllable.replace(/(?<=^[a-zü]+)\d$/, ''))
  // A run of other characters stays whole, in initials too: `ai招聘` is found as `aizp`.
  const initials = syllables.map((syllable, at) => (syllable === bare[at] ? syllable : syllable[0]))
  return { nameKey: `${syllables.join(' ')} ${text}`, searchText: [text, bare.join(''), initials.join('')].join('\n') }
}

/** What is typed into the search box, in the form of `searchText`. */
export const searchTerm = (typed: string): string => plain(typed)
