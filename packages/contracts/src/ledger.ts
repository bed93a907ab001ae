import { z } from 'zod'
import { failures } from './failure.ts'
import { routes } from './route.ts'
import { Day, DistrictCode, Id, Instant, line, page, PageQuery } from './values.ts'

/**
 * How entries of one kind become a figure. Units: persons and organisations are counted once however often they occur,
 * person-times (人次) and organisation-times (家次) each time; `fen` sums money.
 */
export const COUNTING_RULES = [
  'personTimes',
  'persons',
  'organisationTimes',
  'organisations',
  'cases',
  'hours',
  'fen',
] as const
export const CountingRule = z.enum(COUNTING_RULES)
export type CountingRule = z.output<typeof CountingRule>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** `module.pastTense`, see `GET /ledger/kinds`. */
const EntryKind = z.string().regex(/^[a-z]+\.[a-zA-Z]+$/)
const Month = z.string().regex(/^\d{4}-\d{2}$/)
/** A keyed one-way name of a person. */
const Pseudonym = z.string().regex(/^[0-9a-f]{32}$/)

/** What is counted, as anybody may read it. */
export const LedgerKind = z.object({
  kind: EntryKind,
  counts: CountingRule,
  name: z.object({ zh: z.string(), en: z.string() }),
  /** What exactly is counted, when, and what is not. */
  definition: z.object({ zh: z.string(), en: z.string() }),
  /** True where figures of months or districts may be added up; persons and organisations may not. */
  additive: z.boolean(),
})
export type LedgerKind = z.output<typeof LedgerKind>

/** One entry of the ledger (台账). It is never changed; a reversal (冲销) has negative count and amount. */
export const LedgerEntry = z.object({
  id: Id,
  /** Order in which entries were recorded; with gaps. */
  seq: z.int().min(1),
  kind: EntryKind,
  counts: CountingRule,
  /** The day it happened, in Beijing. */
  occurredOn: Day,
  recordedAt: Instant,
  district: DistrictCode.nullable(),
  organisationId: Id.nullable(),
  /** The agency that acted by mandate. */
  throughOrganisationId: Id.nullable(),
  personPseudonym: Pseudonym.nullable(),
  /** 职业分类大典 2022. */
  occupation: z.string().nullable(),
  /** GB/T 4754. */
  industry: z.string().nullable(),
  count: z.int(),
  amountFen: z.int().nullable(),
  sourceModule: z.string(),
  /** The record that made it true. */
  sourceId: z.string(),
  /** The entry taken back by this one. */
  reversesId: Id.nullable(),
  /** The entry that takes this one back. */
  reversedById: Id.nullable(),
  reason: z.string().nullable(),
  /** Who recorded it; null where the system did. */
  recordedBy: Pseudonym.nullable(),
  hash: Sha256,
  /** Number of the sealed batch; null until it is sealed. */
  batch: z.int().min(1).nullable(),
})
export type LedgerEntry = z.output<typeof LedgerEntry>

const Filter = z.object({
  kind: EntryKind.optional(),
  /** First day, inclusive. */
  from: Day.optional(),
  /** Last day, inclusive. */
  until: Day.optional(),
  district: DistrictCode.optional(),
  organisationId: Id.optional(),
})

/** One figure: a kind in a district in a month. */
export const LedgerTotal = z.object({
  kind: EntryKind,
  counts: CountingRule,
  district: DistrictCode.nullable(),
  month: Month,
  /** By the counting rule: times, persons, organisations, cases, hours or fen. */
  value: z.int(),
  /** Entries behind it, reversals included. */
  entries: z.int().min(1),
})
export type LedgerTotal = z.output<typeof LedgerTotal>

/** The end of the chain of sealed batches. Kept elsewhere, it proves later that nothing was cut off. */
export const ChainHead = z.object({ number: z.int().min(1), hash: Sha256 })
export type ChainHead = z.output<typeof ChainHead>

export const Verification = z.object({
  verifiedAt: Instant,
  entries: z.int().min(0),
  batches: z.int().min(0),
  unsealed: z.int().min(0),
  /** Differences found; 0 when the ledger is whole. */
  problems: z.int().min(0),
  head: ChainHead.nullable(),
})
export type Verification = z.output<typeof Verification>

