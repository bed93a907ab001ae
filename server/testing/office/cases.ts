import {
  type CaseDraft,
  type CaseFile,
  type CaseForm,
  type CaseRole,
  type CaseStepBody,
  casesRoutes,
  type DutyRole,
  type FieldValue,
} from '@renshu/contracts'
import type { Plain } from '@renshu/policy'
import type { z } from 'zod'
import { openSession } from '../../src/modules/accounts/index.ts'
import { fillHeldFacts } from '../../src/modules/policy/index.ts'
import type { TestApp } from '../app.ts'
import { given, type SomebodyGiven } from '../given.ts'
import { givenVerified, type OrganisationGiven, pdf } from '../registry.ts'
import { REFUND } from './policy.ts'

const CITY = '370200'
type Input = z.input<typeof CaseStepBody>
export type Answers = Record<string, FieldValue | null>

/** An officer of each role in a district, or in the whole city. */
export type Office = Record<DutyRole, SomebodyGiven> & { administrator: SomebodyGiven }
const ROLES: readonly DutyRole[] = ['counter', 'reviewer', 'approver', 'cashier']

/** Gives somebody a duty. */
export const giveDuty = (
  app: TestApp,
  administrator: SomebodyGiven,
  { personId }: SomebodyGiven,
  role: DutyRole,
  district: string | null,
) => app.as(casesRoutes, administrator).giveDuty({ body: { personId, role, district } })

export async function givenOffice(app: TestApp, district: string | null): Promise<Office> {
  const administrator = await given.officer(app, { administrator: true })
  const office: Partial<Office> = { administrator }
  for (const role of ROLES) {
    const officer = await given.officer(app, { name: `样例${role}`, district })
    await giveDuty(app, administrator, officer, role, district)
    office[role] = officer
  }
  return office as Office
}

/** What other authorities state of somebody. */
export const stated = (
  app: TestApp,
  subject: { kind: 'person' | 'organisation'; id: string },
  facts: Record<string, Plain>,
  on = '2026-03-01',
): Promise<void> =>
  app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    fillHeldFacts(
      { tx, city: CITY, ...app.clock },
      Object.entries(facts).map(([record, value]) => ({ subject, record, value, on, statedBy: '样例机关' })),
    ),
  )

const EXAMPLES: Record<string, FieldValue> = {
  text: '样例',
  district: '370202',
  money: '1000.00',
  ratio: '5%',
  integer: 3,
  date: '2026-02-10',
  months: 12,
  days: 30,
  boolean: true,
}

/** Something to answer a question with. */
export const exampleFor = ({ type, options }: Pick<CaseForm['fields'][number], 'type' | 'options'>): FieldValue =>
  type === 'choice' ? options![0]! : type === 'list' ? [options![0]!] : EXAMPLES[type]!

/** Answers to what is asked and not answered yet. */
const answersTo = ({ fields }: CaseForm, answers: Answers): Answers =>
  Object.fromEntries(
    fields
      .filter(({ state, answer, needed, fact }) => state === 'asked' && answer === null && (needed || fact))
      .map((field) => [field.key, answers[field.key] ?? exampleFor(field)]),
  )

/** Somebody who applies: for himself, for another as his helper, or for an organisation. */
export type Applicant = SomebodyGiven & { organisationId?: string; forPersonId?: string }
export const ownerOf = ({ id, owner }: OrganisationGiven): Applicant => ({ ...owner, organisationId: id })

/** What is held of a firm of the district that kept its people. */
export const KEPT_ITS_PEOPLE: Record<string, Plain> = { 'insurance.firmDistrict': '370202', ...REFUND }

/** A verified firm that kept its people, by its owner. */
export async function givenFirm(app: TestApp): Promise<Applicant & { organisationId: string }> {
  const firm = await givenVerified(app)
  await stated(app, { kind: 'organisation', id: firm.id }, KEPT_ITS_PEOPLE)
  return { ...firm.owner, organisationId: firm.id }
}

