import { z } from 'zod'
import { JobCard } from './jobs/records.ts'
import { routes } from './route.ts'
import { TalentCard } from './talents/records.ts'
import { Day, DistrictCode, Done, Id, Instant, lines, page, PageQuery } from './values.ts'

/** One part of the score with its words; points out of `of`, hundredths of the whole 10,000. */
export const FitReason = z.object({
  factor: z.string(),
  points: z.int(),
  of: z.int(),
  text: z.string(),
  /** Both sides said it and it was compared; false for a filler such as a pay that nobody named. */
  telling: z.boolean(),
})
export const Fitness = z.object({
  /** 0–10,000. */
  points: z.int().min(0).max(10_000),
  reasons: z.array(FitReason),
  /** What is missing where it is a near miss, with what gives it. */
  missing: z.array(z.object({ constraint: z.string(), text: z.string() })),
})
export type Fitness = z.infer<typeof Fitness>
/** What was said of another posting, and holds for this one too. */
export const LoweredBy = z.enum(['occupation', 'place', 'pay', 'hours'])
export type LoweredBy = z.infer<typeof LoweredBy>
export const JobMatch = Fitness.extend({
  job: JobCard,
  /** Why it stands behind postings with fewer points: reasons the person gave for dismissing others. */
  lowered: z.array(LoweredBy),
})
export type JobMatch = z.infer<typeof JobMatch>
export const TalentMatch = Fitness.extend({
  talent: TalentCard,
  /**
   * How the post stands for the person, 0–10,000: its points as a share of the best the city has for them. Both sides
   * are weighed in the order.
   */
  pointsForTalent: z.int().min(0).max(10_000),
})
export type TalentMatch = z.infer<typeof TalentMatch>
export const DismissReason = z.enum(['occupation', 'place', 'pay', 'hours', 'employer', 'known', 'other'])
export type DismissReason = z.infer<typeof DismissReason>

/** A posting the person is not interested in. */
export const Dismissal = z.object({
  /** `title` as it was then; `listed`: open today. */
  job: z.object({ id: Id, title: z.string(), listed: z.boolean() }),
  reason: DismissReason,
  note: z.string(),
  at: Instant,
})
export type Dismissal = z.infer<typeof Dismissal>

const Few = z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) })
const ForOthers = z.object({ fits: z.array(JobMatch), near: z.array(JobMatch), asOf: Instant })
const K = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) })

export const matchRoutes = routes({
  recommended: {
    method: 'GET',
    path: '/me/recommendations',
    access: 'person',
    mandate: 'applications',
    summary: ['为我推荐的岗位：理由，以及只差一点的', 'Postings that fit me, with reasons, and near misses'],
    query: K.extend({
      /** False: the newest postings, without anything of the person (个人信息保护法 art. 24). Without it as chosen. */
      personal: z.stringbool().optional(),
    }),
    response: z.object({
      fits: z.array(JobMatch),
      near: z.array(JobMatch),
      /** The list without personalisation, the same for everybody; empty where there is personalisation. */
      newest: z.array(JobCard),
      personal: z.boolean(),
      asOf: Instant,
    }),
    errors: ['talents.noProfile', 'platform.unavailable'],
  },
  choosePersonal: {
    method: 'PUT',
    path: '/me/recommendations',
    access: 'person',
    summary: ['选择是否按我的情况推荐岗位，一直保留', 'Choose whether postings are recommended by what is known of me'],
    body: z.strictObject({ personal: z.boolean() }),
    response: Done,
  },
  fitOf: {
    method: 'GET',
    path: '/me/recommendations/:jobId',
    access: 'person',
    mandate: 'applications',
    summary: ['这个岗位适不适合我，为什么', 'Whether one posting fits me, and why'],
    params: z.object({ jobId: Id }),
    response: Fitness.extend({
      fits: z.boolean(),
      /** So little is missing that it would stand among the near misses of a list. Neither: it does not suit. */
      near: z.boolean(),
    }),
    errors: ['talents.noProfile', 'jobs.notListed', 'platform.unavailable'],
  },
  dismiss: {
    method: 'POST',
    path: '/me/recommendations/:jobId/dismissal',
    access: 'person',
    mandate: 'applications',
    summary: ['不感兴趣，说明原因', 'Not interested, with the reason'],
    params: z.object({ jobId: Id }),
    body: z.strictObject({ reason: DismissReason, note: lines(200).default('') }),
    response: Done,
    errors: ['jobs.notListed'],
  },
  dismissals: {
    method: 'GET',
    path: '/me/dismissals',
    access: 'person',
    mandate: 'applications',
    summary: ['我不感兴趣的岗位', 'Postings I am not interested in'],
    query: PageQuery,
    response: page(Dismissal),
    errors: ['platform.badCursor'],
  },
  undismiss: {
    method: 'DELETE',
    path: '/me/recommendations/:jobId/dismissal',
    access: 'person',
    mandate: 'applications',
    summary: ['撤回不感兴趣', 'Take back a dismissal'],
    params: z.object({ jobId: Id }),
    response: Done,
  },
  candidates: {
    method: 'GET',
    path: '/organisations/:organisationId/jobs/:jobId/candidates',
    access: 'recruiter',
    mandate: 'recruiting',
    summary: ['适合这个岗位的求职者，附理由', 'Talents that fit a posting, with reasons'],
    params: z.object({ organisationId: Id, jobId: Id }),
    query: Few.extend({ limit: Few.shape.limit.default(20) }),
    response: z.object({ fits: z.array(TalentMatch), near: z.array(TalentMatch), asOf: Instant }),
    limit: { times: 120, seconds: 60 },
    errors: ['jobs.noJob', 'jobs.notListed', 'registry.noStanding', 'talents.tooManyListed', 'platform.unavailable'],
  },
  keptMatches: {
    method: 'GET',
    path: '/organisations/:organisationId/held-talents/:talentId/matches',
    access: 'recruiter',
    summary: ['适合代管求职者的在招岗位，附理由', 'Open postings that fit a talent the agency keeps, with reasons'],
    params: z.object({ organisationId: Id, talentId: Id }),
    query: Few,
    response: ForOthers,
    limit: { times: 120, seconds: 60 },
    errors: ['talents.noTalent', 'registry.noStanding', 'platform.unavailable'],
  },
  helpedMatches: {
    method: 'GET',
    path: '/bureau/talents/:talentId/matches',
    access: 'officer',
    summary: ['适合帮扶对象的在招岗位，附理由', 'Open postings that fit somebody the bureau helps, with reasons'],
    params: z.object({ talentId: Id }),
    query: Few,
    response: ForOthers,
    errors: ['talents.noTalent', 'platform.unavailable'],
  },
  shortages: {
    method: 'GET',
    path: '/bureau/shortages',
    access: 'officer',
    summary: [
      '缺工与待业：无人可配的岗位、无岗可配的人，按职业和区市',
      'Shortages: openings without candidates, candidates without openings',
    ],
    query: z.object({ district: DistrictCode.optional() }),
    response: z.object({
      asOf: Instant,
      day: Day,
      occupations: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          openings: z.int(),
          /** Openings of postings nobody fits. */
          openingsAlone: z.int(),
          talents: z.int(),
          /** Talents no posting fits. */
          talentsAlone: z.int(),
        }),
      ),
      jobs: z.array(JobCard),
    }),
    errors: ['platform.unavailable'],
  },
})
