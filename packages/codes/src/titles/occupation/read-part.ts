import { occupation } from '../../occupations/index.ts'
import type { Lexicon, Word } from './lexicon.ts'
import { peel } from './parts.ts'
import type { Hit } from './trie.ts'
import { scaled, type Vote, voteFor } from './votes.ts'

/** Confidence by the kind of match; see the gold set for what they are worth. */
const WHOLE = 0.95
/** 普工 or 实习生 alone: what else the posting says counts more. */
const WHOLE_VAGUE = 0.45
const WHOLE_FIELD = 0.8
const FIELD_AND_HEAD = { whole: 0.88, next: 0.75, apart: 0.6 }
/** The field names this very class of head (小学 with 老师), wherever it stands. */
const FIELD_OF_HEAD = { whole: 0.92, next: 0.85, apart: 0.7 }
/** A closed head is only overruled on purpose: 大学语文教师. */
const FIELD_OF_CLOSED_HEAD = { whole: 0.92, next: 0.88, apart: 0.84 }
const FIELD_ASIDE = 0.66
const USUAL_NAME = 0.86
const END = { least: 0.6, full: 0.9 }
const VAGUE_END = 0.75
const END_FIELD = { least: 0.5, full: 0.8 }
/** 配送员配车住: a job, then what is offered. */
const BEGINNING = { least: 0.42, full: 0.8 }
const INSIDE = { least: 0.3, full: 0.75 }
const PEELED = 0.98
const UNDER_HEAD = 0.93
const HEAD_ALONE = 0.3
/** Heads that are a job of their own wherever the field is unknown: XX开发工程师, XX操作工. */
const TELLING_HEADS: ReadonlySet<string> = new Set([
  'developer',
  'worker',
  'operator',
  'repairer',
  'fitter',
  'inspector',
])
const HEAD_AS_JOB = 0.5

const between = ({ least, full }: { least: number; full: number }, share: number): number =>
  least + (full - least) * share

const whole = (word: Word): Vote[] => {
  if (word.job) {
    const name = occupation(word.job[0] ?? '')?.name
    const reason = word.official || name === word.text ? `“${word.text}”即大典职业` : `“${word.text}”对应大典“${name}”`
    return voteFor(word.job, word.vague ? WHOLE_VAGUE : WHOLE, reason)
  }
  return voteFor(word.field?.['*'] ?? [], WHOLE_FIELD, `领域“${word.text}”`)
}

type Shape = { text: string; hits: Hit<Word>[]; head: Word | undefined; lexicon: Lexicon }

/** The word that ends the part, if it is a head; the longest word wins, so 销售工程师 hides 工程师. */
export const findHead = (text: string, lexicon: Lexicon): Word | undefined => {
  for (let start = 0; start < text.length; start++) {
    const word = lexicon.word(text.slice(start))
    if (word?.head) return word
  }
  return undefined
}

/** A job that ends the part: its head decides, what stands before narrows it. */
const byEnd = ({ text, hits }: Shape): Vote[] => {
  const last = hits.at(-1)
  if (!last || last.end !== text.length || last.value.head?.open) return []
  const share = (last.end - last.start) / text.length
  const { job, field, vague, text: name } = last.value
  const sure = between(job ? END : END_FIELD, share) * (vague ? VAGUE_END : 1)
  return voteFor(job ?? field?.['*'] ?? [], sure, `名称末尾“${name}”`)
}

const placeOf = (hit: Hit<Word>, restLength: number): keyof typeof FIELD_AND_HEAD => {
  if (hit.end !== restLength) return 'apart'
  return hit.start === 0 ? 'whole' : 'next'
}

/** Fields before the head: the last one weighs most (Java大数据开发 is a job of 大数据). */
const byField = ({ text, head, lexicon }: Shape): Vote[] => {
  if (!head?.head) return []
  const { class: kind, open } = head.head
  const rest = text.slice(0, -head.text.length)
  const hits = lexicon.words.scan(rest).reverse()
  return hits.flatMap((hit) => {
    const own = hit.value.field?.[kind]
    const codes = own ?? (open ? hit.value.field?.['*'] : undefined)
    if (!codes) return []
    const trust = !own ? FIELD_AND_HEAD : open ? FIELD_OF_HEAD : FIELD_OF_CLOSED_HEAD
    return voteFor(codes, trust[placeOf(hit, rest.length)], `领域“${hit.value.text}”+“${head.text}”`)
  })
}

/** 研发（食品）, 工程师 机械: the field stands beside the head, in another piece of the title. */
export const fieldAside = (parts: string[], lexicon: Lexicon): Vote[] => {
  const [first = '', ...others] = parts
  const head = findHead(first, lexicon)
  if (!head?.head) return []
  const { class: kind, open } = head.head
  return others
    .flatMap((part) => lexicon.words.scan(part))
    .flatMap(({ value }) => {
      const codes = value.field?.[kind] ?? (open ? value.field?.['*'] : undefined)
      return codes ? voteFor(codes, FIELD_ASIDE, `“${head.text}”，领域“${value.text}”`) : []
    })
}

