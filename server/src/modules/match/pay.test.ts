import { matchRoutes, type ProfileBody, talentsRoutes } from '@renshu/contracts'
import type { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { matchJobs } from './index.ts'

let app: TestApp
let employer: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  employer = await givenVerified(app, { name: '样例青岛仓储有限公司' })
})
afterAll(() => app.close())

const yuan = (min: number, max?: number) => ({ min: min * 100, ...(max !== undefined && { max: max * 100 }) })
const FORKLIFT = { title: '叉车司机', salary: yuan(6000) }
const STORE = { title: '仓库管理员', salary: yuan(4500) }

async function seeker(profile: Partial<z.input<typeof ProfileBody>> = {}) {
  const person = await given.person(app, { name: '样例求职者' })
  const body = { version: null, wishes: [FORKLIFT, STORE], places: ['370211'], ...profile }
  const { id } = await app.as(talentsRoutes, person).save({ body })
  await app.settle()
  return { ...person, id }
}
async function posting(title: string, salary: { min: number; max?: number }, description: string) {
  const { id } = await givenJob(app, employer, { title, salary, description })
  await app.settle()
  return id
}
const recommended = async (who: SomebodyGiven) => {
  const { fits, near } = await app.as(matchRoutes, who).recommended({ query: { limit: 50 } })
  return { fits, near, ids: fits.map(({ job }) => job.id), nearIds: near.map(({ job }) => job.id) }
}
const candidatesOf = (jobId: string) =>
  app.as(matchRoutes, employer.owner).candidates({ params: { organisationId: employer.id, jobId } })
const pays = (reasons: { factor: string; text: string }[]) => reasons.find(({ factor }) => factor === 'salary')!.text

test('each wish is met at its own pay: both ways the reasons name it, and the person stands there once', async () => {
  const store = await posting('仓库管理员', yuan(4500, 5000), '收发货、盘点、做台账。')
  const driving = await posting('叉车司机', yuan(6000, 7000), '驾驶叉车装卸托盘，码头两班。')
  const cheap = await posting('叉车司机', yuan(3800, 4500), '冷库叉车上货，白班，夜间不作业。')
  const who = await seeker({ salary: yuan(9000), wishes: [FORKLIFT, STORE] })
  const { fits, ids, nearIds } = await recommended(who)
  expect(ids.filter((id) => id === store || id === driving).toSorted()).toEqual([store, driving].toSorted())
  expect(pays(fits.find(({ job }) => job.id === store)!.reasons)).toContain('期望 4500 ')
  expect(pays(fits.find(({ job }) => job.id === driving)!.reasons)).toContain('期望 6000 ')
  expect(ids).not.toContain(cheap)
  expect(nearIds).toContain(cheap)
  expect(new Set([...ids, ...nearIds]).size).toBe(ids.length + nearIds.length)
  const found = (await candidatesOf(store)).fits.filter(({ talent }) => talent.id === who.id)
  expect(found).toHaveLength(1)
  expect(pays(found[0]!.reasons)).toContain('期望 4500 ')
  expect(found[0]!.talent.wishes.map(({ salary }) => salary)).toEqual([FORKLIFT.salary, STORE.salary])
})

test('a wish without a pay takes that of the profile, and a pay taken back is forgotten by the index', async () => {
  const low = await posting('叉车司机', yuan(5000, 5500), '港口叉车理货，吃住在厂，月休四天。')
  const who = await seeker({
    salary: yuan(4500),
    wishes: [{ ...FORKLIFT, salary: yuan(9000) }, { title: '仓库管理员' }],
  })
  expect((await recommended(who)).ids).not.toContain(low)
  const own = app.as(talentsRoutes, who)
  const body = { version: 1, wishes: [{ title: '叉车司机' }, { title: '仓库管理员' }], places: ['370211'] }
  await own.save({ body: { ...body, salary: yuan(4500) } })
  await app.settle()
  expect((await recommended(who)).ids).toContain(low)
  await own.remove()
  await app.settle()
  const { fits, near } = await candidatesOf(low)
  expect([...fits, ...near].map(({ talent }) => talent.id)).not.toContain(who.id)
})

test('somebody with several pays is one person in the count of the city', async () => {
  const count = async () => {
    await matchJobs(app.services)[0]!.run({})
    const { occupations } = await app.as(matchRoutes, await given.officer(app)).shortages({})
    return occupations.reduce((sum, { talents }) => sum + talents, 0)
  }
  const before = await count()
  await seeker()
  expect(await count()).toBe(before + 1)
})

test('employers find who would come for a pay in one of his wishes, and see what each is to pay', async () => {
  const who = await seeker({ visibility: 'open' })
  const params = { organisationId: employer.id }
  const find = async (pay: number) => {
    const { items } = await app.as(talentsRoutes, employer.owner).talents({ params, query: { pay } })
    return items.find(({ id }) => id === who.id)
  }
  expect(await find(400_000)).toBeUndefined()
  expect(await find(450_000)).toMatchObject({
    salary: null,
    wishes: [FORKLIFT, STORE].map(({ title, salary }) => ({ title, salary })),
  })
})
