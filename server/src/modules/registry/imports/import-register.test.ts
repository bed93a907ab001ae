import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountsRoutes, ledgerRoutes, registryRoutes } from '@renshu/contracts'
import { openTableWriter } from '@renshu/intake'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { invitationFor, refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { imported } from '../../../../testing/imports.ts'
import { creditCode, givenOrganisation, givenVerified } from '../../../../testing/registry.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const HEADINGS = [
  '单位名称',
  '统一社会信用代码',
  '所属区市',
  '地址',
  '业态',
  '许可证编号',
  '备案编号',
  '有效期',
  '法定代表人',
  '联系电话',
]
type Line = Partial<Record<(typeof HEADINGS)[number], string>>

const csv = (lines: readonly Line[], headings = HEADINGS): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    [headings.join(','), ...lines.map((line) => headings.map((name) => `"${line[name] ?? ''}"`).join(','))].join(
      '\r\n',
    ),
  )
async function importing(bytes: Uint8Array<ArrayBuffer>, district: string | null = null) {
  const officer = app.as(registryRoutes, await given.officer(app, { district }))
  return { officer, report: await imported(app, officer, bytes) }
}
const agency = (number: number, change: Line = {}): Line => ({
  单位名称: `名册人力${number}`,
  统一社会信用代码: creditCode(number),
  所属区市: '市南区',
  业态: '职业介绍、培训',
  许可证编号: `名册${number}`,
  有效期: '2024.5.1-2029.4.30',
  ...change,
})

test('a register makes verified agencies with their licences, and again changes nothing', async () => {
  const lines = [agency(700_001), agency(700_002, { 所属区市: '西海岸新区' })]
  const { report } = await importing(csv(lines))
  expect(report).toMatchObject({ read: 2, created: 2, updated: 0, unchanged: 0, rejectedCount: 0 })
  const { items } = await app.as(registryRoutes).directory({ query: { q: '名册人力' } })
  expect(items.map(({ kind, district, mayAct, businessTypes }) => [kind, district, mayAct, businessTypes])).toEqual([
    ['agency', '370202', true, ['recruiting', 'training']],
    ['agency', '370211', true, ['recruiting', 'training']],
  ])
  const counted = app.as(ledgerRoutes, await given.officer(app))
  const { items: entries } = await counted.entries({ query: { organisationId: items[0]!.id } })
  expect(entries.map(({ kind }) => kind).toSorted()).toEqual([
    'registry.organisationRegistered',
    'registry.organisationVerified',
  ])
  const profile = await app.as(registryRoutes).profile({ params: { organisationId: items[0]!.id } })
  expect(profile.licences).toEqual([
    expect.objectContaining({ number: '名册700001', validFrom: '2024-05-01', validUntil: '2029-04-30' }),
  ])
  const { report: again } = await importing(csv(lines))
  expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
})

test('a renewed validity replaces the fact, while the past stays explained', async () => {
  const [{ officer }] = [await importing(csv([agency(700_003, { 有效期: '2024年5月1日至2026年4月30日' })]))]
  const { items } = await app.as(registryRoutes).directory({ query: { q: creditCode(700_003) } })
  const params = { organisationId: items[0]!.id }
  const before = app.clock.now().toISOString()
  app.clock.advance(60)
  const { report } = await importing(csv([agency(700_003, { 有效期: '2024-05-01 至 长期', 地址: '样例路9号' })]))
  expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 0 })
  const may = async (knownAt?: string) =>
    (await officer.bureauStanding({ params, query: { on: '2027-01-01', ...(knownAt && { knownAt }) } })).standing.may
  expect(await may()).toBe(true)
  expect(await may(before)).toBe(false)
  expect(await app.as(registryRoutes).profile({ params })).toMatchObject({
    address: '样例路9号',
    licences: [{ validUntil: null }],
  })
})