/** 会计主管 is what 会计 is: an open head leaves the rest to be read on its own. */
const underHead = ({ text, head, lexicon }: Shape): Vote[] => {
  if (!head?.head) return []
  const rest = text.slice(0, -head.text.length).trim()
  const below = head.head.open && rest !== '' ? scaled(readPart(rest, lexicon), UNDER_HEAD) : []
  const telling = head.job && TELLING_HEADS.has(head.head.class)
  const sure = !head.head.open ? END.least : telling ? HEAD_AS_JOB : HEAD_ALONE
  const codes = head.job ?? head.head.codes
  return [...below, ...(head.text.length > 1 ? voteFor(codes, sure, `名称末尾“${head.text}”`) : [])]
}

/** 罐头厂工人 is usually called 罐头工: the field with the plain name of the class. */
const USUAL_HEADS: Record<string, readonly string[]> = {
  worker: ['工', '操作工', '普工', '加工', '加工工', '装配工', '制作'],
  engineer: ['工程师', '技术员'],
  developer: ['开发', '开发工程师', '工程师'],
  repairer: ['维修', '维修工', '修理工'],
  fitter: ['安装', '安装工', '装配工'],
  inspector: ['检验员', '质检员', '检测员'],
  designer: ['设计师', '设计'],
  analyst: ['分析师', '分析员'],
  manager: ['经理', '主管', '员', '专员'],
  clerk: ['专员', '员', '助理'],
  operator: ['运营'],
  driver: ['司机'],
  adviser: ['顾问'],
}
/** What a short title leaves out: 跟妆 for 跟妆师, 景区检票 for 景区检票员. */
const USUAL_ENDS = ['员', '工', '师', '师傅', '老师', '司机']
/** 开发服务 is not the beginning of 服务员. */
const COMPLETE = /服务$/
const COMPLETED = 0.9
/** At least this much of the completed name is in the title. */
const LEFT_OUT_FROM = 2

const byCompletion = (shape: Shape): Vote[] => {
  if (shape.head || COMPLETE.test(shape.text) || shape.hits.at(-1)?.end === shape.text.length) return []
  for (const end of USUAL_ENDS) {
    const text = shape.text + end
    const hits = shape.lexicon.words.scan(text)
    const completes = (hits.at(-1)?.start ?? text.length) <= shape.text.length - LEFT_OUT_FROM
    const votes = completes ? byEnd({ ...shape, text, hits, head: undefined }) : []
    if (votes.length > 0) return scaled(votes, COMPLETED)
  }
  return []
}

const WHERE = /(?:工厂|车间|厂|站|店|机|线|场|中心|公司|部门|部)$/

const byUsualName = ({ text, head, lexicon }: Shape): Vote[] => {
  if (!head?.head) return []
  const rest = text.slice(0, -head.text.length)
  const stems = [rest, rest.replace(WHERE, '')].filter((stem) => stem.length > 1)
  const heads = USUAL_HEADS[head.head.class] ?? []
  const name = stems
    .flatMap((stem) => heads.map((usual) => lexicon.word(stem + usual)))
    .find((word) => word?.job && word.text !== text)
  return name?.job ? voteFor(name.job, USUAL_NAME, `同“${name.text}”`) : []
}

const inside = ({ text, hits, head }: Shape): Vote[] =>
  hits
    .filter((hit) => hit.end <= text.length - (head?.text.length ?? 0))
    .flatMap((hit) => {
      const codes = hit.value.job ?? hit.value.field?.['*'] ?? []
      const range = hit.start === 0 && !head ? BEGINNING : INSIDE
      return voteFor(codes, between(range, (hit.end - hit.start) / text.length), `名称含“${hit.value.text}”`)
    })

/**
 * Votes for one piece of a title.
 * @example readPart('会计主管', lexicon()) // 2-06-03-00, “会计”对应大典“会计专业人员”
 */
export const readPart = (text: string, lexicon: Lexicon): Vote[] => {
  const word = lexicon.word(text)
  const known = word ? whole(word) : []
  if (known.length > 0) return known
  const bare = peel(text, lexicon)
  if (bare !== undefined) return scaled(readPart(bare, lexicon), PEELED)
  const shape: Shape = { text, lexicon, hits: lexicon.words.scan(text), head: findHead(text, lexicon) }
  return [
    ...byEnd(shape),
    ...byField(shape),
    ...byUsualName(shape),
    ...byCompletion(shape),
    ...underHead(shape),
    ...inside(shape),
  ]
}
