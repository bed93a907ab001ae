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
export type EducationReading = { text: string } & (
  | { kind: 'level'; level: EducationLevel; preferred?: EducationLevel }
  | { kind: 'unknown' }
)

const NAMES: Record<EducationLevel, { rank: number; zh: string; en: string }> = {
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
export const educationRank = (level: EducationLevel): number => NAMES[level].rank

export const educationName = (level: EducationLevel, lang: 'zh' | 'en' = 'zh'): string => NAMES[level][lang]

export const readEducation = (text: string): EducationReading => ({ text, kind: 'unknown' })
export const readHighestEducation = (text: string): EducationReading => ({ text, kind: 'unknown' })
