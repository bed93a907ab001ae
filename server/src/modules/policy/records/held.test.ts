import { accountsRoutes, policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { giveDuty } from '../../../../testing/office/cases.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { holdFacts, SKILL } from '../../../../testing/office/policy.ts'
import { givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'

let app: TestApp
let firm: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  firm = await givenVerified(app)
})
afterAll(() => app.close())

/** An officer who takes things in at a counter of a district, or of the city. */
async function stater(district: string | null) {
  const officer = await given.officer(app, district ? { district } : {})
  await giveDuty(app, await given.officer(app, { administrator: true }), officer, 'counter', district)
  return officer
}
const as = (somebody: { token: string }) => app.as(policyRoutes, somebody)
const RESIDENT_ID = '110101199003070396'
const fact = {
  record: 'insurance.unemploymentInsured',
  value: 200,
  on: '2026-02-01',
  statedBy: '示例社保经办机构',
} as const
const ofFirm = () => ({ subject: { creditCode: firm.creditCode }, reason: '核对稳岗返还' })

async function withResidentId(residentId = RESIDENT_ID) {
  const person = await given.person(app, { name: '有证人' })
  const own = app.as(accountsRoutes, person)
  const { version } = await own.getMe()
  await own.changeMe({ body: { residentId, version } })
  return person
}

test('an officer records what another authority stated, in the type of the facts that ask for it', async () => {
  const officer = await stater('370202')
  const record = (change: object) =>
    as(officer).recordHeldFact({ body: { ...fact, subject: { organisationId: firm.id }, ...change } })
  expect(await record({})).toMatchObject({ record: fact.record, value: 200, shown: '200', on: '2026-02-01' })
  await refused('policy.wrongValue', record({ value: '很多' }))
  await refused('policy.wrongValue', record({ record: 'registry.size', value: '巨型' }))
  await refused('policy.unknownRecord', record({ record: 'insurance.noSuchThing' }))
  // The register knows it itself.
  await refused('policy.unknownRecord', record({ record: 'registry.kind', value: '企业' }))
  await refused('policy.futureDay', record({ on: '2026-03-03' }))
})

test('a newer record holds, a withdrawn one no longer does, and history stays', async () => {
  const officer = await stater(null)
  const subject = { organisationId: firm.id }
  const later = await as(officer).recordHeldFact({ body: { ...fact, subject, value: 250, on: '2026-02-15' } })
  const insured = async () => {
    const params = { organisationId: firm.id, key: 'job-retention-refund' }
    const decision = await as(firm.owner).decideForOrganisation({ params, body: { facts: {} } })
    return decision.facts.find(({ key }) => key === 'staff')!.shown
  }
  expect(await insured()).toBe('250')
  await as(officer).withdrawHeldFact({ params: { factId: later.id }, body: { reason: '报送有误' } })
  expect(await insured()).toBe('200')
  await refused(
    'policy.alreadyWithdrawn',
    as(officer).withdrawHeldFact({ params: { factId: later.id }, body: { reason: '再次' } }),
  )
  const { items } = await as(officer).lookAtHeldFacts({ body: ofFirm() })
  expect(items.map(({ shown, withdrawnWhy }) => [shown, withdrawnWhy])).toEqual([
    ['250', '报送有误'],
    ['200', null],
  ])
})

test('what is held is read page by page, each record once and the newest first', async () => {
  const one = await givenVerified(app)
  const subject = { kind: 'organisation', id: one.id } as const
  for (const day of ['01', '02', '03'])
    await holdFacts(
      app,
      subject,
      { 'insurance.unemploymentInsured': 1, 'insurance.unemploymentMonths': 2 },
      `2026-02-${day}`,
    )
  const params = { organisationId: one.id }
  const page = (query: object) => as(one.owner).organisationHeldFacts({ params, query })
  const whole = await page({})
  expect(whole).toMatchObject({ next: null, total: 6 })
  expect(whole.items.map(({ on }) => on.slice(-2))).toEqual(['03', '02', '01', '03', '02', '01'])
  const first = await page({ limit: 4 })
  const second = await page({ limit: 4, cursor: first.next! })
  expect([...first.items, ...second.items]).toEqual(whole.items)
  expect(second.next).toBeNull()
  const officer = await stater('370202')
  const body = { subject: { organisationId: one.id }, reason: '核对' }
  const looked = await as(officer).lookAtHeldFacts({ body: { ...body, limit: 4, cursor: first.next! } })
  expect(looked.items).toEqual(second.items)
  await refused('platform.badCursor', page({ cursor: 'WyJhIl0' }))
})

