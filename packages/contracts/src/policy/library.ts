import { z } from 'zod'
import { Names } from '../city.ts'
import { Day, PageQuery } from '../values.ts'
import {
  AmountPeriod,
  FactType,
  PlainValue,
  PolicyHash,
  PolicyKey,
  PolicySubject,
  Question,
  RecordName,
} from './values.ts'

/** On the day that was asked about. */
export const PolicyState = z.enum(['inForce', 'coming', 'ended'])
export type PolicyState = z.infer<typeof PolicyState>

export const PoliciesQuery = PageQuery.extend({
  /** In title, summary, words of conditions, documents. */
  text: z.string().trim().max(100).optional(),
  subject: PolicySubject.optional(),
  state: z.enum([...PolicyState.options, 'all']).default('inForce'),
})

/** Why somebody should look at a policy again. */
export const Staleness = z.object({
  /** Its newest document is old; it, or a value of a parameter, ends soon; a value has ended and none follows. */
  kind: z.enum(['oldDocument', 'endsSoon', 'valueEndsSoon', 'valueEnded']),
  /** The day of the document, or the last day. */
  day: Day,
  /** Name of the parameter, title of the document; null for the policy itself. */
  of: z.string().nullable(),
})
export type Staleness = z.infer<typeof Staleness>

export const PolicyCard = z.object({
  key: PolicyKey,
  title: Names,
  summary: Names,
  subject: PolicySubject,
  from: Day,
  to: Day.nullable(),
  state: PolicyState,
  amount: z.object({
    /** As the clause says it, Chinese. */
    words: z.string(),
    unit: z.enum(['fen', 'months']),
    period: AmountPeriod,
    example: z.boolean(),
  }),
  conditions: z.int(),
  /** The newest day of: publication of a document, beginning of a value, first sight of the version. */
  changedOn: Day,
  stale: z.array(Staleness),
  /** The service by which it is applied for. */
  service: z.object({ key: z.string(), title: Names }).nullable(),
  /** Folder of the region that wrote it, `370000-shandong`. */
  region: z.string(),
  version: PolicyHash,
})
export type PolicyCard = z.infer<typeof PolicyCard>

/**
 * One part of an expression, in a list in which each part stands behind the one it belongs to. `parent` is its place
 * in the list, null for the whole.
 */
export const ExpressionPart = z.object({
  parent: z.int().nullable(),
  role: z.enum(['whole', 'part', 'left', 'right', 'test', 'yes', 'no', 'from', 'to', 'least', 'by', 'of']),
  node: z.enum([
    'and',
    'or',
    'not',
    'compare',
    'member',
    'since',
    'if',
    'arithmetic',
    'extreme',
    'call',
    'index',
    'name',
    'value',
    'set',
  ]),
  /** The word or sign of it: `且`, `<=`, `四舍五入`, a name, a value. */
  text: z.string(),
  /** The part as it is written. */
  written: z.string(),
  /** What a name stands for; null where the part is no name. */
  names: z.enum(['fact', 'parameter', 'definition', 'today']).nullable(),
})
export type ExpressionPart = z.infer<typeof ExpressionPart>

/** An expression as written, what it reads, and its parts for drawing. */
export const Expression = z.object({
  written: z.string(),
  /** Names of facts, parameters and definitions. */
  reads: z.array(z.string()),
  parts: z.array(ExpressionPart),
})
export type Expression = z.infer<typeof Expression>

/** Where it is stated: id of a document with the clause, or an example the city has set. */
const sourced = { source: z.string().nullable(), clause: z.string().nullable(), example: z.boolean() }

export const PolicyDocument = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  link: z.string().nullable(),
  published: Day.nullable(),
  /** How sure the text is, in words. */
  certainty: Names.nullable(),
})
export type PolicyDocument = z.infer<typeof PolicyDocument>

/** Who answers for a record: a module of the platform, or what other authorities handed in. */
export const AnsweredBy = z.enum(['module', 'held'])

export const PolicyFact = Question.extend({
  record: RecordName.nullable(),
  answeredBy: AnsweredBy.nullable(),
})

export const PolicyParameter = z.object({
  name: z.string(),
  type: FactType,
  /** The choice whose options have a value each. */
  by: z.string().nullable(),
  /** Type of what the steps are counted in. */
  steps: FactType.nullable(),
  values: z.array(
    z.object({
      from: Day,
      to: Day.nullable(),
      /** For people: `中小微企业 60%，大型企业 30%`. */
      shown: z.string(),
      /** `of`: an option, or the start of a step; null for a single value. */
      rows: z.array(z.object({ of: z.string().nullable(), value: PlainValue, shown: z.string() })),
      state: PolicyState,
      note: Names.nullable(),
      ...sourced,
    }),
  ),
})

export const PolicyCondition = z.object({
  id: z.string(),
  text: Names,
  when: Expression,
  from: Day.nullable(),
  to: Day.nullable(),
  ...sourced,
})

export const LimitKind = z.enum(['cap', 'times', 'exclusive', 'deadline', 'higher', 'share', 'reserve'])
export const PolicyLimit = z.object({
  id: z.string(),
  kind: LimitKind,
  text: Names,
  /** `most`, `of`, `least` …: what the limit is made of. */
  parts: z.array(z.object({ name: z.string(), is: Expression })),
  /** Policies whose payments count too, or exclude it. */
  with: z.array(z.object({ key: PolicyKey, title: Names.nullable() })),
  within: z.enum(['ever', 'year']).nullable(),
  /** Only payments count whose facts of these names are the same. */
  same: z.array(z.string()),
  ...sourced,
})

/** A text of the policy's file that has been in use. */
export const PolicyVersion = z.object({
  hash: PolicyHash,
  /** The first and the last day on which it was the text in use; `to` null: it still is. */
  from: Day,
  to: Day.nullable(),
})

export const PolicyPage = PolicyCard.extend({
  documents: z.array(PolicyDocument),
  facts: z.array(PolicyFact),
  parameters: z.array(PolicyParameter),
  definitions: z.array(
    z.object({ name: z.string(), is: Expression, source: z.string().nullable(), clause: z.string().nullable() }),
  ),
  rules: z.array(PolicyCondition),
  paid: z.object({ is: Expression, period: AmountPeriod, ...sourced }),
  limits: z.array(PolicyLimit),
  /** The newest first. */
  versions: z.array(PolicyVersion),
})
export type PolicyPage = z.infer<typeof PolicyPage>

/** One difference between two versions; `before` null: added, `after` null: removed. */
export const PolicyDifference = z.object({
  part: z.enum(['policy', 'document', 'fact', 'parameter', 'definition', 'condition', 'amount', 'limit']),
  /** Id, key or name of the part; of the policy the field. */
  name: z.string(),
  clause: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type PolicyDifference = z.infer<typeof PolicyDifference>
