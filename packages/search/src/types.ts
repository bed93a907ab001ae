/** What a record is filtered and counted by. A place or an occupation lies in all that it is part of. */
export const COLUMNS = [
  'place',
  'occupation',
  'employment',
  'welfare',
  'education',
  'shift',
  'industry',
  'organisation',
  'remote',
  'certificate',
  'refuses',
] as const
export type Column = (typeof COLUMNS)[number]
/** Columns in which to say nothing is no value of its own. */
export const SILENT: ReadonlySet<Column> = new Set(['certificate', 'refuses'])
type ByColumn<T> = Partial<Record<Column, T>>

/** A record as the index takes it: a posting, or a person's profile. */
export type Document = {
  id: string
  title: string
  /** Names it is asked for by: the employer, a school. Found by pinyin and initials, like the title. */
  names?: readonly string[]
  skills?: readonly string[]
  /** Whatever else it is known for: benefits, certificates, the official name of the occupation. */
  tags?: readonly string[]
  /** Text, or its words where somebody has cut it already. */
  description?: string | readonly string[]
  /** Codes by column; divisions and occupations as deep as they are known. */
  codes: ByColumn<readonly string[]>
  /** Fen a month; an absent side is open, both absent is not stated. */
  pay?: { min?: number; max?: number }
  /** Day of publication or last confirmation, ISO. */
  on: string
}

export type Filters = {
  /** Any of the codes; `unstated` stands for records that say nothing in the column. */
  codes?: ByColumn<readonly string[]>
  /** All of the codes. */
  every?: ByColumn<readonly string[]>
  /** None of the codes. */
  none?: ByColumn<readonly string[]>
  /** Beside `codes.place`: records with exactly one of these places pass too, whatever else lies in it. */
  spots?: readonly string[]
  /** Records with a place within so many kilometres of the seat of another. */
  around?: { place: string; km: number }
  /** Fen a month that the upper end of the pay reaches; an open end reaches everything, unstated pay nothing. */
  pay?: number
  /** Fen a month that the lower end of the pay does not exceed; an open end and unstated pay pass. */
  most?: number
  /** First day, ISO. */
  since?: string
}
/** The code of records that have none in a column. */
export const UNSTATED = 'unstated'

/** One thing that words were understood as. */
export type Wish = {
  field: 'place' | 'pay' | 'welfare' | 'employment' | 'education'
  code: string
  /** The words themselves. */
  text: string
}
export type WishField = Wish['field']

export type Sort = 'best' | 'newest' | 'pay' | 'near'
/** Where a page ended; of use only for the same question. */
export type Position = { key: number; id: string; attempt: number; on: string }

/** Steps of pay, of days and of distance; records are counted that a filter by each would leave. */
export type Steps = {
  /** Fen a month that the upper end of the pay reaches. */
  pay?: readonly number[]
  /** First days, ISO. */
  since?: readonly string[]
  /** Kilometres around where distances are measured from; where there is no such place, nothing is counted. */
  km?: readonly number[]
}
/** Records by step. */
export type StepCounts = Record<keyof Steps, readonly number[]>

export type Question = {
  /** Words, pinyin, initials, or a whole wish: `叉车 三千 包住 黄岛`. */
  text?: string
  /** Fields that are not to be understood: their words are searched as text. */
  verbatim?: readonly WishField[]
  /** Every word has to be found: where nothing has them all, half of them do not suffice. */
  whole?: boolean
  filters?: Filters
  sort?: Sort
  /** Division that distances are measured from; that of `around` where not given. */
  from?: string
  /** Today, ISO: what is new counts a little more. */
  on: string
  limit: number
  after?: Position | undefined
  facets?: readonly Column[]
  steps?: Steps
}

/** `km` from the place searched around. */
export type Hit = { id: string; score: number; km?: number }

export type Answer = {
  /** Exact. */
  total: number
  hits: readonly Hit[]
  next: Position | null
  /** `applied` is false where nothing would have been left: then the wish only ranks. */
  understood: readonly (Wish & { applied: boolean })[]
  /** The words spelled so that they find more. */
  instead: string | null
  /** Records by code, each column counted without its own filter. */
  facets: ReadonlyMap<Column, ReadonlyMap<string, number>>
  /** In the order of the question, each kind counted without its own filter; that of distances are all places. */
  steps: StepCounts
}
