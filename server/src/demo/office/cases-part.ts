import { tellCase, type Telling, type ToldCase, type ToldStep } from '../../modules/cases/index.ts'
import { insertMany } from '../../platform/bulk/index.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import { sha256Of } from '../../platform/files/index.ts'
import { exampleDocument } from '../document.ts'
import type { HiringTown, Site } from '../market/town.ts'
import { type DemoPart, type Making } from '../parts.ts'
import { addDays, officeHour } from '../town/days.ts'
import type { AccountIds } from './office-part.ts'

const DOCUMENT = '材料（示例）.pdf'

/** What stands for an answer that nobody gave. */
const ANSWERS: Record<string, Telling['answer']> = {
  text: ({ name }) => `${name}（示例）`,
  district: () => '370202',
  money: () => '1000.00',
  ratio: () => '5%',
  integer: () => 3,
  date: (_, today) => addDays(today, -30),
  months: () => 12,
  days: () => 30,
  boolean: () => true,
  choice: ({ options }) => options![0]!,
  list: ({ options }) => [options![0]!],
}

type Step = readonly [
  daysAgo: number,
  role: 'counter' | 'reviewer' | 'approver' | 'cashier' | 'clock' | 'own',
  step: string,
  words?: string,
]

/** How far cases of a kind have come: days before today, and who took which step. */
const REFUNDS: readonly (readonly Step[])[] = [
  [
    [18, 'counter', 'accept'],
    [15, 'reviewer', 'pass'],
    [13, 'approver', 'approve'],
    [3, 'clock', 'settle'],
    [2, 'cashier', 'pay'],
  ],
  [
    [17, 'counter', 'accept'],
    [15, 'reviewer', 'pass'],
    [14, 'approver', 'approve'],
    [3, 'clock', 'settle'],
  ],
  [
    [9, 'counter', 'accept'],
    [6, 'reviewer', 'pass'],
    [1, 'approver', 'approve'],
  ],
  [
    [8, 'counter', 'accept'],
    [5, 'reviewer', 'pass'],
  ],
  [
    [12, 'counter', 'accept'],
    [8, 'reviewer', 'fail'],
  ],
  [[6, 'counter', 'accept']],
  [[4, 'counter', 'accept']],
  [[3, 'counter', 'correct', '请核对收款账户，与开户许可不一致']],
  [],
  [],
]
const OWN_LICENCE: readonly Step[] = [[3, 'counter', 'accept']]
const REPORTED: readonly Step[] = [[6, 'reviewer', 'record']]

/** What a small agency reports of its year. */
const REPORT: ToldCase['answers'] = {
  staffTotal: 18,
  staffSchool: 2,
  staffCollege: 15,
  staffGraduate: 1,
  staffTitled: 4,
  premisesOwned: 1,
  revenue: '6380000.00',
  taxes: '214500.00',
  placements: 1260,
  employersServed: 212,
  fairs: 6,
  postingsMade: 940,
}

/** Firms tried for one course. */
const MOST_TRIES = 4

interface Cast {
  town: HiringTown
  ids: AccountIds
  today: string
}

/** The steps as they are told; where the account of a role is missing nothing follows any more. */
function toldSteps(steps: readonly Step[], applicant: string, { ids, today }: Cast): ToldStep[] {
  const told: ToldStep[] = []
  for (const [daysAgo, role, step, words] of steps) {
    const by = role === 'own' ? applicant : role === 'clock' ? 'clock' : ids[role]
    if (by === undefined) break
    const at = officeHour(addDays(today, -daysAgo), 60 + told.length * 40)
    told.push({ at, by, step, ...(words !== undefined && { words }) })
  }
  return told
}

const firstDay = (steps: readonly Step[]): number => (steps[0]?.[0] ?? 1) + 1

function ofSite(site: Site, service: string, steps: readonly Step[], cast: Cast): ToldCase {
  return {
    service,
    subject: { kind: 'organisation', id: site.id },
    applicant: site.ownerId,
    at: officeHour(addDays(cast.today, -firstDay(steps)), 30),
    answers: {},
    steps: toldSteps(steps, site.ownerId, cast),
  }
}

function ofPerson(
  id: string,
  service: string,
  answers: ToldCase['answers'],
  steps: readonly Step[],
  cast: Cast,
): ToldCase {
  const at = officeHour(addDays(cast.today, -firstDay(steps)), 90)
  return { service, subject: { kind: 'person', id }, applicant: id, at, answers, steps: toldSteps(steps, id, cast) }
}

