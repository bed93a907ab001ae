import { accountsRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { invitationFor, proofFor, refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { importedTalents } from '../../../testing/imports.ts'
import { givenLicence, givenVerified, pdf } from '../../../testing/registry.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (session: { token: string; forPersonId?: string }) => app.as(talentsRoutes, session)
const accounts = (session: { token: string }) => app.as(accountsRoutes, session)
const wish = { version: null, wishes: [{ title: '叉车司机' }], home: '370211' }
const ask = (text: string, values: unknown[] = []) =>
  app.services.database.asOwner(async (connection) => (await connection.query(text, values)).rows)

async function helped(person: SomebodyGiven, purposes: ('profile' | 'cases')[]) {
  const helper = await given.person(app)
  const offer = { phone: helper.phone, purposes, until: '2026-12-31' }
  const text = await invitationFor(app, helper.phone, () => accounts(person).inviteHelper({ body: offer }))
  await accounts(helper).acceptInvitation({ body: { code: text } })
  return as({ ...helper, forPersonId: person.personId })
}

test('a helper with the mandate writes the profile of who gave it, and agrees to nothing in that name', async () => {
  const person = await given.person(app, { name: '样例长者' })
  const helper = await helped(person, ['profile'])
  const saved = await helper.save({ body: wish })
  expect(saved.name).toBe('样例长者')
  expect(await as(person).mine()).toEqual(saved)
  const { id } = await helper.uploadProof({ query: { name: '证明.pdf' }, bytes: pdf() })
  const body = { group: 'olderWorker' as const, documents: [id], consent: true as const }
  await refused('platform.notMandated', helper.claimGroup({ body }))
  await accounts(person).giveConsent({ body: { purpose: 'specialGroup', recipient: 'bureau', textVersion: '2026-11' } })
  expect((await helper.claimGroup({ body })).groups).toMatchObject([{ group: 'olderWorker', status: 'claimed' }])
  await refused('platform.notMandated', helper.looks())
  await refused('platform.notMandated', helper.remove())
})

test('without the mandate for it a helper does not see the profile', async () => {
  const person = await given.person(app)
  await as(person).save({ body: wish })
  const helper = await helped(person, ['cases'])
  await refused('platform.notMandated', helper.mine())
  await refused('platform.accessDenied', as({ ...(await given.person(app)), forPersonId: person.personId }).mine())
})

/** Somebody with a profile, a look at it, a claim, and a profile that an agency keeps. */
async function known(name: string) {
  const person = await given.person(app, { name })
  const history = [{ employer: `${name}工厂`, title: '车工', text: `${name}的经历` }]
  const body = { ...wish, summary: `我叫${name}`, history, visibility: 'open' as const }
  const { id } = await as(person).save({ body })
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency)
  const params = { organisationId: agency.id }
  const table = `编号,姓名,手机号,求职意向,自我评价,同意日期,同意期限\n1,${name},${person.phone},焊工,${name}会焊,2026-03-01,1年`
  const bytes = new TextEncoder().encode(table)
  await importedTalents(app, agency, { bytes })
  await as(agency.owner).talent({ params: { ...params, talentId: id } })
  const proof = await as(person).uploadProof({ query: { name: `${name}.pdf` }, bytes: pdf(name) })
  await as(person).claimGroup({ body: { group: 'disabled', documents: [proof.id], consent: true } })
  return { ...person, id, agency, proofId: proof.id }
}

test('the export holds the own profile, what agencies keep of the person, looks and claims', async () => {
  const person = await known('样例导出')
  const proof = await proofFor(app, person, 'export')
  const { bytes } = await accounts(person).exportMe({ body: { proof } })
  const { sections } = JSON.parse(new TextDecoder().decode(bytes)) as { sections: Record<string, object[]> }
  expect(sections['talents.talent']).toMatchObject([
    { id: person.id, summary: '我叫样例导出', wishes: [{ title: '叉车司机' }] },
    { agencyId: person.agency.id, name: '样例导出', phone: person.phone, consentOn: '2026-03-01' },
  ])
  expect(sections['talents.look']).toMatchObject([{ organisationId: person.agency.id, what: 'profile' }])
  expect(sections['talents.group_claim']).toMatchObject([{ kind: 'disabled', status: 'claimed' }])
})

test('erasure leaves nothing that says who it was, tells who stands above, and counts stay', async () => {
  const name = '样例注销'
  const person = await known(name)
  const kept = (await as(person.agency.owner).held({ params: { organisationId: person.agency.id } })).items[0]!
  const count = async () => (await ask('select count(*)::int as talents from talents.talent'))[0]
  const before = await count()
  await accounts(person).eraseMe({ body: { proof: await proofFor(app, person, 'erasure') } })
  expect(await count()).toEqual(before)
  const told = await ask(`select payload from platform.outbox where kind = 'talents.erased' order by seq`)
  expect(told).toEqual(expect.arrayContaining([person.id, kept.id].map((talentId) => ({ payload: { talentId } }))))
  const { secrets } = app.services
  const traces = [name, person.phone, person.personId, secrets.blind('phone', person.phone), person.proofId]
  for (const table of ['talent', 'group_claim', 'pair', 'look'])
    for (const { row } of await ask(`select t::text as row from talents.${table} t`))
      for (const trace of traces) expect(String(row).includes(trace), `talents.${table} holds ${trace}`).toBe(false)
  expect(await ask('select id from platform.file where id = $1', [person.proofId])).toEqual([])
})

test('documents of a claim are gone with it, those of another stay', async () => {
  const person = await known('样例材料')
  const other = await as(person).uploadProof({ query: { name: 'b.pdf' }, bytes: pdf('b') })
  const documents = [person.proofId, other.id]
  await as(person).claimGroup({ body: { group: 'lowIncome', documents, consent: true } })
  const there = async () => (await ask('select id from platform.file where id = any($1)', [documents])).length
  await as(person).endGroup({ params: { group: 'lowIncome' } })
  expect(await there()).toBe(1)
  await as(person).endGroup({ params: { group: 'disabled' } })
  expect(await there()).toBe(0)
})
