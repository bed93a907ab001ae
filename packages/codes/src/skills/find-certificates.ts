import { plain } from '../plain.ts'
import { findWords } from './certificate-words.ts'
import { covers } from './certificates.ts'
import { codeOf, findClasses, type Hit } from './class-systems.ts'
import { evidenceAt, requirementAt } from './requirement.ts'

/**
 * `code` is of the vocabulary or, where any one of several will do, several joined (`driving-a1|driving-a2`).
 * `required` is false when the text only prefers it; `evidence` is the clause it was read in.
 */
export type CertificateFound = { code: string; required: boolean; evidence: string }

const overlaps = (a: Hit, b: Hit): boolean => a.start < b.end && b.start < a.end

const tellsMore = (word: Hit, hit: Hit): boolean =>
  hit.codes.some((code) => word.codes[0] !== code && covers(word.codes[0] ?? '', code))

/** Words lose to a class system that has read the same place (驾照 in C1驾照), save where they say more (行车 beside Q2). */
const mergeHits = (classes: Hit[], words: Hit[]): Hit[] => {
  const kept = words.filter((word) => classes.every((hit) => !overlaps(word, hit) || tellsMore(word, hit)))
  const said = classes.filter((hit) => kept.every((word) => !overlaps(word, hit) || !tellsMore(word, hit)))
  return [...said, ...kept].sort((a, b) => a.start - b.start || b.end - a.end)
}

const OR = /^(?:证书?|执照|资格)?\s*(?:或者?|\/)\s*(?:持有?|具有|有|具备)?$/

/** Hits joined by 或 or a slash ask for any one of them. */
const joinAlternatives = (text: string, hits: Hit[]): Hit[] => {
  const joined: Hit[] = []
  for (const hit of hits) {
    const last = joined.at(-1)
    if (last && last.end <= hit.start && OR.test(text.slice(last.end, hit.start))) {
      last.codes.push(...hit.codes)
      last.end = hit.end
    } else joined.push({ ...hit, codes: [...hit.codes] })
  }
  return joined
}

const SHARED_HEAD = /高[/、和及(]?低\)?压(?=电工|证|操作|作业)/g

/** 高/低压电工证 names two certificates with one tail. */
const spellOut = (text: string): string => text.replace(SHARED_HEAD, '高压电工证、低压')

/** 从业资格证 alone is a driver's where the text is about driving, and a broker's or a teacher's elsewhere. */
const findBareTransport = (text: string): Hit[] =>
  /司机|驾|货车|客车|运输|货运/.test(text)
    ? [...text.matchAll(/(?<=^|[^\p{L}]|有|持|照|证|和|及|具备|上岗)从业资格证?/gu)].map(({ index, 0: word }) => ({
        codes: ['transport'],
        start: index,
        end: index + word.length,
      }))
    : []

const GENERIC = new Set([
  'driving',
  'special-equipment',
  'special-work',
  'electrician',
  'welding',
  'height',
  'refrigeration',
  'crane-q2',
  'hazchem',
  'transport',
  'teacher',
  'accounting',
  'seafarer',
  'constructor',
  'mandarin',
  'internal-auditor',
])

/** The one without a class adds nothing where the class itself is named. */
const dropGeneric = (found: CertificateFound[]): CertificateFound[] =>
  found.filter(
    ({ code, required }) =>
      !GENERIC.has(code) ||
      !found.some((other) => other.code !== code && covers(other.code, code) && (other.required || !required)),
  )

const LETTERS = /[\p{L}\p{N}]+/gu

/** The clause with the letters of the text as given; folding changes case, width and punctuation only. */
const original = (given: string, clause: string): string => {
  const words = clause.match(LETTERS) ?? []
  if (words.length === 0) return clause
  const pattern = new RegExp(words.join('[^\\p{L}\\p{N}]*'), 'iu')
  return (pattern.exec(given) ?? pattern.exec(given.normalize('NFKC')))?.[0] ?? clause
}

/**
 * Certificates and licences a text asks for, in order of appearance, each once (required if anywhere required).
 * Offers to train (可考证), refusals (无需驾照) and the work of clerks with other people's certificates are left out.
 * 叉车证 without a class is N1, the class of TSG Z6001-2019 for forklifts; a car licence without a class is
 * `driving`, which every car class covers; 安全员证 without a letter is C.
 * @example findCertificates('有N1叉车证优先') // [{ code: 'forklift-n1', required: false, evidence: '有N1叉车证优先' }]
 */
export const findCertificates = (given: string): CertificateFound[] => {
  const text = spellOut(plain(given))
  const hits = joinAlternatives(text, mergeHits(findClasses(text), [...findWords(text), ...findBareTransport(text)]))
  const found = new Map<string, CertificateFound>()
  for (const { codes, start, end } of hits) {
    const requirement = requirementAt(text, start, end)
    if (requirement === 'notAsked') continue
    const code = codeOf(codes)
    const required = requirement === 'required'
    if (found.get(code)?.required || (found.has(code) && !required)) continue
    found.set(code, { code, required, evidence: original(given, evidenceAt(text, start, end)) })
  }
  return dropGeneric([...found.values()])
}
