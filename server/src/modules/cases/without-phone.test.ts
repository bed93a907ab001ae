import { accountsRoutes, type CaseFile, casesRoutes, documentRoutes } from '@renshu/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { codeFor, newPhoneCodeFor, proofFor, refused, unusedPhone } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import {
  bodyOf,
  exampleFor,
  givenCase,
  givenInsured,
  givenOffice,
  giveDuty,
  type Office,
  officerStep,
} from '../../../testing/office/cases.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

const SERVICE = 'supplementary-injury'
const CONSENT = 'counter-2026-11'
const IDS = [
  '11010519491231002X',
  '370202194001010020',
  '370202193802150010',
  '370202194506120030',
  '370202195109090047',
  '370202193303030057',
  '370202193707070063',
  '370202194208080042',
] as const

const as = (officer = office.counter) => app.as(casesRoutes, officer)
const presented = (residentId: string, name: string, account?: 'own' | 'another') => ({
  residentId,
  name,
  consent: CONSENT,
  ...(account && { account }),
})
type Presented = ReturnType<typeof presented>

const formFor = (applicant: Presented, officer = office.counter) =>
  as(officer).counterForm({
    body: { service: SERVICE, applicant, mode: 'nearby', answers: { injuredOn: '2026-02-01' } },
  })

/** Takes a claim in at the counter for somebody who has no phone. */
async function takeIn(
  applicant: Presented,
  { checked = 'idCard' as 'idCard' | 'letter', officer = office.counter } = {},
) {
  const form = await formFor(applicant, officer)
  const answers = Object.fromEntries(
    form.fields
      .filter(({ state, by }) => state === 'asked' && by === 'applicant')
      .map((field) => [field.key, field.key === 'injuredOn' ? '2026-02-01' : exampleFor(field)]),
  )
  const id = app.clock.newId()
  const papers: Record<string, { file: string }> = {}
  for (const { id: paper, state } of form.papers)
    if (state === 'needed') {
      const bytes = new TextEncoder().encode(`%PDF-1.4\n${id} ${paper}`)
      const { file } = await as(officer).counterUpload({
        params: { caseId: id },
        query: { paper, name: 'a.pdf' },
        bytes,
      })
      papers[paper] = { file: file!.id }
    }
  return as(officer).takeIn({ body: { id, service: SERVICE, mode: 'nearby', applicant, answers, papers, checked } })
}

test('somebody without a phone is taken in by name and identity card, and told on paper alone', async () => {
  const applicant = presented(IDS[0], '欧阳老')
  const form = await formFor(applicant)
  const seen = { document: '110***********002X', seenOn: '2026-03-02', onPaper: true, otherRecords: 0 }
  expect(form).toMatchObject({ applicant: { kind: 'person', name: '欧阳老' }, seen })
  const file = await takeIn(applicant)
  expect(file).toMatchObject({ acceptance: { code: '370202' }, applicant: { name: '欧阳老' }, seen })
  expect(file.events[0]!.reason!.words).toBe('已核验居民身份证；没有手机号，已收书面同意')
  expect(JSON.stringify(file)).not.toContain(IDS[0])
  const papers = app.as(documentRoutes, office.counter)
  const receipts = await papers.caseDocuments({ params: { caseId: file.id } })
  expect(receipts.items.map(({ kind }) => kind)).toEqual(['receipt'])
  const { bytes } = await papers.caseDocument({ params: { caseId: file.id, documentId: receipts.items[0]!.id } })
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-')
})

test('the number is kept sealed, shown in part, and the consent on paper with who recorded it', async () => {
  const { applicant } = await takeIn(presented(IDS[1], '王奶奶'))
  const scope = { kind: 'system', city: '370200' } as const
  const kept = await app.services.database.transaction(scope, async (tx) => ({
    person: (await sql<object>`select * from accounts.person where id = ${applicant.id}`.execute(tx)).rows[0]!,
    consents: (await sql<object>`select * from accounts.consent where person_id = ${applicant.id}`.execute(tx)).rows,
  }))
  expect(JSON.stringify(kept)).not.toContain(IDS[1])
  expect(kept.person).toMatchObject({ phoneSealed: null, phoneBlind: null, documentSeenBy: office.counter.personId })
  const paper = { purpose: 'counter', recipient: 'bureau', textVersion: CONSENT, withdrawnAt: null }
  // Taken in and looked at more than once: one consent.
  expect(kept.consents).toMatchObject([{ ...paper, recordedByPersonId: office.counter.personId }])
})

