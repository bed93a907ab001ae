import { documentRoutes } from '@renshu/contracts'
import { readDocument } from '@renshu/intake/documents'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import {
  type Applicant,
  givenCase,
  givenOffice,
  type Office,
  officerStep,
  stated,
  givenInsured,
} from '../../../../testing/office/cases.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { givenLicence, givenVerified } from '../../../../testing/registry.ts'

let app: TestApp
let office: Office
let worker: Applicant
let caseId: string
/** A worker's claim, step by step to its payment, whose documents the tests look at. */
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
  worker = await given.person(app, { name: '于海洋' })
  await stated(app, { kind: 'person', id: worker.personId }, { 'insurance.district': '370202' })
  const answers = { medicalCost: '22189.16', injuredOn: '2026-02-01', account: '样例银行 6222021001234567890' }
  const file = await givenCase(app, worker, 'supplementary-injury', { answers })
  caseId = file.id
  await officerStep(app, office.counter, caseId, 'accept')
  await officerStep(app, office.reviewer, caseId, 'pass')
  await officerStep(app, office.approver, caseId, 'approve')
  await officerStep(app, office.cashier, caseId, 'pay')
}, 120_000)
afterAll(() => app.close())

const own = () => app.as(documentRoutes, worker)
const listed = async () => (await own().myDocuments({ params: { caseId } })).items
const download = async (kind: string): Promise<Buffer> => {
  const { id } = (await listed()).find((document) => document.kind === kind)!
  return Buffer.from((await own().myDocument({ params: { caseId, documentId: id } })).bytes)
}
const verify = (bytes: Uint8Array) => app.as(documentRoutes).verifyFile({ bytes: new Uint8Array(bytes) })
const textOf = async (bytes: Buffer): Promise<string> =>
  (await readDocument(new Uint8Array(bytes), 'pdf')).text.replaceAll(/\s/g, '')

test('each step that tells the applicant something has its document, the newest first', async () => {
  const documents = await listed()
  expect(documents.map(({ kind }) => kind)).toEqual(['payment', 'decision', 'acceptance', 'receipt'])
  expect(documents.map(({ n }) => n)).toEqual([5, 4, 2, 1])
  expect(documents[1]).toMatchObject({ title: { zh: '决定书' }, code: expect.stringMatching(/^[2-9A-Z-]{14}$/) })
  expect(documents[1]!.fileName).toMatch(/^决定书-.+-2026-03-02\.pdf$/)
  expect(new Set(documents.map(({ code }) => code)).size).toBe(4)
})

test('a decision says in Chinese what was decided, on which facts and by which rules, and hides the account', async () => {
  const text = await textOf(await download('decision'))
  expect(text).toContain('青岛市人力资源和社会保障局')
  expect(text).toContain('于海洋：')
  expect(text).toContain('18,775.79元')
  expect(text).toContain('22,189.16')
  expect(text).toContain('7890')
  expect(text).not.toContain('6222021001234567890')
  const { code } = (await listed()).find(({ kind }) => kind === 'decision')!
  expect(text).toContain(`核验码${code}`)
})

test('the same document is the same file each time, whoever of the case asks', async () => {
  const one = await download('receipt')
  const { id } = (await listed()).at(-1)!
  const officer = app.as(documentRoutes, office.reviewer)
  const other = await officer.caseDocument({ params: { caseId, documentId: id } })
  expect(Buffer.from(other.bytes).equals(one)).toBe(true)
})

test('a file as it was made is genuine, and says of the case only what it is and where it stood', async () => {
  const check = await verify(await download('acceptance'))
  expect(check).toMatchObject({
    verdict: 'genuine',
    document: {
      kind: 'acceptance',
      n: 2,
      madeOn: '2026-03-02',
      movedOn: true,
      bureau: { zh: '青岛市人力资源和社会保障局' },
    },
  })
  const { head, stage, service } = check.document!
  expect(head).toMatch(/^[0-9a-f]{64}$/)
  expect(stage.zh).not.toBe('')
  expect(service.zh).not.toBe('')
  expect(JSON.stringify(check)).not.toContain('于海洋')
  expect(JSON.stringify(check)).not.toContain('18775')
})