test('an empty cell takes nothing away', async () => {
  await importing(csv([agency(700_004, { 地址: '样例路4号', 法定代表人: '样例人' })]))
  const { report } = await importing(csv([agency(700_004)]))
  expect(report.unchanged).toBe(1)
})

test('a licence in one row and a filing in the next belong to one agency', async () => {
  const filing = agency(700_005, { 许可证编号: '', 备案编号: '备案700005', 业态: '测评', 有效期: '2024-01-01' })
  const { report } = await importing(csv([agency(700_005), filing]))
  expect(report).toMatchObject({ created: 1, updated: 1, rejectedCount: 0 })
  const { items } = await app.as(registryRoutes).directory({ query: { q: creditCode(700_005) } })
  const { standing } = await app.as(registryRoutes).profile({ params: { organisationId: items[0]!.id } })
  expect(standing.activities).toEqual(['recruiting', 'training', 'assessment'])
})

test('what cannot be used is sent back with line, column, value and reason, and the rest is written', async () => {
  const wrong = creditCode(700_010).slice(0, -1) + '!'
  const lines = [
    agency(700_011),
    agency(700_012, { 统一社会信用代码: wrong }),
    agency(700_013, { 单位名称: '' }),
    agency(700_014, { 所属区市: '东港区' }),
    agency(700_015, { 有效期: '' }),
    agency(700_016, { 有效期: '2029-01-01至2024-01-01' }),
    agency(700_017, { 许可证编号: '', 备案编号: '=1+1', 业态: '房屋租赁' }),
    agency(700_018, { 许可证编号: '名册700011' }),
  ]
  const { officer, report } = await importing(csv(lines))
  expect(report).toMatchObject({ read: 8, created: 1, rejectedCount: 7 })
  expect(report.rejected.map(({ line, column, value }) => [line, column, value])).toEqual([
    [3, '统一社会信用代码', wrong],
    [4, '单位名称', ''],
    [5, '所属区市', '东港区'],
    [6, '有效期', ''],
    [7, '有效期', '2029-01-01至2024-01-01'],
    [8, '业态', '房屋租赁'],
    [9, '许可证编号', '名册700011'],
  ])
  const params = { importId: report.id }
  const file = await officer.importRejects({ params })
  expect(new TextDecoder().decode(file.bytes).split('\r\n')).toHaveLength(9)
  expect(await officer.importReport({ params })).toEqual(report)
  const other = app.as(registryRoutes, await given.officer(app, { district: '370203' }))
  await refused('platform.notFound', other.importReport({ params }))
})

test('an officer of a district imports its organisations only', async () => {
  const { name, creditCode: known } = await givenVerified(app, { district: '370203' })
  const lines = [
    agency(700_021),
    agency(700_022, { 所属区市: '市北区' }),
    agency(700_023, { 单位名称: name, 统一社会信用代码: known }),
  ]
  const { report } = await importing(csv(lines), '370202')
  expect(report).toMatchObject({ created: 1, updated: 0 })
  expect(report.rejected.map(({ line, column }) => [line, column])).toEqual([
    [3, '所属区市'],
    [4, '统一社会信用代码'],
  ])
  const hidden = await givenOrganisation(app, { district: '370203' })
  const { report: second } = await importing(csv([agency(700_024, { 统一社会信用代码: hidden.creditCode })]), '370202')
  expect(second.rejected.map(({ column }) => column)).toEqual(['统一社会信用代码'])
})

test('an organisation somebody registered is filled in but not verified by a register', async () => {
  const waiting = await givenOrganisation(app, { kind: 'agency', name: '自行登记人力' })
  const line = agency(700_031, { 单位名称: waiting.name, 统一社会信用代码: waiting.creditCode, 地址: '样例路31号' })
  const { report } = await importing(csv([line]))
  expect(report.updated).toBe(1)
  const record = await app.as(registryRoutes, waiting.owner).record({ params: { organisationId: waiting.id } })
  expect(record).toMatchObject({ address: '样例路31号', verifiedOn: null, mayAct: false })
  expect(record.licences).toMatchObject([{ number: '名册700031', status: 'confirmed' }])
})

