import { accountsRoutes, type CaseFile, casesRoutes, policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { invitationFor, refused } from '../../../testing/codes.ts'
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
  ownerOf,
  stated,
  givenFirm,
  givenInsured,
  KEPT_ITS_PEOPLE,
} from '../../../testing/office/cases.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { givenVerified } from '../../../testing/registry.ts'
import { joinOrganisation } from '../accounts/index.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

const REFUND = 'job-retention-refund'

const seenBy = (officer: SomebodyGiven, caseId: string) =>
  app.as(casesRoutes, officer).officerCase({ params: { caseId } })
const take = (officer: SomebodyGiven, file: CaseFile, step: string, changes = {}) =>
  app.as(casesRoutes, officer).officerStep({ params: { caseId: file.id }, body: bodyOf(file, step, changes) })

/** A case that a reviewer is to look at. */
async function underReview(applicant: Applicant): Promise<CaseFile> {
  const { id } = await givenCase(app, applicant, REFUND)
  return officerStep(app, office.counter, id, 'accept')
}

test('who stated what decides about the sum neither passes nor approves it', async () => {
  const applicant = await givenFirm(app)
  const body = {
    subject: { organisationId: applicant.organisationId! },
    record: 'insurance.unemploymentPaid',
    value: '99999.00',
    on: '2026-03-02',
    statedBy: '样例机关',
  }
  await app.as(policyRoutes, office.reviewer).recordHeldFact({ body })
  const file = await underReview(applicant)
  await refused('cases.statedFacts', take(office.reviewer, await seenBy(office.reviewer, file.id), 'pass'))
  const other = await given.officer(app, { district: '370202' })
  await giveDuty(app, office.administrator, other, 'reviewer', '370202')
  expect((await take(other, await seenBy(other, file.id), 'pass')).stage.id).toBe('approving')
})

describe('at once', () => {
  test('of two reviewers who pass at the same moment one is obeyed, the other told that the case moved on', async () => {
    const file = await underReview(await givenFirm(app))
    const second = await given.officer(app, { district: '370202' })
    await giveDuty(app, office.administrator, second, 'reviewer', '370202')
    const [mine, hers] = await Promise.all([seenBy(office.reviewer, file.id), seenBy(second, file.id)])
    const answers = await Promise.allSettled([take(office.reviewer, mine, 'pass'), take(second, hers, 'pass')])
    const lost = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    expect(lost).toHaveLength(1)
    expect(lost[0]!.reason).toMatchObject({ problem: { code: 'cases.movedOn' } })
    expect((await seenBy(office.reviewer, file.id)).events).toHaveLength(3)
  })
  test('a form sent twice at the same moment, and once more later, is one case', async () => {
    const applicant = await givenFirm(app)
    const draft = await filledForm(app, applicant, REFUND)
    const send = () => desk(app, applicant).submit(draft.id, draft.version)
    const [first, second] = await Promise.all([send(), send()])
    const third = await send()
    expect([second.id, third.id, first.id]).toEqual([draft.id, draft.id, draft.id])
    expect(third.events).toHaveLength(1)
    const { total } = await app.as(casesRoutes, applicant).firmCases({
      params: { organisationId: applicant.organisationId! },
      query: {},
    })
    expect(total).toBe(1)
  })
  test('the same command sent twice is obeyed once', async () => {
    const file = await underReview(await givenFirm(app))
    const seen = await seenBy(office.reviewer, file.id)
    const command = app.clock.newId()
    const first = await take(office.reviewer, seen, 'pass', { command })
    const again = await take(office.reviewer, seen, 'pass', { command })
    expect(again.n).toBe(first.n)
  })
  test('an application that says the same as one under way is not taken in again', async () => {
    const applicant = await givenFirm(app)
    const { code } = await givenCase(app, applicant, REFUND)
    const error = await givenCase(app, applicant, REFUND).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ problem: { code: 'cases.alreadyOpen' } })
    expect(String(error)).toContain(code)
  })
})

