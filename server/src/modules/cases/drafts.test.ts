import { casesRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { desk, filledForm, stated, givenInsured } from '../../../testing/office/cases.ts'
import { given } from '../../../testing/given.ts'
import { givenVerified } from '../../../testing/registry.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const CLAIM = 'supplementary-injury'

test('a form lies there on every device: begun once, gone on with, saved, dropped', async () => {
  const person = await given.person(app)
  const at = desk(app, person)
  const [first, second] = await Promise.all([at.begin(CLAIM), at.begin(CLAIM)])
  expect(second.id).toBe(first.id)
  const saved = await at.save(first.id, { version: 1, answers: { medicalCost: '22189.16' } })
  expect(saved.version).toBe(2)
  const other = await at.client.myDraft({ params: { draftId: first.id } })
  expect(other.form.fields.find(({ key }) => key === 'medicalCost')).toMatchObject({
    answer: '22189.16',
    state: 'asked',
  })
  expect((await at.client.myDrafts()).items).toMatchObject([{ id: first.id, keptUntil: '2026-05-31' }])
  await at.client.myDrop({ params: { draftId: first.id } })
  await refused('cases.noDraft', at.client.myDraft({ params: { draftId: first.id } }))
})

test('two devices write to one form: what only one changed is kept, what both changed is shown to the second', async () => {
  const at = desk(app, await given.person(app))
  const { id } = await at.begin(CLAIM)
  await at.save(id, { version: 1, answers: { medicalCost: '100.00', account: '甲' } })
  const late = await at.save(id, { version: 1, answers: { medicalCost: '200.00', insuredDistrict: '370202' } })
  expect(late.conflicts).toEqual([{ key: 'medicalCost', stored: '100.00', sent: '200.00' }])
  const answer = (key: string) => late.form.fields.find((field) => field.key === key)!.answer
  expect([answer('medicalCost'), answer('account'), answer('insuredDistrict')]).toEqual(['100.00', '甲', '370202'])
  const settled = await at.save(id, { version: late.version, answers: { medicalCost: '200.00' } })
  expect(settled.conflicts).toEqual([])
  expect(settled.form.fields.find(({ key }) => key === 'medicalCost')!.answer).toBe('200.00')
})

test('a form is not sent unseen: one changed on another device has to be looked at first', async () => {
  const person = await givenInsured(app)
  const at = desk(app, person)
  const draft = await filledForm(app, person, CLAIM)
  await at.save(draft.id, { version: draft.version, answers: { medicalCost: '9.99' } })
  await refused('cases.draftMoved', at.submit(draft.id, draft.version))
  await at.submit(draft.id, draft.version + 1)
  await refused('cases.alreadySent', at.save(draft.id, { version: 1, answers: {} }))
})

test('what is known is filled in with its day and not asked; what the policy says is shown as one types', async () => {
  const person = await given.person(app)
  await stated(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370203' }, '2026-02-20')
  const at = desk(app, person)
  const { id, version, form } = await at.begin(CLAIM)
  expect(form.fields.find(({ key }) => key === 'insuredDistrict')).toMatchObject({
    state: 'known',
    known: { value: '370203', shown: '市北区', on: '2026-02-20' },
  })
  expect(form).toMatchObject({ ready: false, decision: { outcome: 'unknown' } })
  const asked = Object.fromEntries(
    form.fields
      .filter(({ state, fact }) => state === 'asked' && fact)
      .map(({ key, type }) => [key, type === 'money' ? '22189.16' : type === 'date' ? '2026-02-01' : true]),
  )
  const saved = await at.save(id, { version, answers: asked })
  expect(saved.form.decision).toMatchObject({ outcome: 'granted', amount: { shown: '18,775.79' } })
  const wrong = await at.save(id, { version: saved.version, answers: { medicalCost: 'NaN' } })
  expect(wrong.form.fields.find(({ key }) => key === 'medicalCost')!.wrong).not.toBeNull()
})

test('a service is begun by whom it is for, in a way it is offered', async () => {
  const person = await given.person(app)
  const at = desk(app, person)
  await refused('cases.wrongApplicant', at.begin('job-retention-refund'))
  await refused('cases.wrongApplicant', at.begin('monthly-visit'))
  await refused('cases.noService', at.begin('nonsense'))
  await refused('cases.unknownDistrict', at.begin(CLAIM, 'anywhere', '110101'))
  const { id, owner } = await givenVerified(app)
  const firm = desk(app, { ...owner, organisationId: id })
  await refused('cases.wrongApplicant', firm.begin(CLAIM))
  const stranger = app.as(casesRoutes, person)
  await refused('platform.accessDenied', stranger.firmDrafts({ params: { organisationId: id } }))
})
