import { jobsRoutes, talentsRoutes } from '@renshu/contracts'
import type { TestApp } from '../app.ts'
import type { SomebodyGiven } from '../given.ts'
import { posting } from '../jobs.ts'
import type { Household } from './world.ts'

const AT = '2026-03-01T00:00:00Z'
const DAY = '2026-03-01'
const HASH = 'ab'.repeat(32)

/** What a desk and its owner have on the market before anything is public: a draft, a hidden profile, a saved search. */
export async function enterMarket(
  app: TestApp,
  { city, organisationId, owner }: Pick<Household, 'city' | 'organisationId' | 'owner'>,
  secret: string,
): Promise<Record<string, string>> {
  const session = { ...owner, city }
  const jobs = app.as(jobsRoutes, session)
  const place = city === '370200' ? '370211' : '371102'
  const draft = await jobs.post({
    params: { organisationId },
    body: posting({
      description: `${secret}：负责仓库装卸。`,
      places: [{ place, address: '', openings: 1 }],
      publish: false,
    }),
  })
  const { id: searchId } = await jobs.saveSearch({ body: { name: secret, query: 'q=%E5%8F%89%E8%BD%A6' } })
  const { id: talentId } = await app.as(talentsRoutes, session).save({
    body: { version: null, wishes: [{ title: '叉车司机' }], places: [place], summary: secret, visibility: 'hidden' },
  })
  return { jobId: draft.id, searchId, talentId, group: 'veteran' }
}

/**
 * What others may see of it: a posting of an agency with standing, one it has for another organisation, the open profile
 * of a seeker, and a profile that an agency keeps.
 */
export async function openMarket(
  app: TestApp,
  agency: Household,
  client: Household,
  seeker: SomebodyGiven,
): Promise<void> {
  const params = { organisationId: agency.organisationId }
  const jobs = app.as(jobsRoutes, agency.owner)
  await jobs.post({ params, body: posting({ title: '装配工', description: '装配家电，白班。' }) })
  const forClient = await jobs.post({ params, body: posting({ title: '保安', description: '看门。', publish: false }) })
  await app.as(talentsRoutes, seeker).save({
    body: { version: null, wishes: [{ title: '保安' }], places: ['370202'], visibility: 'open' },
  })
  await app.services.database.asOwner(async (connection) => {
    await connection.query('update jobs.job set employer_id = $1 where id = $2', [client.organisationId, forClient.id])
    const kept = {
      id: app.clock.newId(),
      person_id: null,
      agency_id: client.organisationId,
      consent_on: DAY,
      consent_until: '2026-12-31',
      change_seq: 1_000_000,
    }
    await connection.query(
      `insert into talents.talent select kept.* from talents.talent t,
         jsonb_populate_record(null::talents.talent, to_jsonb(t) || $1::jsonb) as kept where t.id = $2`,
      [JSON.stringify(kept), client.ids['talentId']],
    )
  })
}

/** Somebody's part in a process; the columns by which it is known whose it is. */
interface Parties {
  person_id: string
  organisation_id: string
  agency_id: string
  district: string
}

const processRows = (parties: Parties, ids: Record<string, string>, note: string): [string, object][] => {
  const { processId: id, jobId, talentId, followUpId } = ids
  const within = { process_id: id, ...parties }
  const process = {
    id,
    job_id: jobId,
    job_title: note,
    job_hash: HASH,
    employer_id: parties.organisation_id,
    talent_id: talentId,
    stage: 'applied',
    channel: 'search',
    same_hands: false,
    contact: false,
    booked: false,
    reminders: 0,
    standing_lost: false,
    held: false,
    started_at: AT,
    changed_at: AT,
    version: 1,
    ...parties,
  }
  const event = { seq: 1, step: 'apply', stage: 'applied', happened_at: AT, who: 'talent', note, data: {} }
  const slot = {
    job_id: jobId,
    starts_at: AT,
    minutes: 30,
    place: note,
    online: false,
    booked: false,
    withdrawn: false,
  }
  return [
    ['hiring.process', process],
    ['hiring.event', { ...event, ...within, actor_id: parties.person_id }],
    ['hiring.slot', { ...slot, ...within }],
    ['hiring.message', { side: 'talent', author_id: parties.person_id, text: note, sent_at: AT, ...within }],
    ['hiring.follow_up', { id: followUpId, days: 30, due_on: DAY, note, ...within }],
    ['hiring.application_count', { id: undefined, person_id: parties.person_id, applied_on: DAY, used: 1 }],
    [
      'hiring.daily_count',
      { id: undefined, organisation_id: parties.organisation_id, counted_on: DAY, arrived: 1, told: 1, ended: 0 },
    ],
  ]
}

