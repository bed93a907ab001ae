export type RecordKind = 'jobs' | 'talents'

/** What a column can mean. Jobs and talents share the list; each uses a part of it. */
export const FIELDS = [
  'id',
  'title',
  'place',
  'salary',
  'education',
  'experience',
  'employer',
  'industry',
  'description',
  'tags',
  'skills',
  'certificates',
  'employment',
  'shift',
  'age',
  'headcount',
  'welfare',
  'category',
  'date',
  'startBy',
  'validUntil',
  'name',
  'wish',
  'wishPlace',
  'wishIndustry',
  'home',
  'commute',
  'wishSalary',
  'sex',
  'birth',
  'availableFrom',
  'refuses',
  'phone',
  'idNumber',
] as const
export type Field = (typeof FIELDS)[number]

/** Which columns feed which field, e.g. `{ salary: ['最低工资', '最高工资'] }`; the rest is `unknown`. */
export type Columns = {
  kind: RecordKind
  fields: Partial<Record<Field, string[]>>
  unknown: string[]
  /** Columns named by the user, field to column. */
  map?: Record<string, string>
}
