import { hiringRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { givenApplication, givenPosting, givenTalent, type PostingGiven, sidesOf } from '../../../testing/hiring.ts'
import { importedTalents } from '../../../testing/imports.ts'
import { givenLicence, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'

/** What an organisation sees of somebody who is in a process with it, though it does not find him. */

let app: TestApp
let posting: PostingGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app)
})
afterAll(() => app.close())

const look = (talentId: string, { id: organisationId, owner }: OrganisationGiven = posting.employer) =>
  app.as(talentsRoutes, owner).talent({ params: { organisationId, talentId } })
const stranger = async (talentId: string) =>
  refused('talents.noTalent', look(talentId, await givenVerified(app, { name: '样例旁观有限公司' })))

test('who applies is seen by that organisation though hidden, without the name until the contact is shared', async () => {
  const talent = await givenTalent(app, { name: '样例隐身', visibility: 'hidden' })
  await refused('talents.noTalent', look(talent.talentId))
  const sides = sidesOf(app, talent, posting, (await givenApplication(app, talent, posting, false)).id)
  const seen = await look(talent.talentId)
  expect(seen).toMatchObject({ named: false, wishes: [{ title: '叉车司机' }], processes: [sides.params.processId] })
  expect(JSON.stringify(seen)).not.toContain('样例隐身')
  await stranger(talent.talentId)
  const { items } = await app.as(talentsRoutes, talent).looks()
  expect(items).toMatchObject([{ organisation: { id: posting.employer.id }, what: 'profile' }])
  await sides.talent({ step: 'share', shareContact: true })
  expect(await look(talent.talentId)).toMatchObject({ name: '样例隐身', named: true })
  await sides.talent({ step: 'withdraw', reason: 'other' })
  await refused('talents.noTalent', look(talent.talentId))
})

test('a wish that lapses while somebody applies hides nothing from where he applied', async () => {
  const talent = await givenTalent(app, { name: '样例过期', visibility: 'open' })
  const { id: processId } = await givenApplication(app, talent, posting, false)
  const params = { organisationId: posting.employer.id, processId }
  await app.services.database.asOwner((connection) =>
    connection.query(`update talents.talent set visible_until = '2026-03-01', active = false where id = $1`, [
      talent.talentId,
    ]),
  )
  expect(await look(talent.talentId)).toMatchObject({ named: false, wishes: [{ title: '叉车司机' }] })
  await stranger(talent.talentId)
  const file = await app.as(hiringRoutes, posting.employer.owner).process({ params })
  expect(file.talent.name).toBe(`求职者 ${talent.talentId.slice(-4).toUpperCase()}`)
})

test('who hides before he has answered an invitation is not seen by who invited him', async () => {
  const talent = await givenTalent(app)
  const { id: organisationId, owner } = posting.employer
  const { id: processId } = await app
    .as(hiringRoutes, owner)
    .invite({ params: { organisationId }, body: { talentId: talent.talentId, jobId: posting.job.id } })
  await app.as(talentsRoutes, talent).show({ body: { version: 1, visibility: 'hidden' } })
  await refused('talents.noTalent', look(talent.talentId))
  await sidesOf(app, talent, posting, processId).talent({ step: 'agree', shareContact: false })
  expect(await look(talent.talentId)).toMatchObject({ named: false, processes: [processId] })
})

test('whom an agency recommends is seen by the employer, without the name, while he agrees to be kept', async () => {
  const keeper = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, keeper)
  const bytes = new TextEncoder().encode(
    '姓名,手机号,求职意向,期望地点,自我评价,同意日期,同意期限\n样例代管,13700000031,叉车司机,黄岛,样例代管开过叉车,2026-03-01,2026-03-10',
  )
  await importedTalents(app, keeper, { bytes })
  const params = { organisationId: keeper.id }
  const [kept] = (await app.as(talentsRoutes, keeper.owner).held({ params })).items
  await refused('talents.noTalent', look(kept!.id))
  const body = { talentId: kept!.id, jobId: posting.job.id }
  const { id } = await app.as(hiringRoutes, keeper.owner).recommend({ params, body })
  const seen = await look(kept!.id)
  expect(seen).toMatchObject({ named: false, summary: '本人开过叉车', processes: [id] })
  expect(JSON.stringify(seen)).not.toContain('样例代管')
  await stranger(kept!.id)
  app.clock.set('2026-03-11T01:00:00Z')
  const owner = { ...posting.employer.owner, ...(await given.person(app, posting.employer.owner)) }
  await refused('talents.noTalent', look(kept!.id, { ...posting.employer, owner }))
})