test('who comes again, to whichever counter, is the same person; two counters at once make one record', async () => {
  const elsewhere = await given.officer(app, { district: '370203' })
  await giveDuty(app, office.administrator, elsewhere, 'counter', '370203')
  const applicant = presented(IDS[2], '赵大爷')
  await Promise.all([formFor(applicant), formFor(applicant, elsewhere)])
  const first = await takeIn(applicant)
  const { items } = await app
    .as(accountsRoutes, office.counter)
    .findPeople({ body: { by: 'residentId', value: IDS[2] } })
  expect(items).toMatchObject([{ id: first.applicant.id, phone: null, documentSeenAt: '2026-03-02T01:00:00.000Z' }])
  const again = await formFor({ ...applicant, name: ' 赵 大爷 ' }, elsewhere)
  expect(again).toMatchObject({ applicant: { name: '赵大爷' }, seen: { otherRecords: 0 } })
})

test('a number recorded under another name is not taken over', async () => {
  await formFor(presented(IDS[3], '钱老'))
  await refused('cases.otherName', formFor(presented(IDS[3], '孙老')))
  await refused('cases.otherName', takeIn(presented(IDS[3], '孙老', 'another')))
})

test('a number that somebody wrote into an account is asked about, and gives nobody the cases of another', async () => {
  const writer = await given.person(app, { name: '李三' })
  await app.as(accountsRoutes, writer).changeMe({ body: { residentId: IDS[4], version: 1 } })
  const unchecked = formFor(presented(IDS[4], '周婆婆')).catch((error: unknown) => error)
  expect(await unchecked).toMatchObject({
    problem: { code: 'cases.documentUnchecked', detail: expect.stringContaining(`${writer.phone.slice(0, 3)}****`) },
  })
  // The account of another name is not hers, whatever is chosen.
  await refused('cases.otherName', formFor(presented(IDS[4], '周婆婆', 'own')))
  const file = await takeIn(presented(IDS[4], '周婆婆', 'another'))
  expect(file).toMatchObject({ applicant: { name: '周婆婆' }, seen: { onPaper: true, otherRecords: 1 } })
  expect(file.applicant.id).not.toBe(writer.personId)
  expect((await app.as(casesRoutes, writer).myCases({ query: {} })).total).toBe(0)
  // From now on the document answers, without a question.
  expect((await formFor(presented(IDS[4], '周婆婆'))).seen).toMatchObject({ otherRecords: 1 })
  const looks = await app.services.database.transaction({ kind: 'system', city: '370200' }, async (tx) =>
    sql`select 1 from cases.look where person_id = ${writer.personId}`.execute(tx),
  )
  expect(looks.rows).toHaveLength(2)
})

test('who signed up with a phone and is known by the document is one record, and sees the case', async () => {
  const person = await given.person(app, { name: '吴老师' })
  await app.as(accountsRoutes, person).changeMe({ body: { residentId: IDS[5], version: 1 } })
  const file = await takeIn(presented(IDS[5], '吴老师', 'own'))
  expect(file).toMatchObject({ applicant: { id: person.personId }, seen: { onPaper: false, otherRecords: 0 } })
  expect((await app.as(casesRoutes, person).myCases({ query: {} })).total).toBe(1)
  const { items } = await app.as(accountsRoutes, person).listConsents()
  expect(items).toMatchObject([{ purpose: 'counter', onPaper: true }])
  // Another number in place of the one that was seen is nobody's word but his own.
  const { version } = await app.as(accountsRoutes, person).getMe()
  await app.as(accountsRoutes, person).changeMe({ body: { residentId: '110101199003071233', version } })
  const found = await app.as(accountsRoutes, office.counter).findPeople({ body: { by: 'phone', value: person.phone } })
  expect(found.items).toMatchObject([{ documentSeenAt: null }])
})

/** Everything that was said and brought, once more; what is shown with stars is said again. */
function again(file: CaseFile, step: string) {
  const { fields, papers } = file.choices.find((choice) => choice.step === step)!.needs
  const facts = new Map(file.facts.map((fact) => [fact.key, fact.masked ? '示例银行 6222020000000001' : fact.value]))
  const files = new Map(file.papers.map(({ paper, file: kept }) => [paper, kept!.id]))
  return bodyOf(file, step, {
    given: Object.fromEntries(fields.map((key) => [key, facts.get(key) ?? null])),
    papers: Object.fromEntries(papers.map((paper) => [paper, { file: files.get(paper)! }])),
  })
}