/** Rows of the market that take many steps to come by, of one household; `otherId` is a talent of another one. */
export function marketRows(household: Household, otherId: string, secret: string): [string, object][] {
  const { organisationId, owner, viewer, district, ids } = household
  const { jobId, talentId, jobImportId, claimId, pairId } = ids
  const parties = {
    person_id: owner.personId,
    organisation_id: organisationId,
    agency_id: organisationId,
    district,
  }
  const [one_id, other_id] = [talentId!, otherId].toSorted()
  const counts = { read: 1, created: 0, updated: 0, unchanged: 0, waiting: 0, rejected: 1, done: true }
  const look = { talent_id: talentId, person_id: owner.personId, organisation_id: organisationId, what: 'profile' }
  return [
    ...processRows(parties, ids, secret),
    [
      'jobs.decision',
      { job_id: jobId, organisation_id: organisationId, content_hash: HASH, ...DECISION, reason: secret },
    ],
    [
      'jobs.report',
      { job_id: jobId, district, kind: 'fee', text: secret, reported_at: AT, reported_by: owner.personId },
    ],
    ['jobs.import', { id: jobImportId, organisation_id: organisationId, name: secret, imported_at: AT, ...counts }],
    [
      'jobs.import_reject',
      { id: jobImportId, number: 1, organisation_id: organisationId, line: 2, ...REJECT, value: secret },
    ],
    ['talents.import', { id: jobImportId, organisation_id: organisationId, name: secret, imported_at: AT, ...counts }],
    [
      'talents.import_reject',
      { id: jobImportId, number: 1, organisation_id: organisationId, line: 2, ...REJECT, value: secret },
    ],
    ['talents.look', { ...look, by_person_id: viewer.personId, looked_on: DAY, looked_at: AT }],
    ['talents.look_count', { id: organisationId, looked_on: DAY, used: 1 }],
    ['talents.listed', { id: organisationId, listed_on: DAY, talent_id: talentId }],
    ['talents.group_claim', { id: claimId, talent_id: talentId, person_id: owner.personId, district, ...CLAIM }],
    ['talents.pair', { id: pairId, one_id, other_id, districts: [district], ...PAIR }],
    ['match.unpersonalised', { id: undefined, person_id: owner.personId, chosen_at: AT }],
    [
      'match.dismissal',
      { id: undefined, person_id: owner.personId, job_id: jobId, job_title: secret, ...DISMISSED, note: secret },
    ],
    [
      'match.shortage',
      { id: undefined, occupation: '6-30-05', district, openings: 1, openings_alone: 1, talents: 0, talents_alone: 0 },
    ],
    ['match.lonely_job', { id: undefined, job_id: jobId, district, openings: 1 }],
  ]
}

const DECISION = { decision: 'approved', decided_at: AT }
const REJECT = { column_name: '岗位', reason: 'title.missing' }
const PAIR = { alike: ['name'], found_at: AT, status: 'open' }
const DISMISSED = { reason: 'pay', dismissed_at: AT }
const CLAIM = { kind: 'veteran', documents: [], status: 'claimed', claimed_at: AT }

/** Rows of which a city has one, or few. */
export const marketRowsOfCity: [string, object][] = [
  ['platform.change_counter', { id: undefined, stream: 'trial', seq: 1 }],
  ['jobs.asked', { id: undefined, day: DAY, text: '叉车', times: 3, found: 1 }],
  ['jobs.asked_filter', { id: undefined, day: DAY, kind: 'place', code: '370211', times: 5, little: 3 }],
  ['match.count', { id: undefined, counted_at: AT }],
]