test('who has no duty there states nothing and imports nothing', async () => {
  const body = { ...fact, subject: { organisationId: firm.id } }
  const [nobody, elsewhere] = [await given.officer(app, { district: '370202' }), await given.officer(app)]
  await giveDuty(app, await given.officer(app, { administrator: true }), elsewhere, 'counter', '370203')
  for (const officer of [nobody, elsewhere]) {
    await refused('policy.noDuty', as(officer).recordHeldFact({ body }))
    await refused('policy.noDuty', upload(officer, HEADING))
  }
})

test('an officer of another district finds neither the organisation nor its facts', async () => {
  const officer = await given.officer(app, { district: '370203' })
  await refused('policy.noSubject', as(officer).lookAtHeldFacts({ body: ofFirm() }))
  await refused('policy.noSubject', as(officer).officerCompare({ body: ofFirm() }))
  await refused(
    'policy.noSubject',
    as(officer).recordHeldFact({ body: { ...fact, subject: { organisationId: firm.id } } }),
  )
})

test('what is held of people is read by whom their duties let, and each look is on record for the person', async () => {
  const person = await withResidentId()
  const administrator = await given.officer(app, { administrator: true })
  const subject = { residentId: RESIDENT_ID }
  const reason = '核对技能补贴'
  await refused(
    'policy.noDuty',
    as(await given.officer(app, { district: '370202' })).lookAtHeldFacts({ body: { subject, reason } }),
  )
  const months = { subject, record: 'insurance.unemploymentMonths', value: 40, on: '2026-01-31', statedBy: '社保' }
  await as(administrator).recordHeldFact({ body: months })
  const seen = await as(administrator).lookAtHeldFacts({ body: { subject, reason } })
  expect(seen).toMatchObject({ subject: { id: person.personId, name: '有证人' }, items: [{ shown: '40个月' }] })
  const { rows } = await app.services.database.asOwner((connection) =>
    connection.query('select what, reason from policy.look where subject_id = $1', [person.personId]),
  )
  expect(rows).toEqual([{ what: 'heldFacts', reason }])
  expect((await as(person).ownHeldFacts()).items).toMatchObject([{ record: 'insurance.unemploymentMonths' }])
  expect((await as(await given.person(app)).ownHeldFacts()).items).toEqual([])
  await refused(
    'policy.noSubject',
    as(administrator).lookAtHeldFacts({ body: { subject: { personId: firm.id }, reason } }),
  )
})

test('a question that is refused is a look too: the person sees each, with its reason', async () => {
  const person = await given.person(app)
  const officer = await given.officer(app)
  await giveDuty(app, await given.officer(app, { administrator: true }), officer, 'reviewer', null)
  await holdFacts(app, { kind: 'person', id: person.personId }, SKILL)
  const subject = { personId: person.personId }
  const probe = { policy: 'skill-subsidy', subject, facts: { level: '初级' }, reason: '试探' }
  await refused('policy.factsHeld', as(officer).officerDecide({ body: probe }))
  await refused('policy.factsWrong', as(officer).officerKeep({ body: { ...probe, facts: { luck: true } } }))
  await refused('policy.factsHeld', as(officer).tryPolicy({ body: { ...probe, values: [] } }))
  await as(officer).officerCompare({ body: { subject, reason: '对照' } })
  const { items, total } = await as(person).ownLooks({ query: {} })
  expect(items.map(({ what, reason }) => [what, reason])).toEqual([
    ['comparison', '对照'],
    ['trial', '试探'],
    ['decision', '试探'],
    ['decision', '试探'],
  ])
  expect(total).toBe(4)
  const { next } = await as(person).ownLooks({ query: { limit: 3 } })
  expect((await as(person).ownLooks({ query: { limit: 3, cursor: next! } })).items).toEqual([items[3]])
  expect((await as(officer).ownLooks({ query: {} })).total).toBe(0)
})

