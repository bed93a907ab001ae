/** The server of the bench of cases: a process of its own with a made-up city, that answers over HTTP and its channel. */
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyChain } from '@renshu/cases'
import { type CitySizes, configOf, type DemoRole, demoAccounts, makeTrialCity, startServer } from '@renshu/server'
import { officerDistrict } from '../../server/src/demo/people.ts'
import { findOrCreate, openSession } from '../../server/src/modules/accounts/index.ts'
import { systemDesk } from '../../server/src/modules/cases/ports.ts'
import { storyOf } from '../../server/src/modules/cases/running/story.ts'
import { sha256 } from '../../server/src/modules/cases/settings.ts'
import { tables as casesTables } from '../../server/src/modules/cases/tables.ts'
import { makePayable } from '../../server/src/modules/payments/index.ts'
import { lastRun } from '../../server/src/modules/policy/entitling/store.ts'
import { fillHeldFacts } from '../../server/src/modules/policy/index.ts'
import { ENTITLE_JOB } from '../../server/src/modules/policy/jobs.ts'
import { jobsOf } from '../../server/src/parts.ts'
import { dayOf } from '../../server/src/platform/clock.ts'

/** Somebody who applies. */
export interface Applicant {
  personId: string
  token: string
}
/** A night in which everybody who is entitled was looked for. */
export interface Night {
  decided: number
  found: number
  ended: number
  seconds: number
}
export type Question =
  | { kind: 'applicants'; count: number }
  | { kind: 'nights' }
  | { kind: 'payables'; count: number; personId: string }
  | { kind: 'chains'; caseIds: string[] }
  | { kind: 'end' }
export interface Answers {
  ready: { address: string; tokens: Partial<Record<DemoRole, string>> }
  applicants: Applicant[]
  /** The first, and the one after it, in which nothing is new. */
  nights: Night[]
  payables: { ids: string[]; sumFen: number }
  /** Read from the database, opened, and every hash computed again. */
  chains: { events: number; seconds: number }
}

const { BENCH_SIZES = '{}' } = process.env
const config = configOf({ ...process.env, PORT: '0', DEVELOPMENT: 'on', TRUSTED_PROXIES: '1' })
const server = await startServer(config, async ({ services }) => {
  await makeTrialCity(services, JSON.parse(BENCH_SIZES) as Partial<CitySizes>, async () => {})
})
const { services } = server
const { database, secrets, clock, cities, jobs } = services
const city = config.CITY
type Tx = Parameters<Parameters<typeof database.transaction>[1]>[0]
const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction({ kind: 'system', city }, work)
const seconds = (from: number): number => (performance.now() - from) / 1000

/** First digits of phones that no account of the made-up city has. */
const APPLICANT_PHONE = 19_870_000_000
const MANY = 500
let applicants = 0

async function signIn(): Promise<Partial<Record<DemoRole, string>>> {
  const tokens: Partial<Record<DemoRole, string>> = {}
  for (const { role, phone, totp } of await demoAccounts(services, cities.get(city)!))
    tokens[role] = await asSystem(async (tx) => {
      const desk = { tx, city, secrets, ...clock }
      const { personId } = await findOrCreate(desk, phone)
      return openSession(desk, { personId, userAgent: 'bench', confirmed: totp !== null })
    })
  return tokens
}

/** People who are insured in the district whose counter takes cases in. */
async function applicant(): Promise<Applicant> {
  return asSystem(async (tx) => {
    const desk = { tx, city, secrets, ...clock }
    const number = ++applicants
    const { personId } = await findOrCreate(desk, String(APPLICANT_PHONE + number), `示例申请人${number}`)
    const token = await openSession(desk, { personId, userAgent: 'bench', confirmed: false })
    const held = {
      'insurance.district': officerDistrict(cities.get(city)!),
      'insurance.supplement': true,
      'insurance.recognisedInjury': true,
      'insurance.cardAccount': `示例银行示例支行 0000${String(number).padStart(12, '0')}`,
    }
    const subject = { kind: 'person', id: personId } as const
    const said = { subject, on: dayOf(clock.now()), statedBy: '社会保险经办机构（示例）' }
    await fillHeldFacts(
      desk,
      Object.entries(held).map(([record, value]) => ({ ...said, record, value })),
    )
    return { personId, token }
  })
}

/** The run that ended last. */
async function lastNight(): Promise<Night> {
  for (;;) {
    const run = await asSystem((tx) => lastRun(tx, city))
    if (run?.endedAt) {
      const { decided, found, ended, beganAt, endedAt } = run
      return { decided, found, ended, seconds: (endedAt.getTime() - beganAt.getTime()) / 1000 }
    }
    await sleep(50)
  }
}

/** The first night of a city is that of its beginning, which the server sets going by itself. */
async function nights(): Promise<Night[]> {
  const first = await lastNight()
  await jobsOf(services)
    .find(({ name }) => name === ENTITLE_JOB)!
    .run({ city })
  return [first, await lastNight()]
}

async function payables(count: number, personId: string): Promise<Answers['payables']> {
  const ids: string[] = []
  let sumFen = 0
  const one = async (tx: Tx, number: number) => {
    const fen = 10_000 + ((number * 48_271) % 1_000_000)
    sumFen += fen
    return makePayable(
      { tx, city, secrets, jobs, ...clock },
      {
        source: { module: 'cases', id: `bench ${number}` },
        record: `bench ${number}`,
        title: { zh: '示例补贴', en: 'Example subsidy' },
        policy: 'bench',
        period: '2026',
        payee: { personId },
        payeeName: '示例收款人',
        account: `示例银行示例支行 0000${String(number).padStart(12, '0')}`,
        district: officerDistrict(cities.get(city)!),
        fen,
        decidedOn: dayOf(clock.now()),
      },
    )
  }
  while (ids.length < count)
    await asSystem(async (tx) => {
      for (const until = Math.min(count, ids.length + MANY); ids.length < until;) ids.push(await one(tx, ids.length))
    })
  return { ids, sumFen }
}

async function chains(caseIds: readonly string[]): Promise<Answers['chains']> {
  const began = performance.now()
  let events = 0
  for (const id of caseIds)
    await asSystem(async (tx) => {
      const row = await casesTables(tx)
        .selectFrom('cases.case')
        .selectAll()
        .where('city', '=', city)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const story = await storyOf(systemDesk(services, tx, city), row)
      const verdict = verifyChain(story.prepared, story.events, sha256)
      if (!verdict.isWhole || verdict.head !== row.head) throw new Error(`the chain of ${row.code} is broken`)
      events += story.events.length
    })
  return { events, seconds: seconds(began) }
}

async function answer(question: Exclude<Question, { kind: 'end' }>): Promise<Answers[keyof Answers]> {
  switch (question.kind) {
    case 'applicants': {
      const made: Applicant[] = []
      while (made.length < question.count) made.push(await applicant())
      return made
    }
    case 'nights':
      return nights()
    case 'payables':
      return payables(question.count, question.personId)
    case 'chains':
      return chains(question.caseIds)
  }
}

process.on('message', async (question: Question) => {
  if (question.kind === 'end') {
    await server.stop()
    process.disconnect()
    return
  }
  try {
    process.send!({ is: await answer(question) })
  } catch (error) {
    process.send!({ failed: String(error) })
  }
})
process.send!({ is: { address: server.address, tokens: await signIn() } satisfies Answers['ready'] })
