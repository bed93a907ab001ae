import { plain } from '../plain.ts'

export const EDUCATION_LEVELS = [
  'none',
  'primary',
  'junior',
  'senior',
  'vocational',
  'college',
  'bachelor',
  'master',
  'doctor',
] as const
export type EducationLevel = (typeof EDUCATION_LEVELS)[number]
/** `level` is the lowest that will do (`none` = 不限), `preferred` a higher one the text would rather have. */
export type EducationReading = { text: string } & (
  | { kind: 'level'; level: EducationLevel; preferred?: EducationLevel }
  | { kind: 'unknown' }
)

const LEVELS: Record<EducationLevel, { rank: number; zh: string; en: string }> = {
  none: { rank: 0, zh: '不限', en: 'any' },
  primary: { rank: 1, zh: '小学', en: 'primary school' },
  junior: { rank: 2, zh: '初中', en: 'junior secondary' },
  senior: { rank: 3, zh: '高中', en: 'senior secondary' },
  vocational: { rank: 3, zh: '中专/技校', en: 'secondary vocational' },
  college: { rank: 4, zh: '大专', en: 'junior college' },
  bachelor: { rank: 5, zh: '本科', en: 'bachelor' },
  master: { rank: 6, zh: '硕士', en: 'master' },
  doctor: { rank: 7, zh: '博士', en: 'doctor' },
}

/** 0 for `none` to 7 for `doctor`; senior secondary and secondary vocational are equals (3). */
export const educationRank = (level: EducationLevel): number => LEVELS[level].rank

/** @example educationName('college') // '大专' */
export const educationName = (level: EducationLevel, lang: 'zh' | 'en' = 'zh'): string => LEVELS[level][lang]

/** Spellings of each level, longer ones before those they contain. 大学 alone counts only where it cannot be a school's name. */
const SPELLINGS: [EducationLevel, RegExp][] = [
  ['bachelor', /本硕博?/g],
  ['doctor', /博士后|博士|博研|ph\.?d|doctora(?:te|l)/g],
  ['master', /硕士|研究生|硕研|硕博|emba|\bmba|master/g],
  ['college', /大学专科|大专|专科|高职高专|高职|高专|大学大专/g],
  ['bachelor', /大学本科|本科|学士|专升本|一本|二本|三本|bachelor|undergraduate/g],
  ['bachelor', /(?<=^|[^\p{L}]|全日制|统招|普通|正规)大学(?=$|[^\p{L}]|及以上|以上|学历|毕业|文化|或)/gu],
  ['vocational', /中专|中技|技校|中职|职高|职中|技工学校|职业高中|技师学院|高级?技工?(?=学历|毕业|及以上|以上|$)/g],
  ['senior', /高中(?!语文|数学|英语|物理|化学|生物|政治|历史|地理|教师|老师|部|班)/g],
  ['junior', /初中(?!语文|数学|英语|物理|化学|生物|政治|历史|地理|教师|老师|部|班)|九年义务教育|九年制义务教育/g],
  ['primary', /小学(?!语文|数学|英语|教师|老师|部|班)/g],
]

const ANY =
  /(?:学历|文化程度|文化)[:]?(?:不限|无要求|不作要求|不做要求|没有要求|要求不高|不要求|不高|没要求|不作限制)|(?:不限|无|不要求|不看)学历|无学历要求|无(?:特殊)?要求|^无$|any/
/** 不限 that belongs to something else than education. */
const OTHER_ANY =
  /(?:经验|年龄|语言|专业|性别|地区|户籍|工作年限|年限|工龄|行业|区域)[:]?(?:要求)?不限|不限(?:经验|年龄|语言|专业|性别|户籍|年限|工龄)/g

const CLAUSE = /[、,;。|/()[\]【】\n]/
const PREFERS = /优先|更佳|为佳|加分|尤佳|prefer/

const levelsIn = (clause: string): EducationLevel[] => {
  let rest = clause
  return SPELLINGS.flatMap(([level, spelling]) => {
    const isNamed = spelling.test(rest)
    spelling.lastIndex = 0
    // Taken out, so that the 专科 of 大学专科 or the 硕 of 本硕 is not found again.
    rest = rest.replace(spelling, '')
    return isNamed ? [level] : []
  })
}

const byRank = (a: EducationLevel, b: EducationLevel): number => educationRank(a) - educationRank(b)

/**
 * Reads the education a posting asks for: the lowest level it names; levels in a clause with 优先 are `preferred`.
 * A ceiling (初中及以下) reads as the level it names. 无 and 不限 are `none`.
 * @example readEducation('本科(优先硕士)') // { kind: 'level', level: 'bachelor', preferred: 'master', … }
 */
export const readEducation = (text: string): EducationReading => {
  const clauses = plain(text).replace(OTHER_ANY, '').split(CLAUSE)
  const wanted = clauses.filter((clause) => !PREFERS.test(clause)).flatMap(levelsIn)
  const wished = clauses.filter((clause) => PREFERS.test(clause)).flatMap(levelsIn)
  const preferred = wished.sort(byRank).at(-1)
  const saysAny = clauses.some((clause) => ANY.test(clause) || /^[^\p{L}]*不限|[/\s]不限|年不限/u.test(clause))
  const level = wanted.sort(byRank)[0] ?? (saysAny || preferred ? 'none' : undefined)
  if (level === undefined) return { text, kind: 'unknown' }
  return preferred && byRank(preferred, level) > 0
    ? { text, kind: 'level', level, preferred }
    : { text, kind: 'level', level }
}

/**
 * Reads the highest level in a talent's own list of schools.
 * @example readHighestEducation("['湖北大学[本科]:应用统计学', '暨南大学[硕士]:统计学']") // level 'master'
 */
export const readHighestEducation = (text: string): EducationReading => {
  const level = plain(text).split(CLAUSE).flatMap(levelsIn).sort(byRank).at(-1)
  return level ? { text, kind: 'level', level } : { text, kind: 'unknown' }
}
