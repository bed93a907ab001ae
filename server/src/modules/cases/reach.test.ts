import { casesRoutes, documentRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import {
  type Applicant,
  bodyOf,
  desk,
  filledForm,
  givenCase,
  givenOffice,
  giveDuty,
  type Office,
  officerStep,
  givenFirm,
} from '../../../testing/office/cases.ts'
import { refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { pdf } from '../../../testing/registry.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

const REFUND = 'job-retention-refund'
const as = (somebody: SomebodyGiven) => app.as(casesRoutes, somebody)
const NEW = () => app.clock.newId()

async function underReview(applicant: Applicant, account: string): Promise<string> {
  const { id } = await givenCase(app, applicant, REFUND, { answers: { account } })
  await officerStep(app, office.counter, id, 'accept')
  return id
}

test('of two cases of one applicant that are granted at the same moment one is, the other waits until it is paid', async () => {
  const applicant = await givenFirm(app)
  const second = await given.officer(app, { district: '370202' })
  await giveDuty(app, office.administrator, second, 'reviewer', '370202')
  for (let round = 0; round < 3; round++) {
    const ids = [await underReview(applicant, `甲行${round}`), await underReview(applicant, `乙行${round}`)]
    const reviewers = [office.reviewer, second]
    const files = await Promise.all(ids.map((caseId, at) => as(reviewers[at]!).officerCase({ params: { caseId } })))
    const answers = await Promise.allSettled(
      files.map((file, at) =>
        as(reviewers[at]!).officerStep({ params: { caseId: file.id }, body: bodyOf(file, 'pass') }),
      ),
    )
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []))
    expect(lost).toMatchObject([{ problem: { code: 'cases.grantedElsewhere' } }])
    const won = answers.findIndex(({ status }) => status === 'fulfilled')
    await officerStep(app, office.approver, ids[won]!, 'sendBack')
    for (const id of ids) await officerStep(app, reviewers[0]!, id, 'fail')
  }
})

test('somebody who has objected to a notice waits for the answer before he objects again', async () => {
  const id = await underReview(await givenFirm(app), '公示行')
  await officerStep(app, office.reviewer, id, 'pass')
  await officerStep(app, office.approver, id, 'approve')
  const { items } = await app.as(casesRoutes).notices({ query: {} })
  const params = { noticeId: items[0]!.id }
  const somebody = await given.person(app)
  const object = () => as(somebody).object({ params, body: { text: '样例异议' } })
  await object()
  await refused('cases.alreadyObjected', object())
  await as(await given.person(app)).object({ params, body: { text: '另一人的异议' } })
  const own = async () => (await as(office.counter).officerCase({ params: { caseId: id } })).objections
  expect(await own()).toHaveLength(2)
  const [first] = await own()
  await as(office.counter).answerObjection({ params: { objectionId: first!.id }, body: { answer: '不成立' } })
  await object()
  expect(await own()).toHaveLength(3)
})

test('no case is taken in under the id of a form that somebody else is filling in', async () => {
  const applicant = await givenFirm(app)
  const draft = await filledForm(app, applicant, REFUND)
  const { organisationId } = await givenFirm(app)
  const body = {
    service: REFUND,
    applicant: { organisationId: organisationId! },
    mode: 'anywhere' as const,
    id: draft.id,
    checked: 'letter' as const,
    answers: { account: '样例行' },
  }
  await refused('cases.alreadySent', as(office.counter).takeIn({ body }))
  const { id } = await desk(app, applicant).submit(draft.id, draft.version)
  expect(id).toBe(draft.id)
})

test('an officer without a duty looks into no case, writes to nobody and brings no papers', async () => {
  const applicant = await givenFirm(app)
  const { id: caseId } = await givenCase(app, applicant, REFUND)
  const idle = await given.officer(app, { district: '370202' })
  const params = { caseId }
  await refused('cases.noDuty', as(idle).officerCase({ params }))
  await refused('cases.noDuty', as(idle).officerCases({ query: {} }))
  await refused('cases.noDuty', as(idle).officerMessage({ params, body: { text: '样例' } }))
  await refused('cases.noDuty', as(idle).decideCase({ params, body: { step: 'pass' } }))
  await refused('cases.noDuty', as(idle).caseDocuments({ params }))
  const upload = { query: { paper: 'letter', name: '样例.pdf' }, bytes: pdf('样例') }
  await refused('cases.noDuty', as(idle).counterUpload({ params: { caseId: NEW() }, ...upload }))
  await refused('cases.noDuty', as(office.reviewer).counterUpload({ params: { caseId: NEW() }, ...upload }))
  expect((await as(office.counter).counterUpload({ params: { caseId: NEW() }, ...upload })).by).toBe('file')
  expect((await as(office.administrator).officerCase({ params })).id).toBe(caseId)
  expect((await as(office.reviewer).officerCase({ params })).id).toBe(caseId)
})

test('an officer with a duty elsewhere finds no case here, whatever he asks of it', async () => {
  const { id: caseId } = await givenCase(app, await givenFirm(app), REFUND)
  const elsewhere = await given.officer(app, { district: '370203' })
  await giveDuty(app, office.administrator, elsewhere, 'reviewer', '370203')
  const params = { caseId }
  const his = as(elsewhere)
  const file = await as(office.reviewer).officerCase({ params })
  const upload = { query: { paper: 'letter', name: '样例.pdf' }, bytes: pdf('样例') }
  for (const ask of [
    () => his.officerCase({ params }),
    () => his.officerStep({ params, body: bodyOf(file, 'accept') }),
    () => his.decideCase({ params, body: { step: 'pass' } }),
    () => his.assign({ params, body: { personId: elsewhere.personId, reason: '样例', expected: file.n } }),
    () => his.colleagues({ params }),
    () => his.lookAtAccount({ params: { caseId, factKey: 'account' }, body: { reason: '样例' } }),
    () => his.officerUpload({ params, ...upload }),
    () => his.officerPaper({ params: { caseId, fileId: NEW() } }),
    () => his.officerMessages({ params, query: {} }),
    () => his.officerMessage({ params, body: { text: '样例' } }),
    () => his.officerSeen({ params }),
    () => his.chain({ params }),
    () => app.as(documentRoutes, elsewhere).caseDocuments({ params }),
    () => app.as(documentRoutes, elsewhere).caseDocument({ params: { caseId, documentId: NEW() } }),
  ])
    await refused('cases.noCase', ask())
})