test('what is asked to be put right is put right at the counter, with the card in hand', async () => {
  const second = await given.officer(app, { district: '370202' })
  await giveDuty(app, office.administrator, second, 'counter', '370202')
  const { id } = await takeIn(presented(IDS[7], '冯婆婆'))
  await officerStep(app, second, id, 'correct')
  const params = { caseId: id }
  expect((await as(office.reviewer).officerCase({ params })).choices).toEqual([])
  const waiting = await as().officerCase({ params })
  expect(waiting.choices).toMatchObject([
    { step: 'resubmit', onBehalf: true, blocked: null },
    { step: 'giveUp', onBehalf: true },
  ])
  const body = again(waiting, 'resubmit')
  await refused('cases.idCardNeeded', as().officerStep({ params, body }))
  await refused('cases.notApplicant', as(office.reviewer).officerStep({ params, body: { ...body, checked: 'idCard' } }))
  const back = await as().officerStep({ params, body: { ...body, checked: 'idCard' } })
  expect(back).toMatchObject({ stage: { id: 'submitted' } })
  expect(back.events.find(({ step }) => step === 'resubmit')).toMatchObject({
    byProxy: true,
    reason: { words: '已核验居民身份证，本人在窗口办理' },
  })
  // Who has spoken for the applicant does not judge him.
  await refused('cases.ownCase', as().officerStep({ params, body: bodyOf(back, 'accept') }))
  expect((await officerStep(app, second, id, 'accept')).stage.id).toBe('reviewing')
})

test('for who has a phone nobody at a counter takes the steps of an applicant', async () => {
  const { id } = await givenCase(app, await givenInsured(app), SERVICE, { answers: { injuredOn: '2026-02-01' } })
  const params = { caseId: id }
  const file = await as().officerCase({ params })
  expect(file.choices.map(({ step }) => step)).not.toContain('withdraw')
  const body = { ...bodyOf(file, 'withdraw'), checked: 'idCard' } as const
  await refused('cases.notApplicant', as().officerStep({ params, body }))
})

test('who gets a phone later is given it at the counter by a code, and signs in to the same record', async () => {
  const file = await takeIn(presented(IDS[6], '郑爷爷'))
  const params = { personId: file.applicant.id }
  const phone = unusedPhone()
  const officer = app.as(accountsRoutes, office.counter)
  const give = (code: string, to = phone) => officer.givePhone({ params, body: { phone: to, code } })
  await refused('accounts.codeWrong', give('000000'))
  const taken = (await given.person(app)).phone
  await refused('accounts.phoneHasAccount', give(await newPhoneCodeFor(app, office.counter.token, taken), taken))
  expect(await give(await newPhoneCodeFor(app, office.counter.token, phone))).toMatchObject({ id: file.applicant.id })
  await refused('accounts.notAtCounter', give('000000', unusedPhone()))
  const anybody = app.as(accountsRoutes)
  const code = await codeFor(app, phone)
  const signedIn = await anybody.signInByCode({ body: { phone, code, client: 'program' } })
  expect(signedIn).toMatchObject({ personId: file.applicant.id, isNew: false })
  const own = { token: signedIn.token! }
  expect((await app.as(casesRoutes, own).myCases({ query: {} })).items.map(({ id }) => id)).toContain(file.id)
  const { items } = await app.as(accountsRoutes, own).listUnmaskings({ query: {} })
  expect(items).toMatchObject([{ field: 'phone', byOfficer: true, reason: '窗口登记手机号' }])
  expect((await as().officerCase({ params: { caseId: file.id } })).seen).toMatchObject({ onPaper: false })
  // Erased, nothing is left of the card, and it may be recorded anew.
  await app.as(accountsRoutes, own).eraseMe({ body: { proof: await proofFor(app, { ...own, phone }, 'erasure') } })
  expect((await officer.findPeople({ body: { by: 'residentId', value: IDS[6] } })).items).toEqual([])
  expect((await formFor(presented(IDS[6], '郑爷爷'))).seen).toMatchObject({ onPaper: true, otherRecords: 0 })
})

test('without the card in hand, or for himself in another record, an officer takes nobody in', async () => {
  const applicant = presented(IDS[0], '欧阳老')
  await refused('cases.idCardNeeded', takeIn(applicant, { checked: 'letter' }))
  const own = '370202197005050015'
  const { version } = await app.as(accountsRoutes, office.counter).getMe()
  await app.as(accountsRoutes, office.counter).changeMe({ body: { residentId: own, version } })
  await refused('cases.ownCase', takeIn(presented(own, '样例别名', 'another')))
})
