import { loadServices } from '@renshu/policy-files'
import { CITIES } from '../../src/city/index.ts'
import type { TestApp } from '../app.ts'
import type { Household } from './world.ts'

const AT = '2026-03-01T00:00:00Z'
const DAY = '2026-03-01'
const HASH = 'ab'.repeat(32)
export const SERVICE = 'annual-report'
const versions = new Map<string, string>()

function versionIn(city: string): string {
  if (!versions.has(city))
    for (const { prepared } of loadServices(CITIES, city).services)
      if (prepared.service.key === SERVICE) versions.set(city, prepared.version)
  return versions.get(city)!
}

interface Filing {
  household: Household
  secret: string
  seal: (text: string) => string
}
type Rows = [table: string, row: object][]

const whoseOf = ({ owner, organisationId }: Household) => ({
  person_id: owner.personId,
  organisation_id: organisationId,
})

/** The case itself, which waits at a counter. */
const caseRow = ({ household, secret }: Filing): object => ({
  id: household.ids['caseId'],
  code: `20260301-${secret}`,
  service: SERVICE,
  version: versionIn(household.city),
  ...whoseOf(household),
  concerned: [],
  mode: 'easy',
  decision: household.district,
  effective: DAY,
  answers_hash: HASH,
  stage: 'submitted',
  n: 1,
  head: HASH,
  since: DAY,
  submitted_at: AT,
  submitted_on: DAY,
  changed_at: AT,
  waits_for: 'office',
  roles: ['counter'],
  place: household.district,
  objections: 1,
})

/** What hangs on a case. */
function attachedRows({ household, secret, seal }: Filing): Rows {
  const { district, owner, officer, ids } = household
  const within = { case_id: ids['caseId'] }
  const author = owner.personId
  const result = { key: `${ids['caseId']}/result`, kind: 'recordReport', ...within }
  const event = { n: 1, at: AT, step: 'submit', actor: author, command: 'c', seal: HASH, prev: HASH, hash: HASH }
  const paper = { paper: 'accounts', name: secret, type: 'application/pdf', size: 1, sha256: HASH, ...within }
  const notice = { title: { zh: '年报', en: 'Report' }, stage: { zh: '公示', en: 'Published' }, facts: [], ...within }
  const objection = { notice_id: ids['noticeId'], person_id: author, text_sealed: seal(secret), made_at: AT, ...within }
  return [
    ['cases.event', { ...event, ...within }],
    ['cases.outcome', { ...result, n: 1, reached_at: AT }],
    ['cases.revision', { ...within, by_case_id: ids['caseId'], revised_on: DAY }],
    ['cases.paper', { ...paper, id: ids['fileId'], uploaded_at: AT, uploaded_by: author }],
    ['cases.message', { ...within, side: 'applicant', author_id: author, text_sealed: seal(secret), sent_at: AT }],
    ['cases.handover', { ...within, n: 1, by_person_id: officer.personId, reason: secret, made_at: AT }],
    ['cases.notice', { ...notice, id: ids['noticeId'], service: SERVICE, decision: district, from_on: DAY }],
    ['cases.objection', { ...objection, id: ids['objectionId'], status: 'open' }],
  ]
}

/** Forms that were not sent: one of the organisation, one of the owner himself. */
function draftRows({ household, seal }: Filing): Rows {
  const { organisationId, owner, ids } = household
  const form = { mode: 'easy', concerned: [], answers_sealed: seal('{}'), papers: {}, started_at: AT, saved_at: AT }
  const firm = { id: ids['draftId'], service: SERVICE, organisation_id: organisationId }
  const own = { service: 'supplementary-injury', person_id: owner.personId }
  return [
    ['cases.draft', { ...form, ...firm, version: 1 }],
    ['cases.draft', { ...form, ...own, version: 1 }],
  ]
}

/** The office: a duty, a counter with appointments, a definition that runs no more, a look. */
function officeRows({ household, secret }: Filing): Rows {
  const { district, owner, officer, ids } = household
  const { counterId, appointmentId } = ids
  const hours = [{ weekday: 1, from: '09:00', until: '11:30', afterHours: false }]
  const counter = { district, name: '窗口', address: '示例路', minutes: 30, places: 1, hours, version: 1 }
  const booked = { starts_at: AT, minutes: 30, note: secret, status: 'booked', booked_at: AT, changed_at: AT }
  const booking = { counter_id: counterId, district, ...booked, version: 1 }
  const definition = { version: HASH, file: 'a.yaml', source: {}, since: AT, running: false }
  return [
    ['cases.definition', { key: `example-${district}`, ...definition }],
    ['cases.duty', { id: ids['dutyId'], person_id: officer.personId, role: 'counter', district, since: DAY }],
    ['cases.counter', { id: counterId, ...counter }],
    ['cases.appointment', { id: appointmentId, case_id: ids['caseId'], ...whoseOf(household), ...booking }],
    ['cases.appointment', { person_id: owner.personId, ...booking }],
    ['cases.look', { ...whoseOf(household), service: SERVICE, looked_by: officer.personId, looked_at: AT }],
  ]
}

/** A case of the owner and the organisation that waits at a counter, with everything that may hang on one. */
export function caseRows({ services }: TestApp, household: Household, secret: string): Rows {
  const filing = { household, secret, seal: (text: string) => services.secrets.seal(text) }
  return [['cases.case', caseRow(filing)], ...attachedRows(filing), ...draftRows(filing), ...officeRows(filing)]
}

/** What a path names of them. */
export const CASE_IDS = [
  'caseId',
  'draftId',
  'noticeId',
  'objectionId',
  'counterId',
  'appointmentId',
  'dutyId',
  'entitlementId',
  'documentId',
] as const
