import {
  hiringRoutes,
  type JobRecord,
  type PostBody,
  type Process,
  type StepBody,
  talentsRoutes,
  type Visibility,
} from '@renshu/contracts'
import type { z } from 'zod'
import type { TestApp } from './app.ts'
import { given, type SomebodyGiven } from './given.ts'
import { givenJob } from './jobs.ts'
import { givenVerified, type OrganisationGiven } from './registry.ts'

export interface TalentGiven extends SomebodyGiven {
  talentId: string
}

/** Somebody with a profile. */
export async function givenTalent(
  app: TestApp,
  { name = '样例求职者', visibility = 'anonymous' }: { name?: string; visibility?: Visibility } = {},
): Promise<TalentGiven> {
  const person = await given.person(app, { name })
  const body = { version: null, wishes: [{ title: '叉车司机' }], places: ['370211'], visibility }
  const { id: talentId } = await app.as(talentsRoutes, person).save({ body })
  return { ...person, talentId }
}

export interface PostingGiven {
  employer: OrganisationGiven
  job: JobRecord
}

const TITLES = [
  '叉车司机',
  '焊工',
  '仓库管理员',
  '厨师',
  '保洁员',
  '会计',
  '电工',
  '前台接待',
  '质检员',
  '缝纫工',
  '钳工',
  '护理员',
]
const PARTS = ['码头', '车间', '门店', '食堂', '园区', '医院', '学校', '机场']
let postings = 0

/** A verified employer with an open posting; no two say the same. */
export async function givenPosting(app: TestApp, wanted: Partial<PostBody> = {}): Promise<PostingGiven> {
  const employer = await givenVerified(app)
  const number = postings++
  const title = `${PARTS[Math.floor(number / TITLES.length) % PARTS.length]}${TITLES[number % TITLES.length]}`
  return { employer, job: await givenJob(app, employer, { title, description: `${title}岗位，服从排班。`, ...wanted }) }
}

/** An application of somebody to a posting. */
export const givenApplication = (
  app: TestApp,
  talent: TalentGiven,
  { job }: PostingGiven,
  shareContact = true,
): Promise<Process> => app.as(hiringRoutes, talent).apply({ body: { jobId: job.id, shareContact } })

type Input = z.input<typeof StepBody>
/** A step without the version it is taken on. */
export type StepGiven = Input extends infer Each ? (Each extends Input ? Omit<Each, 'version'> : never) : never

/** Both sides of a process, each step taken on the version that stands. */
export function sidesOf(app: TestApp, talent: TalentGiven, { employer }: PostingGiven, processId: string) {
  const own = app.as(hiringRoutes, talent)
  const desk = app.as(hiringRoutes, employer.owner)
  const params = { processId }
  const deskParams = { organisationId: employer.id, processId }
  const version = async () => (await own.myProcess({ params })).version
  return {
    own,
    desk,
    params,
    deskParams,
    file: () => own.myProcess({ params }),
    deskFile: () => desk.process({ params: deskParams }),
    talent: async (step: StepGiven): Promise<Process> =>
      own.myStep({ params, body: { ...step, version: await version() } as Input }),
    employer: async (step: StepGiven): Promise<Process> =>
      desk.step({ params: deskParams, body: { ...step, version: await version() } as Input }),
  }
}

export const OFFER = { step: 'offer', pay: 650_000, startOn: '2026-03-02', answerBy: '2026-03-09' } as const

/** A process whose talent has accepted an offer to begin today. */
export async function givenAccepted(app: TestApp, talent: TalentGiven, posting: PostingGiven) {
  const { id } = await givenApplication(app, talent, posting)
  const sides = sidesOf(app, talent, posting, id)
  await sides.employer(OFFER)
  await sides.talent({ step: 'accept' })
  return { id, ...sides }
}
