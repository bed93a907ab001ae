import { certificateWords } from './certificates.ts'
import type { Hit } from './class-systems.ts'

const FILLER =
  '(?:司机|驾驶员|驾驶|操作员|操作工|操作|作业人员|作业|特种设备|特种作业|特种|上岗|从业|职业|资格|执业|人员|技能|等级|水平|考试|合格|适任|相关|岗位|培训|进网|许可|初级|中级|高级|技师|及以上|以上|或以上|[一二三四五1-5]级|[a-z]\\d?|工|师|员|类|级|的|\\(|\\)|/)*?'
/** What makes a trade a certificate: 证 (not 证券, 证明), 资格, 职称, 执照, or 本 where a word ends. */
const PROOF = '(?:证(?![券明据监实言人词候])书?|资格证?书?|职称|执照|本(?=$|[^\\p{L}]|优先|或|者))'
const PROOF_AFTER = new RegExp(`^${FILLER}${PROOF}`, 'u')
const HELD_AFTER = new RegExp(`^${FILLER}[(:,\\s]*(?:须|需|要|必须|请)?(?:持证|有证|带证|持本)`, 'u')
const HELD_BEFORE =
  /(?:持证|有证|带证)(?:上岗)?[的:\s]*$|(?:证书?|适任)\s*\([^)]{0,12}$|(?:无限航区|沿海航区|近岸航区|[甲乙丙丁]类)$/

/** Examinations that are also job titles: held, listed before 证书, preferred, or with a score. */
const TITLE_BEFORE = /(?:持有?|具有?|具备|取得|获得|考取|拥有|通过|有)(?:国家|全国|注册|中国|相关)?$/
const TITLE_AFTER =
  /^(?:及以上|以上|或以上|成绩|认证|考试)|^(?:者|的)?(?:优先|尤佳|更佳|为佳)|^ ?(?:[5-9](?:\.[05])?|\d{2,3})(?![\dk千万.-])|^(?:[、/或和]\s*[\p{L}\d]{2,10}){0,4}(?:等)?(?:专业|相关|职业)*(?:证(?![券明])|职称|资格)/u

/** Words that hold a certificate's letters and mean something else. */
const SHIELDS =
  '大专四 大专八 中专四 中专八 委托业 依托业 化验证 估价师事务所 税务师事务所 会计师事务所 律师事务所 证券从业经验 基金从业经验 银行从业经验 期货从业经验'

const LEVEL_OF: Record<string, number> = {
  初级: 5,
  中级: 4,
  高级: 3,
  技师: 2,
  高级技师: 1,
  初级工: 5,
  中级工: 4,
  高级工: 3,
}
const LEVEL_WORD = '高级技师|初级工?|中级工?|高级工?|技师|[一二三四五1-5]级'
const LEVEL_BEFORE = new RegExp(`(${LEVEL_WORD})(?:及以上|以上)?(?:[(/](?:${LEVEL_WORD})\\)?)?(?:的|/|技能|\\s)*$`)
const LEVEL_AFTER = new RegExp(`^(?:职业资格|证书?)?[(:\\s]*(${LEVEL_WORD})`)
const CHINESE = '一二三四五'

const levelFrom = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined
  const known = LEVEL_OF[word]
  if (known !== undefined) return known
  const first = word[0] ?? ''
  return CHINESE.includes(first) ? CHINESE.indexOf(first) + 1 : Number(first)
}

type Entry = { code?: string; needs: 'nothing' | 'proof' | 'title'; skill?: string }

const isSkill = (code: string): boolean => code.startsWith('skill-')

/** One entry per word; a trade with skill levels may share its word with an operator's certificate (电工). */
const NEEDS: Record<string, Entry['needs']> = { '~': 'proof', '^': 'title' }

const buildIndex = (): Map<string, Entry> => {
  const index = new Map<string, Entry>(SHIELDS.split(' ').map((word) => [word, { needs: 'nothing' }]))
  for (const { code, words } of certificateWords()) {
    for (const written of words) {
      const needs = NEEDS[written.at(-1) ?? ''] ?? 'nothing'
      const word = (needs === 'nothing' ? written : written.slice(0, -1)).replaceAll('␣', ' ')
      const known = index.get(word)
      if (isSkill(code)) index.set(word, { needs: 'proof', ...known, skill: code })
      else if (!known?.code || needs === 'nothing') index.set(word, { ...known, code, needs })
    }
  }
  return index
}

