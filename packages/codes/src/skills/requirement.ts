/** What a text says of the certificate at a place: it must be there, it would be nice, or it is not asked for. */
export type Requirement = 'required' | 'preferred' | 'notAsked'

const PREFERS = /优先|更佳|为佳|尤佳|者佳|加分|最好|更好|者优|更优|为优|优$|不作硬性|非必须|非硬性|prefer|a plus/
const MUST = /必须|务必|须持|需持|要求持|必持|须有|需有/
/** "(优先)" or ", 优先录用": the next clause says no more than that it is preferred. */
const STARTS_PREFERRED =
  /^[()\s]*(?:者|的|则)?(?:优先|更佳|为佳|尤佳|加分)|^,\s*(?:则|可)?(?:优先|更佳|加分)(?:考虑|录用|录取)?(?:$|[,;。!)])/
const OR_WILLING = /^书?[^,;。]{0,2}或(?:者)?(?:愿意|可以?|能|有意|正在|愿)/

const REFUSED_BEFORE =
  /(?:无需|无须|不需要?|不要求|不用|不看|免|不必|不限|有没有|有无)(?:持有?|具备|提供|办理|任何|相关|有|考|特殊|带)*[^,;。]{0,3}$|(?:无|没有|没)(?:任何|相关|持有?)?$/
const REFUSED_AFTER = /^书?[^,;。]{0,2}(?:有无均可|不限|不要求|没有也|无也|无要求|不作要求|可有可无|补贴|津贴)/
const KEEP_OUT = /^书?(?:者|的)?(?:勿扰|勿投|免谈|请勿|勿|不要|绕行)/

/** A training offer or a promise to get the certificate is not a requirement. */
const OFFERED_BEFORE =
  /(?:公司|免费|可以?|提供|帮助?|协助|包|入职后|统一|代|带薪|资助|安排|报销|给|后续)[^,;。]{0,8}(?:考取?|考试|培训|办理?|学习?|拿|取得|获得|颁发)[^,;。]{0,6}$|(?:代办|包办|包考|免费考|可考|报销)$/
const OFFERED_AFTER =
  /^书?[)\s]*[^,;。]{0,3}(?:可以?(?:后|帮|协助|代)?(?:考|办|补)|由?公司(?:办|考|出|报销|统一)|包考|免费(?:办|考|培训|报销)|培训(?!合格|证)|报销|考证|代办|入职后)/
const WITHOUT_IS_FINE = /^.\s*(?:无|没有?)证(?:者|的)?(?:也|亦|均|都)?可/
/** Somebody else's certificate: the work of a clerk. */
const SOMEBODY_ELSES =
  /负责[^,;。]{0,12}$|(?:办理|年审|管理|审核|收集|整理|核对|发放|查验)[^,;。]{0,3}(?:员工|学员|客户|司机|人员|车辆|船员|入职)[^,;。]{0,6}$/

const BOUNDARY = /[,;。!?\n|()【】[\]]|(?<![a-z0-9-])\d{1,2}[、.](?!\d)/g

type Clause = { before: string; after: string; next: string; start: number; end: number }

const clauseAt = (text: string, start: number, end: number): Clause => {
  let from = 0
  let to = text.length
  for (const { index, 0: mark } of text.matchAll(BOUNDARY)) {
    if (index + mark.length <= start) from = index + mark.length
    else if (index >= end) {
      to = index
      break
    }
  }
  return {
    before: text.slice(from, start),
    after: text.slice(end, to),
    next: text.slice(to, to + 14),
    start: from,
    end: to,
  }
}

const HEADING = /([^\s,;。:]{0,10}):/g
const TO_SENTENCE_END = /[。\n]/

type Section = 'preferences' | 'label' | 'other'

const sectionOf = (heading: string): Section | undefined => {
  if (/优先|加分/.test(heading)) return 'preferences'
  if (/职能类别|关键字|关键词/.test(heading)) return 'label'
  return /要求|职责|条件|资格|待遇|福利|内容|描述|必备|基本/.test(heading) ? 'other' : undefined
}

/** 优先条件： and 加分项： hold until the next heading, a bare 优先： until its sentence ends. */
const sectionAt = (text: string, at: number): Section => {
  let section: Section = 'other'
  let endsWithSentence = false
  let from = 0
  for (const match of text.slice(0, at).matchAll(HEADING)) {
    const next = sectionOf(match[1] ?? '')
    if (!next) continue
    section = next
    endsWithSentence = (match[1] ?? '').endsWith('优先')
    from = match.index + match[0].length
  }
  return endsWithSentence && TO_SENTENCE_END.test(text.slice(from, at)) ? 'other' : section
}

/** The wording of the clause around a place, for evidence. */
export const evidenceAt = (text: string, start: number, end: number): string => {
  const clause = clauseAt(text, start, end)
  return text.slice(clause.start, clause.end).trim()
}

/** Reads the scope in which the certificate between two offsets of a text prepared by `plain` stands. */
export const requirementAt = (text: string, start: number, end: number): Requirement => {
  const { before, after, next } = clauseAt(text, start, end)
  if (KEEP_OUT.test(after) && REFUSED_BEFORE.test(before)) return 'required'
  if (REFUSED_BEFORE.test(before) || REFUSED_AFTER.test(after)) return 'notAsked'
  // 无证可培训 in the next clause: who has none is welcome too.
  const isOpen = WITHOUT_IS_FINE.test(next)
  const isOffered =
    OFFERED_BEFORE.test(before) || OFFERED_AFTER.test(after) || (!isOpen && OFFERED_AFTER.test(next.slice(1)))
  const section = sectionAt(text, start)
  if (isOffered || section === 'label' || SOMEBODY_ELSES.test(before)) return 'notAsked'
  if (isOpen || OR_WILLING.test(after)) return 'preferred'
  const wish = PREFERS.exec(after)
  // 必须持N1证有经验者优先: the wish is about something else.
  if (wish && MUST.test(before) && wish.index >= 4) return 'required'
  const isWished = wish !== null || PREFERS.test(before) || STARTS_PREFERRED.test(next)
  return isWished || section === 'preferences' ? 'preferred' : 'required'
}