const Batch = z.object({
  number: z.int().min(1),
  firstSeq: z.int(),
  lastSeq: z.int(),
  entries: z.int().min(1),
  hash: Sha256,
  previousHash: Sha256,
  sealedAt: Instant,
})

export const ledgerFailures = failures('ledger', {
  entryNotFound: {
    kind: 'notFound',
    zh: '没有这条台账记录，或您无权查看',
    en: 'No such ledger entry, or not yours to see',
  },
  alreadyCounted: {
    kind: 'conflict',
    zh: '这件事已经记过台账，不会重复计数',
    en: 'This has been counted already and is not counted twice',
  },
  alreadyReversed: { kind: 'conflict', zh: '这条记录已经冲销过', en: 'This entry has been reversed already' },
  reversalIsFinal: {
    kind: 'conflict',
    zh: '冲销记录不能再冲销；请按正确的情况重新记一条',
    en: 'A reversal cannot be reversed; record what is right anew',
  },
  otherDistrict: {
    kind: 'forbidden',
    zh: '您只能查看本区市的台账',
    en: 'You may only see the ledger of your own district',
  },
  tooManyEntries: {
    kind: 'invalid',
    zh: '符合条件的有 {found} 条，一次最多导出 {most} 条；请缩小日期或种类的范围',
    en: '{found} entries match and at most {most} are exported at once; narrow the days or the kind',
  },
})

export const ledgerRoutes = routes({
  kinds: {
    method: 'GET',
    path: '/ledger/kinds',
    access: 'public',
    summary: ['台账记什么、怎么计数', 'What the ledger counts and how'],
    response: z.object({ items: z.array(LedgerKind) }),
  },
  entries: {
    method: 'GET',
    path: '/ledger/entries',
    access: 'officer',
    summary: ['台账明细', 'Entries of the ledger, newest first'],
    query: Filter.extend(PageQuery.shape),
    response: page(LedgerEntry),
    errors: ['ledger.otherDistrict', 'platform.badCursor'],
  },
  exportEntries: {
    method: 'GET',
    path: '/ledger/entries.csv',
    access: 'officer',
    summary: ['导出台账明细', 'Entries of the ledger as CSV, newest first'],
    query: Filter,
    response: z.string(),
    produces: 'bytes',
    errors: ['ledger.otherDistrict', 'ledger.tooManyEntries'],
  },
  entry: {
    method: 'GET',
    path: '/ledger/entries/:entryId',
    access: 'officer',
    summary: ['一条台账记录', 'One entry of the ledger'],
    params: z.object({ entryId: Id }),
    response: LedgerEntry,
    errors: ['ledger.entryNotFound'],
  },
  totals: {
    method: 'GET',
    path: '/ledger/totals',
    access: 'officer',
    summary: ['按种类、区市、月份汇总', 'Figures by kind, district and month'],
    query: Filter,
    response: z.object({ items: z.array(LedgerTotal) }),
    errors: ['ledger.otherDistrict'],
  },
  chain: {
    method: 'GET',
    path: '/ledger/chain',
    access: 'officer',
    summary: ['台账封存链：最新封存、最近核验', 'The chain of sealed batches and its last verification'],
    query: PageQuery,
    response: z.object({
      head: ChainHead.nullable(),
      /** Entries waiting for the next batch, as far as the caller sees them. */
      unsealed: z.int().min(0),
      lastVerification: Verification.nullable(),
      batches: page(Batch),
    }),
    errors: ['platform.badCursor'],
  },
  reverseEntry: {
    method: 'POST',
    path: '/ledger/entries/:entryId/reversal',
    access: 'administrator',
    summary: ['冲销一条台账记录', 'Takes an entry back by a reversal'],
    params: z.object({ entryId: Id }),
    body: z.strictObject({ reason: line(400) }),
    response: LedgerEntry,
    errors: ['ledger.entryNotFound', 'ledger.alreadyReversed', 'ledger.reversalIsFinal'],
  },
})