test('of people it is read where they are insured, once a record says it', async () => {
  const person = await given.person(app)
  const officer = await given.officer(app)
  await giveDuty(app, await given.officer(app, { administrator: true }), officer, 'reviewer', '370203')
  const look = (who: { token: string }) =>
    as(who).lookAtHeldFacts({ body: { subject: { personId: person.personId }, reason: '核对' } })
  expect((await look(officer)).items).toEqual([])
  await holdFacts(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370202' })
  await refused('policy.noSubject', look(officer))
  await refused('policy.noSubject', look(await given.officer(app, { administrator: true, district: '370203' })))
  expect((await look(await given.officer(app, { administrator: true }))).items).toHaveLength(1)
})

test('a district is stated by its name or its code, and shown by its name', async () => {
  const officer = await stater('370202')
  const named = { ...fact, record: 'insurance.firmDistrict', subject: { organisationId: firm.id } }
  const stated = await as(officer).recordHeldFact({ body: { ...named, value: '黄岛区' } })
  expect(stated).toMatchObject({ value: '370211', shown: '黄岛区' })
  const byCode = { ...named, value: '370202', on: '2026-02-02' }
  expect(await as(officer).recordHeldFact({ body: byCode })).toMatchObject({ shown: '市南区' })
  await refused('policy.wrongValue', as(officer).recordHeldFact({ body: { ...named, value: '某区' } }))
  const { items } = await as(officer).records()
  expect(items.find(({ name }) => name === named.record)!.options).toContain('黄岛区')
})

test('nobody records facts of himself or of his own organisation', async () => {
  const officer = await given.officer(app, { administrator: true })
  const own = { ...fact, subject: { personId: officer.personId }, record: 'insurance.unemploymentMonths', value: 40 }
  await refused('policy.ownCase', as(officer).recordHeldFact({ body: own }))
})

const HEADING = '统一社会信用代码,身份证号,记录,值,日期,来源'
const upload = (officer: { token: string }, text: string, name = '社保.csv') =>
  as(officer).importHeldFacts({ query: { name }, bytes: new TextEncoder().encode(text) })

async function imported(officer: { token: string }, rows: readonly string[]) {
  const { id } = await upload(officer, [HEADING, ...rows].join('\n'))
  const params = { importId: id }
  return vi.waitFor(
    async () => {
      const report = await as(officer).heldFactImport({ params })
      expect(report.done).toBe(true)
      return report
    },
    { timeout: 60_000, interval: 100 },
  )
}

test('a table of facts is read row by row; what cannot be used comes back with its line and why', async () => {
  const administrator = await given.officer(app, { administrator: true })
  const code = (await givenVerified(app)).creditCode
  const rows = [
    `${code},,insurance.unemploymentPaid,"12,345.67",2026-01-31,社保`,
    `${code},,funds.refundRaised,否,2026-01-31,社保`,
    `${code},,registry.size,巨型,2026-01-31,统计`,
    `${code},,insurance.nothing,1,2026-01-31,社保`,
    `${code},,insurance.unemploymentMonths,12,2027-01-31,社保`,
    `91370202MB00000000,,insurance.unemploymentMonths,12,2026-01-31,社保`,
    `,${RESIDENT_ID},insurance.unemploymentMonths,41,2026年1月31日,社保`,
    `,110101199003079999,insurance.unemploymentMonths,41,2026-01-31,社保`,
  ]
  const report = await imported(administrator, rows)
  // Of the person the same source has said 40 for the same day before.
  expect(report).toMatchObject({ read: 8, created: 2, updated: 1, rejectedCount: 5 })
  expect(report.rejected.map(({ line, column }) => [line, column])).toEqual([
    [4, '值'],
    [5, '记录'],
    [6, '日期'],
    [7, '统一社会信用代码'],
    [9, '身份证号'],
  ])
  // Of a resident id only its end is told again.
  expect(report.rejected.at(-1)!.value).toBe('**************9999')
  expect(await imported(administrator, rows)).toMatchObject({ created: 0, unchanged: 3 })
})

test('an officer of a district imports facts of its organisations only, and none of people', async () => {
  const officer = await stater('370203')
  const rows = [
    `${firm.creditCode},,insurance.unemploymentMonths,12,2026-01-31,社保`,
    `,${RESIDENT_ID},insurance.unemploymentMonths,12,2026-01-31,社保`,
  ]
  expect(await imported(officer, rows)).toMatchObject({ created: 0, rejectedCount: 2 })
  const other = await given.officer(app, { district: '370203' })
  const { items } = await as(officer).heldFactImports({ query: {} })
  expect(items).toHaveLength(1)
  expect((await as(other).heldFactImports({ query: {} })).items).toEqual([])
  await refused('platform.notFound', as(other).heldFactRejects({ params: { importId: items[0]!.id } }))
})

test('facts of a person are imported where he is insured, once a record says it', async () => {
  const residentId = '110101199003070409'
  const person = await withResidentId(residentId)
  const officer = await stater('370203')
  await giveDuty(app, await given.officer(app, { administrator: true }), officer, 'reviewer', '370203')
  const row = (months: number) => [`,${residentId},insurance.unemploymentMonths,${months},2026-01-31,社保`]
  expect(await imported(officer, row(12))).toMatchObject({ created: 1 })
  await holdFacts(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370202' })
  expect(await imported(officer, row(13))).toMatchObject({ created: 0, updated: 0, rejectedCount: 1 })
})

test('of an account officers see the last digits; who it is of sees all of it', async () => {
  const officer = await stater('370202')
  const account = { ...fact, record: 'registry.bankAccount', value: '示例银行市南支行 6222 0210 0123 4567' }
  const stated = await as(officer).recordHeldFact({ body: { ...account, subject: { organisationId: firm.id } } })
  const masked = '**** 示例银行市南支行 4567'
  expect(stated).toMatchObject({ value: masked, shown: masked })
  const { items: seen } = await as(officer).lookAtHeldFacts({ body: ofFirm() })
  expect(seen.find(({ id }) => id === stated.id)).toMatchObject({ value: masked, shown: masked })
  const { items } = await as(firm.owner).organisationHeldFacts({ params: { organisationId: firm.id }, query: {} })
  expect(items.find(({ id }) => id === stated.id)).toMatchObject({ value: account.value })
})

test('a table without its columns, an empty one and one that is none are refused before anything is read', async () => {
  const officer = await stater(null)
  await refused('policy.columnMissing', upload(officer, '名称,值\na,1'))
  await refused('files.empty', upload(officer, ''))
  await refused('policy.unreadableTable', upload(officer, '<!doctype html><html></html>'))
})

test('records in use say who answers for them', async () => {
  const { items } = await as(await given.officer(app)).records()
  const of = (name: string, subject: string) => items.find((one) => one.name === name && one.subject === subject)
  expect(of('registry.kind', 'organisation')).toMatchObject({ answeredBy: 'module' })
  expect(of('insurance.unemploymentPaid', 'organisation')).toMatchObject({ answeredBy: 'held', type: 'money' })
})

test('of somebody who leaves nothing is kept', async () => {
  const person = await given.person(app)
  const { policyHolder } = await import('../holder.ts')
  const { holdFacts, SKILL } = await import('../../../../testing/office/policy.ts')
  await holdFacts(app, { kind: 'person', id: person.personId }, SKILL)
  await as(person).keepForMe({ params: { key: 'skill-subsidy' }, body: { facts: {} } })
  const city = '370200'
  const held = () =>
    app.services.database.transaction({ kind: 'system', city }, (tx) =>
      policyHolder.export({ tx, city } as never, person.personId),
    )
  expect((await held())['policy.held_fact']).toHaveLength(Object.keys(SKILL).length)
  expect((await held())['policy.decision']).toHaveLength(1)
  await app.services.database.transaction({ kind: 'system', city }, (tx) =>
    policyHolder.erase({ tx, city } as never, person.personId),
  )
  expect(Object.values(await held()).flat()).toEqual([])
})
