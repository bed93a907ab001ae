export const EMPLOYMENT_TYPES = [
  'fullTime',
  'partTime',
  'internship',
  'temporary',
  'gig',
  'dispatch',
  'outsourced',
] as const
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number]

export const employmentTypeName = (type: EmploymentType, _lang: 'zh' | 'en' = 'zh'): string => type
export const readEmploymentTypes = (_text: string): EmploymentType[] => []