describe('who may act', () => {
  test('a stranger sees no case, and nobody takes a step of another role', async () => {
    const file = await underReview(await givenFirm(app))
    const stranger = ownerOf(await givenVerified(app))
    await refused('cases.noCase', desk(app, stranger).file(file.id))
    await refused('cases.noCase', desk(app, await given.person(app)).file(file.id))
    await refused('cases.notYourRole', officerStep(app, office.counter, file.id, 'pass', { seen: 'a'.repeat(64) }))
    const elsewhere = await given.officer(app, { district: '370211' })
    await refused('cases.noCase', seenBy(elsewhere, file.id))
  })
  test('a helper acts while the mandate names cases and stands, and no longer', async () => {
    const person = await given.person(app, { name: '样例申请人' })
    const helper = await given.person(app, { name: '样例代办人' })
    await stated(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370202' })
    const forHim = { ...helper, forPersonId: person.personId }
    await refused('platform.accessDenied', desk(app, forHim).begin('supplementary-injury'))
    const own = app.as(accountsRoutes, person)
    await lendHand(person, helper)
    const file = await givenCase(app, forHim, 'supplementary-injury', { mode: 'assisted' })
    expect(file.events[0]).toMatchObject({ byProxy: true, mine: true })
    expect((await desk(app, person).file(file.id)).events[0]).toMatchObject({ byProxy: true, mine: false })
    const { items } = await own.listHelpers()
    await own.endHelper({ params: { helperId: items[0]!.id } })
    await refused('platform.accessDenied', desk(app, forHim).step(file.id, bodyOf(file, 'withdraw')))
    expect((await desk(app, person).step(file.id, bodyOf(file, 'withdraw'))).stage.end).toBe('withdrawn')
  })
  test('nobody decides on himself, his own firm, or one he has applied for', async () => {
    const firm = await givenVerified(app)
    const applicant = ownerOf(firm)
    await stated(app, { kind: 'organisation', id: firm.id }, KEPT_ITS_PEOPLE)
    const insider = await given.officer(app, { district: '370202' })
    await giveDuty(app, office.administrator, insider, 'reviewer', '370202')
    const file = await underReview(applicant)
    await joinFirm(insider, firm.id)
    expect((await seenBy(insider, file.id)).choices).toEqual([])
    await refused('cases.ownCase', officerStep(app, insider, file.id, 'pass', { seen: 'a'.repeat(64) }))
    await refused(
      'cases.ownCase',
      app.as(casesRoutes, insider).assign({
        params: { caseId: file.id },
        body: { personId: null, reason: '顺手', expected: file.n },
      }),
    )
  })
  test('an officer’s other record keeps him out like his own, and gives him nothing', async () => {
    const residentId = '370202194001010020'
    const bears = (somebody: SomebodyGiven) =>
      app.as(accountsRoutes, somebody).changeMe({ body: { residentId, version: 1 } })
    const officer = await given.officer(app, { district: '370202' })
    await giveDuty(app, office.administrator, officer, 'reviewer', '370202')
    const [person, firm] = [await givenInsured(app), await givenFirm(app)]
    const ofPerson = await givenCase(app, person, 'supplementary-injury', { answers: { injuredOn: '2026-02-03' } })
    const ofFirm = await underReview(firm)
    await officerStep(app, office.counter, ofPerson.id, 'accept')
    expect((await seenBy(officer, ofPerson.id)).choices).not.toEqual([])
    for (const somebody of [officer, person, firm]) await bears(somebody)
    for (const { id } of [ofPerson, ofFirm]) {
      expect((await seenBy(officer, id)).choices).toEqual([])
      await refused('cases.ownCase', officerStep(app, officer, id, 'pass', { seen: 'a'.repeat(64) }))
      const { items } = await app.as(casesRoutes, office.administrator).colleagues({ params: { caseId: id } })
      expect(items.map((duty) => duty.person.id)).not.toContain(officer.personId)
    }
    const body = {
      subject: { personId: person.personId },
      record: 'insurance.supplement',
      value: true,
      on: '2026-03-02',
      statedBy: '样例机关',
    }
    await refused('policy.ownCase', app.as(policyRoutes, officer).recordHeldFact({ body }))
  })
  test('who passed does not approve, and who passed or approved does not pay', async () => {
    const all = await given.officer(app, { district: '370202' })
    for (const role of ['reviewer', 'approver', 'cashier'] as const)
      await giveDuty(app, office.administrator, all, role, '370202')
    const file = await underReview(await givenFirm(app))
    const passed = await officerStep(app, all, file.id, 'pass')
    const approve = (await seenBy(all, file.id)).choices.find(({ step }) => step === 'approve')
    expect(approve).toMatchObject({ blocked: { code: 'cases.samePerson' } })
    await refused('cases.samePerson', take(all, passed, 'approve', { seen: 'a'.repeat(64) }))
  })
  test('duties are given by an administrator, never to himself and only to officers', async () => {
    const { administrator, reviewer } = office
    await refused('cases.ownDuty', giveDuty(app, administrator, administrator, 'reviewer', null))
    await refused('cases.notAnOfficer', giveDuty(app, administrator, await given.person(app), 'reviewer', '370202'))
    await refused('cases.notAnOfficer', giveDuty(app, administrator, reviewer, 'reviewer', null))
    await refused('cases.dutyGiven', giveDuty(app, administrator, reviewer, 'reviewer', '370202'))
    await refused('platform.accessDenied', giveDuty(app, reviewer, administrator, 'reviewer', null))
  })
})

describe('facts that change', () => {
  test('a fact that changes during review is taken or kept with a reason, and the decision is computed anew', async () => {
    const applicant = await givenFirm(app)
    const file = await underReview(applicant)
    const subject = { kind: 'organisation', id: applicant.organisationId! } as const
    await stated(app, subject, { 'insurance.unemploymentPaid': '10000.00' }, '2026-03-02')
    const seen = await seenBy(office.reviewer, file.id)
    const { needs } = seen.choices.find(({ step }) => step === 'pass')!
    expect(needs.differences).toMatchObject([{ key: 'paid', wasShown: '12,345.67', nowShown: '10,000.00' }])
    await refused('cases.factsDiffer', take(office.reviewer, seen, 'pass', { resolve: {} }))
    await refused('cases.factsDiffer', take(office.reviewer, seen, 'pass', { resolve: { paid: { take: '99999.00' } } }))
    const params = { caseId: file.id }
    const resolve = { paid: { take: '10000.00' } }
    const tried = await app.as(casesRoutes, office.reviewer).decideCase({ params, body: { step: 'pass', resolve } })
    expect(tried).toMatchObject({ outcome: 'granted', amount: { fen: 600_000 } })
    const passed = await take(office.reviewer, seen, 'pass', { resolve })
    expect(passed).toMatchObject({ amount: { fen: 600_000 }, decided: { id: expect.any(String) as string } })
  })
  test('what is approved is what was reviewed: other facts go back to the reviewer', async () => {
    const applicant = await givenFirm(app)
    const file = await underReview(applicant)
    const passed = await officerStep(app, office.reviewer, file.id, 'pass')
    const subject = { kind: 'organisation', id: applicant.organisationId! } as const
    await stated(app, subject, { 'insurance.unemploymentPaid': '20000.00' }, '2026-03-02')
    await refused('cases.reviewAgain', officerStep(app, office.approver, file.id, 'approve'))
    const back = await officerStep(app, office.approver, file.id, 'sendBack')
    expect(back).toMatchObject({ stage: { id: 'reviewing' }, amount: null })
    const { fen } = (await officerStep(app, office.reviewer, file.id, 'pass')).amount!
    expect(fen).toBe(1_200_000)
    expect((await officerStep(app, office.approver, file.id, 'approve')).stage.id).toBe('published')
    expect(passed.amount!.fen).toBe(740_740)
  })
  test('a decision on facts that were not seen is refused as stale', async () => {
    const file = await underReview(await givenFirm(app))
    await refused('cases.staleFacts', officerStep(app, office.reviewer, file.id, 'pass', { seen: 'b'.repeat(64) }))
  })
  test('what a record answers is not asked, what the form does not ask is refused, and an empty answer is none', async () => {
    const applicant = await givenFirm(app)
    const at = desk(app, applicant)
    const draft = await filledForm(app, applicant, REFUND)
    expect(draft.form.fields.find(({ key }) => key === 'paid')).toMatchObject({ state: 'known' })
    await refused('cases.unknownField', at.save(draft.id, { version: draft.version, answers: { nonsense: 1 } }))
    const wrong = await at.save(draft.id, { version: draft.version, answers: { account: '' } })
    expect(wrong.form).toMatchObject({ ready: false })
    await refused('cases.fieldsWrong', at.submit(draft.id, wrong.version))
  })
  test('a second grant waits until the first is paid: the limits of the policy look at payments', async () => {
    const applicant = await givenFirm(app)
    const first = await underReview(applicant)
    const other = await givenCase(app, applicant, REFUND, { answers: { account: '另一个账户' } })
    await officerStep(app, office.counter, other.id, 'accept')
    await officerStep(app, office.reviewer, first.id, 'pass')
    await refused('cases.grantedElsewhere', officerStep(app, office.reviewer, other.id, 'pass'))
  })
})

test('what the policy refuses nobody is offered to pass, and the refusal is proposed with the clause and its values', async () => {
  const applicant = await givenFirm(app)
  const subject = { kind: 'organisation', id: applicant.organisationId } as const
  await stated(app, subject, { 'insurance.unemploymentClaimants': 20 }, '2026-03-02')
  const file = await underReview(applicant)
  const { choices } = await seenBy(office.reviewer, file.id)
  const of = (step: string) => choices.find((one) => one.step === step)!
  expect(of('pass').blocked).toMatchObject({ code: 'cases.notEntitled' })
  const { proposed } = of('fail').needs
  expect(proposed).toMatchObject({ reason: 'notEntitled' })
  expect(proposed!.words).toMatch(/^不符合“裁员率不高于 5.5%.+”（.+）：裁员率 10%，新领失业金人数 20，/)
  expect((await desk(app, applicant).file(file.id)).choices.every(({ needs }) => needs.proposed === null)).toBe(true)
  const reason = { id: proposed!.reason!, words: proposed!.words }
  const failed = await officerStep(app, office.reviewer, file.id, 'fail', { reason })
  expect(failed.events.at(-1)).toMatchObject({ reason: { id: 'notEntitled', words: proposed!.words } })
})

describe('papers', () => {
  test('an upload that is not what it says is refused, whatever its name', async () => {
    const person = await given.person(app)
    const at = desk(app, person)
    const { id } = await at.begin('supplementary-injury')
    const page = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    await refused('files.unsupported', at.upload(id, 'diagnosis', page))
    await refused('files.empty', at.upload(id, 'diagnosis', new Uint8Array()))
    await refused('cases.unknownPaper', at.upload(id, 'nonsense'))
    await refused('cases.noCase', desk(app, await given.person(app)).upload(id, 'diagnosis'))
  })
  test('a paper stands for what it was brought for, and is read by the office and the applicant alone', async () => {
    const person = await givenInsured(app)
    const at = desk(app, person)
    const draft = await at.begin('supplementary-injury')
    const { file } = await at.upload(draft.id, 'diagnosis')
    const swapped = { version: draft.version, papers: { receipts: { file: file!.id } } }
    await refused('cases.unknownPaper', at.save(draft.id, swapped))
    await refused('cases.unknownPaper', at.save(draft.id, { ...swapped, papers: { diagnosis: { promised: true } } }))
    const filled = await filledForm(app, person, 'supplementary-injury', {
      answers: { medicalCost: '22189.16', injuredOn: '2026-02-01' },
    })
    const { id, papers } = await at.submit(filled.id, filled.version)
    const fileId = papers[0]!.file!.id
    const params = { caseId: id, fileId }
    expect((await at.client.myPaper({ params })).type).toBe('application/pdf')
    expect((await app.as(casesRoutes, office.reviewer).officerPaper({ params })).bytes.length).toBeGreaterThan(0)
    await refused('cases.noCase', app.as(casesRoutes, await given.person(app)).myPaper({ params }))
  })
  test('what is missing is asked for once more, corrected, and sent again', async () => {
    const person = await givenInsured(app)
    const at = desk(app, person)
    const { id } = await givenCase(app, person, 'supplementary-injury', { answers: { injuredOn: '2026-02-01' } })
    const asked = await officerStep(app, office.counter, id, 'correct', { reason: { words: '票据不清楚' } })
    expect(asked).toMatchObject({ waitsFor: 'applicant', stage: { id: 'correcting' } })
    await refused('cases.wordsNeeded', underCorrection(person))
    const own = await at.file(id)
    expect(own.events.at(-1)).toMatchObject({ role: 'counter', by: null, reason: { words: '票据不清楚' } })
    const { file } = await at.upload(id, 'receipts')
    const again = await at.step(id, bodyOf(own, 'resubmit', { papers: { receipts: { file: file!.id } } }))
    expect(again.stage.id).toBe('submitted')
    expect(again.papers.find(({ paper }) => paper === 'receipts')?.file).toMatchObject({ id: file!.id })
  })
})

/** A request to correct that does not say what. */
async function underCorrection(person: Applicant) {
  const { id } = await givenCase(app, person, 'supplementary-injury', { answers: { injuredOn: '2026-01-01' } })
  return officerStep(app, office.counter, id, 'correct', { reason: {} })
}

/** Somebody takes the mandate of somebody else to act in cases. */
async function lendHand(person: SomebodyGiven, helper: SomebodyGiven): Promise<void> {
  const body = { phone: helper.phone, purposes: ['cases' as const], until: '2026-12-31' }
  const code = await invitationFor(app, helper.phone, () => app.as(accountsRoutes, person).inviteHelper({ body }))
  await app.as(accountsRoutes, helper).acceptInvitation({ body: { code } })
}

/** An officer becomes a member of a firm. */
const joinFirm = ({ personId }: SomebodyGiven, organisationId: string): Promise<void> => {
  const { database, secrets } = app.services
  return database.transaction({ kind: 'system', city: '370200' }, async (tx) => {
    const desk = { tx, city: '370200', secrets, ...app.clock }
    await joinOrganisation(desk, { organisationId, personId, role: 'viewer', addedByPersonId: personId })
  })
}
