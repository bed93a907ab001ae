import { z } from 'zod'
import { JobCard } from './jobs/records.ts'
import { routes } from './route.ts'
import { TalentCard } from './talents/records.ts'
import { Day, DistrictCode, Done, Id, Instant, lines } from './values.ts'

/** One part of the score with its words; points out of `of`, hundredths of the whole 10,000. */
export const FitReason = z.object({
  factor: z.string(),
  points: z.int(),
  of: z.int(),
  text: z.string(),
})
export const Fitness = z.object({
  /** 0–10,000. */
  points: z.int().min(0).max(10_000),
  reasons: z.array(FitReason),
  /** What is missing where it is a near miss, with what gives it. */
  missing: z.array(z.object({ constraint: z.string(), text: z.string() })),
})
export type Fitness = z.infer<typeof Fitness>
export const JobMatch = Fitness.extend({ job: JobCard })
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

const K = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) })

export const matchRoutes = routes({
  recommended: {
    method: 'GET',
    path: '/me/recommendations',
    access: 'person',
    mandate: 'applications',
    summary: ['为我推荐的岗位：理由，以及只差一点的', 'Postings that fit me, with reasons, and near misses'],
    query: K.extend({
      /** False: newest first, without the profile (个人信息保护法 art. 24). */
      personal: z.stringbool().default(true),
    }),
    response: z.object({
      fits: z.array(JobMatch),
      near: z.array(JobMatch),
      personal: z.boolean(),
      asOf: Instant,
    }),
    errors: ['talents.noProfile', 'platform.unavailable'],
  },
  fitOf: {
    method: 'GET',
    path: '/me/recommendations/:jobId',
    access: 'person',
    mandate: 'applications',
    summary: ['这个岗位适不适合我，为什么', 'Whether one posting fits me, and why'],
    params: z.object({ jobId: Id }),
    response: Fitness.extend({ fits: z.boolean() }),
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
    query: K,
    response: z.object({ fits: z.array(TalentMatch), near: z.array(TalentMatch), asOf: Instant }),
    errors: ['jobs.noJob', 'jobs.notListed', 'registry.noStanding', 'platform.unavailable'],
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
