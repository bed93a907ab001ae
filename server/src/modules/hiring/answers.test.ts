import { hiringRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { givenApplication, givenPosting, givenTalent, type PostingGiven, sidesOf } from '../../../testing/hiring.ts'
import { given } from '../../../testing/given.ts'
import { givenOrganisation } from '../../../testing/registry.ts'

let app: TestApp
let posting: PostingGiven
beforeAll(async () => {
  app = await startApp()
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 50 }] })
})
afterAll(() => app.close())

const answers = () => app.as(hiringRoutes).answers({ params: { organisationId: posting.employer.id } })

/** Somebody applies; the employer answers after so many days, or not at all. */
async function applied(days?: number) {
  const talent = await givenTalent(app)
  const sides = sidesOf(app, talent, posting, (await givenApplication(app, talent, posting)).id)
  return async () => {
    if (days === undefined) return
    app.clock.set(new Date(Date.parse('2026-03-02T01:00:00Z') + days * 86_400_000).toISOString())
    await sides.employer({ step: 'talk' })
  }
}

test('how an organisation answers is public once enough applications stand behind it, and says from how many on', async () => {
  const works = []
  for (let number = 0; number < 19; number++) works.push(await applied(number < 10 ? 1 : number < 14 ? 3 : undefined))
  for (const work of works) await work()
  // The answer was due on the 9th: from the 10th on silence counts too.
  app.clock.set('2026-03-10T01:00:00Z')
  expect(await answers()).toEqual({ since: '2025-12-10', least: 20, counted: null, answered: null, medianDays: null })
  app.clock.set('2026-03-02T01:00:00Z')
  await (
    await applied(8)
  )()
  app.clock.set('2026-03-10T01:00:00Z')
  expect(await answers()).toMatchObject({ counted: 20, answered: 7000, medianDays: 1 })
  const officer = await given.officer(app)
  const { items } = await app.as(hiringRoutes, officer).silent({})
  expect(items.find(({ organisation }) => organisation.id === posting.employer.id)?.answered).toBe(7000)
})

test('nothing is said of an organisation that is not public', async () => {
  const { id } = await givenOrganisation(app)
  await refused('registry.noOrganisation', app.as(hiringRoutes).answers({ params: { organisationId: id } }))
})
