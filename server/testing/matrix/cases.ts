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

/** A case of the owner and the organisation that waits at a counter, with everything that may hang on one. */
export function caseRows({ services }: TestApp, household: Household, secret: string): [string, object][] {
  const { city, district, organisationId, owner, officer, ids } = household
  const seal = (text: string) => services.secrets.seal(text)
  const { caseId, draftId, noticeId, objectionId, counterId, appointmentId, dutyId, fileId } = ids
  const whose = { person_id: owner.personId, organisation_id: organisationId }
  const within = { case_id: caseId }
  const theCase = {
    id: caseId,
    code: `20260301-${secret}`,
    service: SERVICE,
    version: versionIn(city),
    ...whose,
    concerned: [],
    mode: 'easy',
    decision: district,
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
    place: district,
    objections: 1,
  }
  const event = {
    n: 1,
    at: AT,
    step: 'submit',
    actor: owner.personId,
    command: 'c',
    seal: HASH,
    prev: HASH,
    hash: HASH,
  }
  const names = { title: { zh: secret, en: secret }, stage: { zh: '公示', en: 'Published' } }
  const result = { key: `${caseId}/result`, kind: 'recordReport' }
  const paper = { paper: 'accounts', name: secret, type: 'application/pdf', size: 1, sha256: HASH }
  const hours = [{ weekday: 1, from: '09:00', until: '11:30', afterHours: false }]
  return [
    ['cases.case', theCase],
    ['cases.event', { ...event, ...within }],
    ['cases.outcome', { ...result, ...within, n: 1, reached_at: AT }],
    [
      'cases.result',
      { ...result, ...within, ...whose, service: SERVICE, district, reached_on: DAY, data_sealed: seal('{}') },
    ],
    [
      'cases.draft',
      {
        id: draftId,
        service: SERVICE,
        organisation_id: organisationId,
        mode: 'easy',
        concerned: [],
        answers_sealed: seal('{}'),
        papers: {},
        started_at: AT,
        saved_at: AT,
        version: 1,
      },
    ],
    [
      'cases.draft',
      {
        service: 'supplementary-injury',
        person_id: owner.personId,
        mode: 'easy',
        concerned: [],
        answers_sealed: seal('{}'),
        papers: {},
        started_at: AT,
        saved_at: AT,
        version: 1,
      },
    ],
    [
      'cases.definition',
      { key: `example-${district}`, version: HASH, file: 'a.yaml', source: {}, since: AT, running: false },
    ],
    ['cases.paper', { ...paper, ...within, id: fileId, uploaded_at: AT, uploaded_by: owner.personId }],
    [
      'cases.message',
      { ...within, side: 'applicant', author_id: owner.personId, text_sealed: seal(secret), sent_at: AT },
    ],
    ['cases.duty', { id: dutyId, person_id: officer.personId, role: 'counter', district, since: DAY }],
    ['cases.handover', { ...within, n: 1, by_person_id: officer.personId, reason: secret, made_at: AT }],
    [
      'cases.notice',
      {
        id: noticeId,
        ...within,
        ...names,
        title: { zh: '年报', en: 'Report' },
        service: SERVICE,
        facts: [],
        decision: district,
        from_on: DAY,
      },
    ],
    [
      'cases.objection',
      {
        id: objectionId,
        ...within,
        notice_id: noticeId,
        person_id: owner.personId,
        text_sealed: seal(secret),
        made_at: AT,
        status: 'open',
      },
    ],
    [
      'cases.counter',
      { id: counterId, district, name: '窗口', address: '示例路', minutes: 30, places: 1, hours, version: 1 },
    ],
    [
      'cases.appointment',
      {
        id: appointmentId,
        counter_id: counterId,
        district,
        ...within,
        ...whose,
        starts_at: AT,
        minutes: 30,
        note: secret,
        status: 'booked',
        booked_at: AT,
        changed_at: AT,
        version: 1,
      },
    ],
    [
      'cases.appointment',
      {
        counter_id: counterId,
        district,
        person_id: owner.personId,
        starts_at: AT,
        minutes: 30,
        note: secret,
        status: 'booked',
        booked_at: AT,
        changed_at: AT,
        version: 1,
      },
    ],
    ['cases.look', { ...whose, service: SERVICE, looked_by: officer.personId, looked_at: AT }],
  ]
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