test('one changed byte anywhere is found', async () => {
  const file = await download('decision')
  for (let at = 20; at < file.length; at += Math.ceil(file.length / 40)) {
    const changed = Buffer.from(file)
    changed[at]! ^= 1
    expect((await verify(changed)).verdict, `byte ${at}`).not.toBe('genuine')
  }
  const longer = Buffer.concat([file, Buffer.from('\n%%EOF\n')])
  expect((await verify(longer)).verdict).toBe('changed')
})

test('what somebody else made, and what is no PDF, is told apart', async () => {
  const theirs = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  expect(await verify(theirs)).toEqual({ verdict: 'notOurs', document: null })
  expect((await verify(new TextEncoder().encode('您好'))).verdict).toBe('notPdf')
  expect((await verify(new Uint8Array())).verdict).toBe('notPdf')
  const elsewhere = await startApp()
  try {
    const file = await download('receipt')
    const check = await elsewhere.as(documentRoutes).verifyFile({ bytes: new Uint8Array(file) })
    expect(check).toEqual({ verdict: 'notOurs', document: null })
  } finally {
    await elsewhere.close()
  }
})

test('a code alone says what document it is, however it is typed, and no more than that it is real', async () => {
  const { code } = (await listed())[0]!
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
  expect(await app.as(documentRoutes).verifyCode({ params: { code: typed } })).toMatchObject({
    verdict: 'unsigned',
    document: { kind: 'payment', movedOn: false },
  })
  for (const wrong of ['2222-2222-2222', 'x', '<script>'])
    expect(await app.as(documentRoutes).verifyCode({ params: { code: wrong } })).toEqual({
      verdict: 'unknownCode',
      document: null,
    })
})

test('documents are for the applicant and the officers of the case', async () => {
  const { id } = (await listed())[0]!
  const stranger = app.as(documentRoutes, await given.person(app))
  await refused('cases.noCase', stranger.myDocuments({ params: { caseId } }))
  await refused('cases.noCase', stranger.myDocument({ params: { caseId, documentId: id } }))
  const elsewhere = app.as(documentRoutes, await given.officer(app, { district: '370203' }))
  await refused('cases.noCase', elsewhere.caseDocument({ params: { caseId, documentId: id } }))
  await refused(
    'documents.noDocument',
    own().myDocument({ params: { caseId, documentId: '00000000-0000-7000-8000-000000000000' } }),
  )
})

test('a refusal names its reason and the way of review', async () => {
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency)
  await stated(app, { kind: 'organisation', id: agency.id }, { 'registry.seat': '370202' })
  const applicant: Applicant = { ...agency.owner, organisationId: agency.id }
  const renewal = await givenCase(app, applicant, 'licence-renewal')
  await officerStep(app, office.counter, renewal.id, 'decline')
  const params = { organisationId: agency.id, caseId: renewal.id }
  const desk = app.as(documentRoutes, agency.owner)
  const { items } = await desk.organisationDocuments({ params })
  expect(items.map(({ kind, title }) => `${kind} ${title.zh}`)).toEqual(['refusal 不予受理决定书', 'receipt 收件回执'])
  const file = await desk.organisationDocument({ params: { ...params, documentId: items[0]!.id } })
  const text = await textOf(Buffer.from(file.bytes))
  expect(text).toContain('六十日内申请行政复议')
  expect(text).toContain('《中华人民共和国行政许可法》第')
})

test('a history that no longer holds the head of a document is said to be broken', async () => {
  const person = await givenInsured(app)
  const file = await givenCase(app, person, 'supplementary-injury', { answers: { injuredOn: '2026-02-01' } })
  const desk = app.as(documentRoutes, person)
  const [receipt] = (await desk.myDocuments({ params: { caseId: file.id } })).items
  const { bytes } = await desk.myDocument({ params: { caseId: file.id, documentId: receipt!.id } })
  expect((await verify(bytes)).verdict).toBe('genuine')
  await app.services.database.asOwner((connection) =>
    connection.query('update cases.event set actor = $2 where case_id = $1', [file.id, office.counter.personId]),
  )
  expect(await verify(bytes)).toEqual({ verdict: 'broken', document: null })
  expect((await app.as(documentRoutes).verifyCode({ params: { code: receipt!.code } })).verdict).toBe('broken')
})

test('the certificate is there for whoever wants to check signatures with other programs', async () => {
  const { name, bytes } = await app.as(documentRoutes).signingCertificate()
  expect(name).toBe('370200.cer')
  expect(bytes[0]).toBe(0x30)
})
