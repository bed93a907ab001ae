import {
  type Certificate,
  certificate,
  certificates,
  certificateWords,
  classifyTitle,
  findCertificates as readCertificates,
  knownTitles,
  occupation,
} from '@renshu/codes'
import type { codesRoutes, Named, Output } from '@renshu/contracts'
import type { Language } from '../platform/http/index.ts'
import { Finder } from './finder.ts'

type FoundOccupation = Output<typeof codesRoutes.occupations>['items'][number]

/** As many as are looked through; the sixteen classes of a driving licence among them. */
const MOST = 20
/** Below it a reading of words is a guess. */
const SURE = 0.3

let titles: Finder<FoundOccupation> | undefined
const titleFinder = (): Finder<FoundOccupation> =>
  (titles ??= new Finder(
    knownTitles()
      // Of equally near ones what employers write comes before the official name.
      .sort((a, b) => Number(a.isOfficial) - Number(b.isOfficial))
      .flatMap(({ title, codes: [code = ''] }) => {
        const name = occupation(code)?.name
        return name ? [{ value: { title, code, name }, words: [title] }] : []
      }),
  ))

/** What a text of somebody's own is read as, each under its official name. */
const readAs = (text: string): FoundOccupation[] =>
  classifyTitle(text)
    .filter(({ confidence }) => confidence >= SURE)
    .map(({ code, name }) => ({ title: name, code, name }))

/** Everyday names of jobs with their occupation; for words that are in no name, what they are read as. */
export function findOccupations(text: string): FoundOccupation[] {
  const found = titleFinder().find(text, MOST)
  return found.length ? found : readAs(text).slice(0, MOST)
}

let papers: Finder<string> | undefined
const paperFinder = (): Finder<string> => {
  const wordsOf = new Map(certificateWords().map(({ code, words }) => [code, words]))
  return (papers ??= new Finder(
    certificates().map(({ code, name, en }) => ({
      value: code,
      // Marks at the end of a word of the table say where it counts in running text.
      words: [name, code, en, ...(wordsOf.get(code) ?? []).map((word) => word.replace(/[~^]$/, ''))],
    })),
  ))
}

/** 叉车证 is looked for as 叉车; 证 by itself stays. */
const stem = (text: string): string => text.trim().replace(/(.)(?:资格)?证书?$/, '$1')

/** Certificates by what they are called; first those that the words are read as. */
export function findCertificates(text: string, language: Language): Named[] {
  const read = readCertificates(text).flatMap(({ code }) => code.split('|'))
  // 驾照 is a paper without a class: the classes that cover it are what somebody holds.
  const bare = new Set(read.filter((code) => !certificate(code)?.implies))
  const classes = certificates().filter(({ implies = [] }) => implies.some((code) => bare.has(code)))
  const codes = new Set([...read, ...paperFinder().find(stem(text), MOST), ...classes.map(({ code }) => code)])
  const nameOf = ({ name, en }: Certificate) => (language === 'zh' ? name : en)
  return [...codes].slice(0, MOST).flatMap((code) => {
    const found = certificate(code)
    return found ? [{ code, name: nameOf(found) }] : []
  })
}