test('the bureau appoints the first owner of an agency that a register brought, never the officer himself', async () => {
  const { officer } = await importing(csv([agency(700_061)]))
  const { items } = await app.as(registryRoutes).directory({ query: { q: creditCode(700_061) } })
  const params = { organisationId: items[0]!.id }
  const person = await given.person(app)
  const owner = app.as(registryRoutes, person)
  await refused('platform.accessDenied', owner.record({ params }))
  const body = { phone: person.phone, name: '样例负责人', reason: '持执照原件到窗口' }
  await officer.appointOwner({ params, body })
  expect((await owner.record({ params })).id).toBe(params.organisationId)
  await refused('registry.alreadyMember', officer.appointOwner({ params, body }))
  const self = await given.officer(app)
  const appointing = app.as(registryRoutes, self).appointOwner({ params, body: { ...body, phone: self.phone } })
  await refused('registry.ownCase', appointing)
})

test('a workbook is read as a CSV is, with headings in other words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-test-'))
  const path = join(folder, '名册.xlsx')
  const table = await openTableWriter(path, [
    '机构名称（全称）',
    '社会信用代码',
    '区（市）',
    '人力资源服务许可证编号',
    '发证日期',
    '有效期至',
  ])
  await table.write(['样例工作簿人力', creditCode(700_041), '崂山区', '工作簿1', '2025-01-01', '2029-12-31'])
  await table.close()
  const { report } = await importing(new Uint8Array(readFileSync(path)))
  rmSync(folder, { recursive: true })
  expect(report).toMatchObject({ created: 1, rejectedCount: 0 })
  const { items } = await app.as(registryRoutes).directory({ query: { q: '样例工作簿' } })
  expect(items).toMatchObject([{ district: '370212', mayAct: true }])
})

test('a file that is no table, or has no credit codes, is refused before anything is written', async () => {
  const officer = app.as(registryRoutes, await given.officer(app))
  const send = (bytes: Uint8Array<ArrayBuffer>) => officer.importRegister({ query: { name: 'a.csv' }, bytes })
  await refused('registry.columnMissing', send(csv([{ 单位名称: '甲' }], ['单位名称', '地址'])))
  await refused('files.empty', send(new Uint8Array()))
  const before = (await officer.bureauRegister()).total
  await refused('files.unsupported', send(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])))
  await refused('registry.unreadableTable', send(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])))
  expect((await officer.bureauRegister()).total).toBe(before)
})

test('a value longer than may be typed in is sent back, and the other rows are written', async () => {
  const long = '号'.repeat(61)
  const { report } = await importing(csv([agency(700_901, { 许可证编号: long }), agency(700_902)]))
  expect(report).toMatchObject({ created: 1, rejectedCount: 1 })
  expect(report.rejected).toEqual([{ line: 2, column: '许可证编号', value: long, reason: '内容太长' }])
})

test('an officer does not import the papers of an organisation he belongs to', async () => {
  const own = await givenVerified(app, { kind: 'agency' })
  const officer = await given.officer(app)
  const { id: organisationId, name, creditCode: code } = own
  const colleague = app.as(accountsRoutes, own.owner)
  const invited = () =>
    colleague.inviteMember({ params: { organisationId }, body: { phone: officer.phone, role: 'viewer' } })
  const body = { code: await invitationFor(app, officer.phone, invited) }
  await app.as(accountsRoutes, officer).acceptInvitation({ body })
  const bytes = csv([agency(700_911, { 单位名称: name, 统一社会信用代码: code })])
  const report = await imported(app, app.as(registryRoutes, officer), bytes)
  expect(report).toMatchObject({ updated: 0, rejectedCount: 1 })
  expect((await app.as(registryRoutes).standing({ params: { organisationId } })).may).toBe(false)
})
