import { type Lexicon, makeLexicon } from '../lexicon.ts'
import { lazily, readTable } from '../table.ts'
import { divisions } from './division.ts'
import { stemOf } from './stems.ts'

/** One thing a name can mean. */
export type Candidate = {
  code: string
  /** The old full name, where the name is no longer the division's own. */
  former?: string
  /** One of several divisions that an area spans; they hold together. */
  spanning?: true
  /** Meant only inside the city or province named with it. */
  inside?: true
}

/** A name as the index knows it; `full` names carry their kind (市南区), the others are said without (市南). */
export type Name = { text: string; full: boolean; candidates: Candidate[] }

type Index = { names: Map<string, Name>; chinese: Lexicon }

/** Names so general that they say something only inside a city. */
const GENERAL = new Set(['城区', '郊区', '矿区'])

const add = (names: Map<string, Name>, text: string, full: boolean, candidate: Candidate): void => {
  const name = names.get(text) ?? { text, full, candidates: [] }
  names.set(text, name)
  name.full ||= full
  if (!name.candidates.some(({ code }) => code === candidate.code)) name.candidates.push(candidate)
}

const addBoth = (names: Map<string, Name>, text: string, candidate: Candidate): void => {
  add(names, text, true, candidate)
  const stem = stemOf(text)
  if (stem !== text) add(names, stem, false, candidate)
}

/** A street named after a road is named in full only: 香港中路 alone is the road, which may leave the street. */
const isRoad = (name: string): boolean => /[路街]$/.test(stemOf(name))

const addToday = (names: Map<string, Name>): void => {
  for (const { code, name, level } of divisions()) {
    const candidate = level === 'street' || GENERAL.has(name) ? { code, inside: true as const } : { code }
    if (level === 'street' && isRoad(name)) add(names, name, true, candidate)
    else addBoth(names, name, candidate)
  }
}

const addAliases = (names: Map<string, Name>): void => {
  for (const [text = '', codes = '', scope] of readTable('place-aliases.tsv')) {
    const all = codes.split(' ')
    for (const code of all)
      add(names, text, false, { code, ...(all.length > 1 && { spanning: true }), ...(scope && { inside: true }) })
  }
}

const addFormer = (names: Map<string, Name>): void => {
  for (const [text = '', code = ''] of readTable('former-names.tsv')) add(names, text, true, { code, former: text })
  for (const [text = '', , codes = ''] of readTable('former-divisions.tsv'))
    for (const code of codes.split(' '))
      addBoth(names, text, { code, former: text, ...(GENERAL.has(text) && { inside: true }) })
}

const addLatin = (names: Map<string, Name>): void => {
  for (const [text = '', codes = ''] of readTable('place-latin.tsv'))
    for (const code of codes.split(' ')) add(names, text, true, { code })
}

const build = (): Index => {
  const names = new Map<string, Name>()
  addToday(names)
  addAliases(names)
  addFormer(names)
  const chinese = makeLexicon(names.keys())
  addLatin(names)
  return { names, chinese }
}

const index = lazily(build)

export const nameOf = (text: string): Name | undefined => index().names.get(text)

/** The longest Chinese name that starts at a position of a text. */
export const nameAt = (text: string, start: number): Name | undefined => {
  const found = index().chinese(text, start)
  return found === undefined ? undefined : nameOf(found)
}