type Index = { entries: Map<string, Entry>; lengths: Map<string, number[]> }

let index: Index | undefined

/** Beside the words, their lengths by first character, longest first, so that most places of a text cost one look. */
const getIndex = (): Index => {
  if (index) return index
  const entries = buildIndex()
  const lengths = new Map<string, number[]>()
  for (const word of entries.keys()) {
    const known = lengths.get(word[0] ?? '') ?? []
    if (!known.includes(word.length))
      lengths.set(
        word[0] ?? '',
        [...known, word.length].sort((a, b) => b - a),
      )
  }
  return (index = { entries, lengths })
}

const ALPHANUMERIC = /[a-z0-9]/
const isInsideWord = (text: string, start: number, end: number): boolean =>
  (ALPHANUMERIC.test(text[start] ?? '') && ALPHANUMERIC.test(text[start - 1] ?? '')) ||
  (ALPHANUMERIC.test(text[end - 1] ?? '') && ALPHANUMERIC.test(text[end] ?? ''))

const isProved = (before: string, after: string, { needs }: Entry): boolean =>
  needs === 'nothing' ||
  PROOF_AFTER.test(after) ||
  HELD_AFTER.test(after) ||
  HELD_BEFORE.test(before) ||
  (needs === 'title' && (TITLE_BEFORE.test(before) || TITLE_AFTER.test(after)))

/** 三级健康管理师 can only be a certificate, 高级焊工 may be a post. */
const isNumbered = (level: string | undefined): boolean => level !== undefined && /^[一二三四五1-5]/.test(level)

const codeAt = (text: string, start: number, end: number, entry: Entry): string | undefined => {
  const after = text.slice(end, end + 24)
  const before = text.slice(Math.max(0, start - 10), start)
  const proved = isProved(before, after, entry)
  const word = entry.skill && (LEVEL_BEFORE.exec(before)?.[1] ?? LEVEL_AFTER.exec(after)?.[1])
  const level = levelFrom(word)
  if (entry.skill && level !== undefined && (proved || isNumbered(word))) return `${entry.skill}-${level}`
  return proved ? (entry.code ?? entry.skill) : undefined
}

const wordAt = (text: string, at: number, { entries, lengths }: Index): { entry: Entry; end: number } | undefined => {
  for (const length of lengths.get(text[at] ?? '') ?? []) {
    const entry = entries.get(text.slice(at, at + length))
    if (entry && at + length <= text.length && !isInsideWord(text, at, at + length)) return { entry, end: at + length }
  }
  return undefined
}

type Waiting = { code: string; start: number; end: number }

/** 叉车、装载机操作证: trades listed before one that is proved share its 证. */
const shareProof = (text: string, waiting: Waiting[], hits: Hit[], at: number): void => {
  let start = at
  for (let last = waiting.pop(); last; last = waiting.pop()) {
    if (!/^[工师员]?[、/和及或]$/.test(text.slice(last.end, start))) return
    hits.push({ codes: [last.code], start: last.start, end: last.end })
    start = last.start
  }
}

/** Certificates named by words in a text prepared by `plain`. */
export const findWords = (text: string): Hit[] => {
  const words = getIndex()
  const hits: Hit[] = []
  const waiting: Waiting[] = []
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at, words)
    const code = word && codeAt(text, at, word.end, word.entry)
    const isShield = word && !word.entry.code && !word.entry.skill
    if (word && code) {
      const proof = PROOF_AFTER.exec(text.slice(word.end, word.end + 24))
      if (proof && word.entry.needs === 'proof') shareProof(text, waiting, hits, at)
      hits.push({ codes: [code], start: at, end: word.end + (proof?.[0].length ?? 0) })
    } else if (word?.entry.code && word.entry.needs === 'proof' && at >= (waiting.at(-1)?.end ?? 0)) {
      waiting.push({ code: word.entry.code, start: at, end: word.end })
    }
    at = word && (code || isShield) ? word.end : at + 1
  }
  return hits
}
