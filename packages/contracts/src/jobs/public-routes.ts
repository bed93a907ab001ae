import { z } from 'zod'
import { routes } from '../route.ts'
import { Done, Id, Instant, line, page, PageQuery } from '../values.ts'
import { JobsFilter, JobsQuery, WishField } from './bodies.ts'
import { Facet, FeedEvent, JobCard, JobPage } from './records.ts'

const ofJob = z.object({ jobId: Id })
/** Where a reader of a feed goes on from: the `next` of the page before, or the `seq` of the last event. */
const feedQuery = z.object({
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  /** Of a part of the market; whatever lies outside it, also since its last change, is told as `removed`. */
  ...JobsFilter.pick({ place: true, occupation: true, organisation: true }).shape,
})
export type FeedQuery = z.infer<typeof feedQuery>
const feedPage = z.object({ events: z.array(FeedEvent), next: z.string().nullable() })
export const SavedSearch = z.object({
  id: Id,
  name: z.string(),
  /** The query part of the search's address. */
  query: z.string(),
  alert: z.enum(['never', 'daily', 'weekly']),
  /** Postings published since it was saved, told of or marked as seen. */
  news: z.int(),
  createdAt: Instant,
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** A filter of searches that found little, with how often it was asked for at all. */
export const UnmetFilter = z.object({
  kind: z.enum(['place', 'occupation', 'pay', 'education', 'employment']),
  code: z.string(),
  name: z.string(),
  times: z.int(),
  little: z.int(),
})
export type UnmetFilter = z.infer<typeof UnmetFilter>

export const publicJobRoutes = routes({
  search: {
    method: 'GET',
    path: '/jobs',
    access: 'public',
    summary: ['搜索岗位', 'Search open postings'],
    query: JobsQuery,
    response: page(JobCard).extend({
      /**
       * What words were understood as, to be shown and taken back with `verbatim`. Where not `applied`, nothing would
       * have been left, and what meets it only comes first.
       */
      understood: z.array(z.object({ field: WishField, code: z.string(), text: z.string(), applied: z.boolean() })),
      /** A spelling that finds more. */
      instead: z.string().nullable(),
      /**
       * By the name of a filter, how many postings each of its values would leave under the other filters; `km` where a
       * place is chosen.
       */
      facets: z.record(z.string(), z.array(Facet)).nullable(),
    }),
    limit: { times: 600, seconds: 60 },
    errors: ['platform.badCursor', 'platform.unavailable'],
  },
  suggest: {
    method: 'GET',
    path: '/jobs/suggest',
    access: 'public',
    summary: [
      '输入提示：职位、技能、单位，拼音和首字母也可以',
      'Completions of what is typed, pinyin and initials too',
    ],
    query: z.object({ q: z.string().trim().min(1).max(40) }),
    response: z.object({ items: z.array(z.object({ text: z.string(), count: z.int() })) }),
    limit: { times: 600, seconds: 60 },
    errors: ['platform.unavailable'],
  },
  market: {
    method: 'GET',
    path: '/jobs/market',
    access: 'public',
    summary: [
      '今日市场：在招岗位、人数、薪资，按区市和职业',
      'The market today: postings, openings, pay, by district and occupation',
    ],
    query: JobsFilter,
    response: z.object({
      at: Instant,
      postings: z.int(),
      openings: z.int(),
      employers: z.int(),
      /** Median of the middle of the stated pay, fen a month. */
      medianPay: z.int().nullable(),
      districts: z.array(Facet.extend({ openings: z.int() })),
      occupations: z.array(Facet.extend({ openings: z.int(), medianPay: z.int().nullable() })),
    }),
    errors: ['platform.unavailable'],
  },
  job: {
    method: 'GET',
    path: '/jobs/:jobId',
    access: 'public',
    summary: ['岗位详情，含 schema.org JobPosting', 'A posting, with schema.org JobPosting'],
    params: ofJob,
    response: JobPage,
    errors: ['jobs.notListed'],
  },
  /**
   * Holds exactly the listed postings whose employer lets anybody pass them on (scope `everyone`). One that is kept
   * here (`here`) or given to public employment services only (`public`) is told as `removed`, by its number alone, as
   * one that has ended: a reader who had it before drops it. The same is told of what lies outside `place`,
   * `occupation` or `organisation` (who posts or for whom work is done), where a reader asks for these alone.
   */
  feed: {
    method: 'GET',
    path: '/feed/jobs',
    access: 'public',
    summary: [
      '岗位公开数据流：从头读是快照，读到底之后是变化；含下架，不限条数',
      'Public feed of postings: a snapshot from the beginning, changes afterwards, with removals and without a cap',
    ],
    query: feedQuery,
    response: feedPage,
    errors: ['platform.badCursor'],
  },
  report: {
    method: 'POST',
    path: '/jobs/:jobId/reports',
    access: 'person',
    summary: ['举报岗位：收费、虚假、歧视', 'Report a posting: fees, fraud, discrimination'],
    params: ofJob,
    body: z.strictObject({ kind: z.enum(['fee', 'fake', 'discrimination', 'other']), text: line(500) }),
    response: Done,
    limit: { times: 20, seconds: 3600 },
    errors: ['jobs.notListed'],
  },
  searches: {
    method: 'GET',
    path: '/me/searches',
    access: 'person',
    summary: ['我保存的搜索', 'My saved searches'],
    response: z.object({ items: z.array(SavedSearch) }),
  },
  saveSearch: {
    method: 'POST',
    path: '/me/searches',
    access: 'person',
    summary: ['保存搜索，有新岗位时提醒', 'Save a search, with alerts of new postings'],
    body: z.strictObject({
      name: line(60),
      query: z.string().max(500),
      alert: SavedSearch.shape.alert.default('daily'),
    }),
    response: SavedSearch,
    errors: ['jobs.tooManySearches', 'jobs.badSearch'],
  },
  seeSearch: {
    method: 'POST',
    path: '/me/searches/:searchId/seen',
    access: 'person',
    summary: ['标记为已看过', 'Mark what a saved search found as seen'],
    params: z.object({ searchId: Id }),
    response: Done,
    repeatable: true,
    errors: ['platform.notFound'],
  },
  dropSearch: {
    method: 'DELETE',
    path: '/me/searches/:searchId',
    access: 'person',
    summary: ['删除保存的搜索', 'Delete a saved search'],
    params: z.object({ searchId: Id }),
    response: Done,
    errors: ['platform.notFound'],
  },
  /**
   * The feed that the bureau gives to other public employment services: what anybody may pass on, and what is given to
   * such services alone (scope `public`). A posting kept here is in neither feed.
   */
  serviceFeed: {
    method: 'GET',
    path: '/bureau/feed/jobs',
    access: 'officer',
    summary: [
      '给其他公共就业服务机构的岗位数据流：多出仅限公共机构转发的岗位',
      'Feed for other public employment services, with postings that only they may pass on',
    ],
    query: feedQuery,
    response: feedPage,
    errors: ['platform.badCursor'],
  },
  unmet: {
    method: 'GET',
    path: '/bureau/searches',
    access: 'officer',
    summary: ['大家在搜什么、什么搜不到', 'What is searched for, and what finds little'],
    query: PageQuery.extend({ little: z.stringbool().default(true) }),
    response: page(z.object({ text: z.string(), times: z.int(), found: z.int() })),
    errors: ['platform.badCursor'],
  },
  unmetFilters: {
    method: 'GET',
    path: '/bureau/searches/filters',
    access: 'officer',
    summary: ['哪些条件下搜不到岗位', 'Filters of searches that found little'],
    query: PageQuery,
    response: page(UnmetFilter),
    errors: ['platform.badCursor'],
  },
})