/** What the seeker among the accounts has under way: a claim, a complaint, a registration to be corrected. */
function ofSeeker(id: string, cast: Cast): ToldCase[] {
  const { today, ids, town } = cast
  const district = town.employers[0]?.district ?? '370202'
  const injured = addDays(today, -40)
  const claim = ofPerson(
    id,
    'supplementary-injury',
    { medicalCost: '22189.16', injuredOn: injured },
    [
      [7, 'counter', 'accept'],
      [4, 'reviewer', 'pass'],
    ],
    cast,
  )
  const told = (daysAgo: number, side: 'applicant' | 'office', authorId: string, text: string) => ({
    at: officeHour(addDays(today, -daysAgo), 200),
    side,
    authorId,
    text,
  })
  const officer = ids.reviewer
  return [
    {
      ...claim,
      messages: [
        told(6, 'applicant', id, '您好，住院清单是医院补开的，请以这一份为准。'),
        ...(officer ? [told(6, 'office', officer, '收到，已核对，正在复核。')] : []),
      ],
    },
    ofPerson(
      id,
      'agency-complaint',
      { accused: '某人力资源公司（示例）', accusedSeat: district, matter: '违规收费', story: '面试前要求交押金。' },
      [[4, 'counter', 'accept']],
      cast,
    ),
    ofPerson(
      id,
      'business-registration',
      { shopDistrict: district, businessName: '示例便利店', trade: '日用百货零售' },
      [],
      cast,
    ),
  ]
}

/** Refunds in every stage; where the policy refuses a firm, the next one is told of. */
async function tellRefunds(telling: Telling, cast: Cast): Promise<void> {
  const { employers, employer } = cast.town
  const firms = employers.filter(({ id, district }) => id !== employer?.id && district === employer?.district).values()
  for (const steps of REFUNDS)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const site = firms.next().value
      if (!site || (await tellCase(telling, ofSite(site, 'job-retention-refund', steps, cast)))) break
    }
}

/** What else there is: renewals and reports of agencies, and what the seeker has under way. */
function otherCases(cast: Cast): ToldCase[] {
  const { agencies, seeker } = cast.town
  const own = agencies.slice(0, 3)
  const renewals = own.map((site, at) => ofSite(site, 'licence-renewal', at === 0 ? [] : OWN_LICENCE, cast))
  const answers = { ...REPORT, year: Number(cast.today.slice(0, 4)) - 1 }
  const reports = own
    .slice(1)
    .map((site, at) => ({ ...ofSite(site, 'annual-report', at === 0 ? REPORTED : [], cast), answers }))
  return [...renewals, ...reports, ...(seeker ? ofSeeker(seeker.id, cast) : [])]
}

/** The document that stands for every paper. */
async function keepExample({ services, mark }: Making, tx: Tx, id: string, personId: string, createdAt: Date) {
  const bytes = exampleDocument()
  const file = { id, name: DOCUMENT, type: 'application/pdf', size: bytes.length, sha256: sha256Of(bytes) }
  await services.files.put(file.sha256, bytes)
  await insertMany(tx, 'platform.file', [{ city: mark.city, ...file, personId, organisationId: null, createdAt }])
  return file
}

/** A desk of the past that tells nobody anything: the people are made up. */
function tellingOf(making: Making, tx: Tx, newId: () => string, ports: Telling['ports']): Telling {
  const { services, mark } = making
  const { cities, secrets, config, jobs } = services
  return {
    ports,
    deskAt: (instant) => ({
      tx,
      city: mark.city,
      cities,
      secrets,
      config,
      newId,
      now: () => instant,
      jobs: { ...jobs, send: async () => {} },
      asSystem: (work) => work(),
    }),
    answer: (field, today) => ANSWERS[field.type]!(field, today),
    keepFile: (desk, by) => keepExample(making, tx, newId(), by, desk.now()),
  }
}

/** Some dozens of cases, each told step by step as it would have happened. */
export function casesPart(making: Making, town: HiringTown, ids: AccountIds, ports: Telling['ports']): DemoPart {
  const cast = { town, ids, today: dayOf(making.mark.madeAt) }
  return {
    make: async (newId) => async (tx) => {
      const telling = tellingOf(making, tx, newId, ports)
      await tellRefunds(telling, cast)
      for (const told of otherCases(cast)) await tellCase(telling, told)
    },
  }
}