/** Somebody who is insured in the district. */
export async function givenInsured(app: TestApp): Promise<SomebodyGiven> {
  const person = await given.person(app)
  await stated(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370202' })
  return person
}

/** The routes of an applicant, whichever they are. */
export function desk(app: TestApp, applicant: Applicant) {
  const { organisationId, token, forPersonId } = applicant
  const client = app.as(casesRoutes, { token, ...(forPersonId && { forPersonId }) })
  const firm = organisationId ? { organisationId } : undefined
  return {
    client,
    begin: (service: string, mode: 'easy' | 'anywhere' | 'nearby' | 'assisted' = 'easy', acceptance?: string) => {
      const body = { service, mode, ...(acceptance && { acceptance }) }
      return firm ? client.firmBegin({ params: firm, body }) : client.myBegin({ body })
    },
    save: (draftId: string, body: Parameters<typeof client.mySave>[0]['body']) =>
      firm ? client.firmSave({ params: { ...firm, draftId }, body }) : client.mySave({ params: { draftId }, body }),
    upload: (caseId: string, paper: string, bytes = pdf(`${caseId} ${paper}`)) => {
      const call = { query: { paper, name: `${paper}.pdf` }, bytes }
      return firm
        ? client.firmUpload({ params: { ...firm, caseId }, ...call })
        : client.myUpload({ params: { caseId }, ...call })
    },
    submit: (draftId: string, version: number) =>
      firm
        ? client.firmSubmit({ params: { ...firm, draftId }, body: { version } })
        : client.mySubmit({ params: { draftId }, body: { version } }),
    file: (caseId: string): Promise<CaseFile> =>
      firm ? client.firmCase({ params: { ...firm, caseId } }) : client.myCase({ params: { caseId } }),
    step: (caseId: string, body: Input): Promise<CaseFile> =>
      firm ? client.firmStep({ params: { ...firm, caseId }, body }) : client.myStep({ params: { caseId }, body }),
  }
}

/** A form with everything that is asked answered, and every paper brought. */
export async function filledForm(
  app: TestApp,
  applicant: Applicant,
  service: string,
  { answers = {}, mode, acceptance }: { answers?: Answers; mode?: 'anywhere' | 'assisted'; acceptance?: string } = {},
): Promise<CaseDraft> {
  const at = desk(app, applicant)
  let draft = await at.begin(service, mode, acceptance)
  for (let round = 0; round < 5 && !draft.form.ready; round++) {
    const papers: Record<string, { file: string }> = {}
    for (const { id, state } of draft.form.papers)
      if (state === 'needed') papers[id] = { file: (await at.upload(draft.id, id)).file!.id }
    const body = { version: draft.version, answers: answersTo(draft.form, answers), papers }
    draft = await at.save(draft.id, body)
  }
  return draft
}

/** A case that somebody has applied for. */
export async function givenCase(
  app: TestApp,
  applicant: Applicant,
  service: string,
  wanted: Parameters<typeof filledForm>[3] = {},
): Promise<CaseFile> {
  const draft = await filledForm(app, applicant, service, wanted)
  return desk(app, applicant).submit(draft.id, draft.version)
}

/** What a step needs, from what the case says of it; differences are taken over. */
export function bodyOf(file: CaseFile, step: string, changes: Partial<Input> = {}): Input {
  const choice = file.choices.find((one) => one.step === step)
  const { reasons = [], words = false, differences = [], seen = null } = choice?.needs ?? {}
  const resolve = differences.map(({ key, now }) => [key, now === null ? { keep: '样例' } : { take: now }])
  return {
    step,
    expected: file.n,
    ...((reasons.length > 0 || words) && {
      reason: { ...(reasons[0] && { id: reasons[0].id }), ...(words && { words: '样例说明' }) },
    }),
    ...(differences.length > 0 && { resolve: Object.fromEntries(resolve) as NonNullable<Input['resolve']> }),
    ...(seen !== null && { seen }),
    ...changes,
  }
}

/** An officer takes a step, as the case stands. */
export async function officerStep(
  app: TestApp,
  officer: SomebodyGiven,
  caseId: string,
  step: string,
  changes: Partial<Input> = {},
): Promise<CaseFile> {
  const client = app.as(casesRoutes, officer)
  const file = await client.officerCase({ params: { caseId } })
  return client.officerStep({ params: { caseId }, body: bodyOf(file, step, changes) })
}

/** Takes steps one after the other, each by the officer of the role it needs. */
export async function throughOffice(
  app: TestApp,
  office: Office,
  caseId: string,
  steps: readonly (readonly [role: Exclude<CaseRole, 'applicant' | 'clock'>, step: string])[],
): Promise<CaseFile> {
  let file: CaseFile | undefined
  for (const [role, step] of steps) file = await officerStep(app, office[role], caseId, step)
  return file!
}

/** Runs work that is otherwise done at night. */
export async function runJob(app: TestApp, name: string, data: Record<string, unknown> = {}): Promise<void> {
  const { jobsOf } = await import('../../src/parts.ts')
  await jobsOf(app.services)
    .find((job) => job.name === name)!
    .run(data)
}
export const strikeClock = (app: TestApp): Promise<void> => runJob(app, 'cases.clock')

/** Moves the clock; people sign in anew, since sessions end. */
export async function waitUntil(app: TestApp, instant: string, people: readonly SomebodyGiven[]): Promise<void> {
  app.clock.set(instant)
  const { secrets, database } = app.services
  await database.transaction({ kind: 'system', city: CITY }, async (tx) => {
    const signIn = { userAgent: 'test', confirmed: true }
    for (const somebody of people)
      somebody.token = await openSession({ tx, city: CITY, secrets, ...app.clock }, { ...somebody, ...signIn })
  })
}
