import { type JobRecord, jobsRoutes, type PostBody } from '@renshu/contracts'
import type { TestApp } from './app.ts'
import type { OrganisationGiven } from './registry.ts'

type Wanted = Partial<PostBody>

/** A posting in which nothing is to be found. */
export const posting = (wanted: Wanted = {}) => ({
  title: '叉车司机',
  description: '在仓库装卸货物，服从排班。提供培训。',
  places: [{ place: '370211', address: '样例路1号', openings: 3 }],
  validUntil: '2026-04-30',
  ...wanted,
})

/** A posting of an organisation, as its owner posts it. */
export const givenJob = (app: TestApp, { id, owner }: OrganisationGiven, wanted: Wanted = {}): Promise<JobRecord> =>
  app.as(jobsRoutes, owner).post({ params: { organisationId: id }, body: posting(wanted) })
