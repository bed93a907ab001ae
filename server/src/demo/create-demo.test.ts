import { division } from '@renshu/codes'
import {
  accountsRoutes,
  cityRoutes,
  hiringRoutes,
  jobsRoutes,
  matchRoutes,
  registryRoutes,
  talentsRoutes,
} from '@renshu/contracts'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startApp, type TestApp } from '../../testing/app.ts'
import { codeFor } from '../../testing/codes.ts'
import { given } from '../../testing/given.ts'
import { sealCity, verifyCity } from '../modules/ledger/index.ts'
import { createDemo, demoAccounts } from './create-demo.ts'
import { makeOrganisations } from './town/town.ts'

const SIZES = { agencies: 100, employers: 200, talents: 300, postings: 120 }
let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const city = (code = '370200') => app.services.cities.get(code)!
const counts = (code = '370200') =>
  app.services.database.transaction({ kind: 'system', city: code }, async (tx) => {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*) from registry.organisation) as organisations,
      (select count(*) from registry.organisation where verified_on is not null) as verified,
      (select count(*) from registry.licence) as licences,
      (select count(*) from registry.practitioner) as practitioners,
      (select count(*) from registry.verification where status = 'submitted') as waiting,
      (select count(*) from registry.standing_fact) as facts,
      (select count(*) from accounts.person) as people,
      (select count(*) from accounts.member) as members,
      (select count(*) from accounts.officer) as officers,
      (select count(*) from hiring.event where step in ('apply')) as applications,
      (select count(*) from hiring.process where stage = 'placed') as placements,
      (select count(*) from hiring.event where reason = 'employerSilent') as silences,
      (select count(*) from jobs.job where listed_until is not null) as listed,
      (select count(*) from jobs.job where status = 'waiting') as waiting_jobs,
      (select count(*) from registry.annual_report) as reports,
      (select count(*) from ledger.entry) as entries`.execute(tx)
    return rows[0]!
  })

test('an empty city is filled once, and a second time nothing changes', async () => {
  expect(await createDemo(app.services, city(), SIZES)).toBe(true)
  const once = await counts()
  expect(once).toMatchObject({ organisations: 356, officers: 7 })
  expect(once['members']).toBe(once['organisations']! + 2)
  expect(once['waiting']).toBeGreaterThan(0)
  expect(await createDemo(app.services, city(), { agencies: 5, employers: 5 })).toBe(false)
  expect(await counts()).toEqual(once)
})

test('the ledger holds what became of organisations and of those who look for work, and its chain is whole', async () => {
  const { organisations, verified, people, applications, placements, silences, reports, entries } = await counts()
  expect(placements).toBeGreaterThan(5)
  expect(silences).toBeGreaterThan(2)
  expect(reports).toBe(1)
  const counted = [organisations, verified, people, applications, placements, silences, reports]
  expect(entries).toBe(counted.reduce((sum, each) => sum! + each!, 0))
  await sealCity(app.services, '370200')
  expect(await verifyCity(app.services, '370200')).toMatchObject({ entries, problems: [] })
})

test('a made-up city says so, and another stays empty', async () => {
  expect((await app.as(cityRoutes).profile()).demo).toBe(true)
  expect((await app.as(cityRoutes, { city: '371100' }).profile()).demo).toBe(false)
  expect(await demoAccounts(app.services, city('371100'))).toEqual([])
})

test('there is one account for each role, and each has its second factor or its organisation', async () => {
  const accounts = await demoAccounts(app.services, city())
  expect(accounts.map(({ role }) => role)).toEqual([
    'administrator',
    'districtOfficer',
    'employerOwner',
    'employerRecruiter',
    'employerViewer',
    'agencyOwner',
    'parkOperator',
    'schoolOwner',
    'seeker',
    'counter',
    'reviewer',
    'approver',
    'cashier',
    'secondCashier',
  ])
  const officers = ['administrator', 'districtOfficer', 'counter', 'reviewer', 'approver', 'cashier', 'secondCashier']
  for (const { role, totp, member } of accounts) {
    expect(totp !== null, role).toBe(officers.includes(role))
    expect(member !== null, role).toBe(![...officers, 'seeker'].includes(role))
  }
})

test('those that stand well may act, those expired or sanctioned may not, and the others are not shown', async () => {
  const total = async (standing: 'may' | 'mayNot') =>
    (await app.as(registryRoutes).directory({ query: { standing, limit: 1 } })).total
  const made = makeOrganisations(city(), SIZES, '2026-03-02')
  const count = (...states: string[]) => made.filter(({ state }) => states.includes(state)).length
  expect(await total('may')).toBe(count('valid'))
  expect(await total('mayNot')).toBe(count('expired', 'sanctioned'))
})

test('an agency may carry on what it offers', async () => {
  const { items } = await app.as(registryRoutes).directory({ query: { kind: 'agency', standing: 'may', limit: 20 } })
  expect(items).toHaveLength(20)
  for (const { id, businessTypes } of items) {
    const { standing, licences } = await app.as(registryRoutes).profile({ params: { organisationId: id } })
    expect(standing.may).toBe(true)
    expect(standing.activities.toSorted()).toEqual(businessTypes.toSorted())
    expect(licences.length).toBeGreaterThan(0)
  }
})

test('the officer of the district finds what waits, with papers to look at', async () => {
  const officer = app.as(registryRoutes, await given.officer(app, { district: '370211' }))
  const { items, total } = await officer.verifications({ query: {} })
  const made = makeOrganisations(city(), SIZES, '2026-03-02')
  expect(total).toBe(made.filter(({ state, district }) => state === 'waiting' && district === '370211').length)
  const { verification } = await officer.verification({ params: { verificationId: items[0]!.id } })
  expect(verification.documents).toMatchObject([{ type: 'application/pdf' }])
  const params = { verificationId: items[0]!.id, fileId: verification.documents[0]!.id }
  const { bytes } = await officer.verificationDocument({ params })
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF-1\.4\n[^]*%%EOF\n$/)
})

test('each account signs in by code, officers pass the second factor, members find their organisation', async () => {
  for (const { phone, name, totp, district, member } of await demoAccounts(app.services, city())) {
    const body = { phone, code: await codeFor(app, phone), client: 'program' } as const
    let token = (await app.as(accountsRoutes).signInByCode({ body })).token!
    if (totp) {
      const code = new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp: app.clock.now().getTime() })
      const passed = await app.as(accountsRoutes, { token }).passSecondFactor({ body: { code, client: 'program' } })
      token = passed.token!
    }
    const me = await app.as(accountsRoutes, { token }).getMe()
    expect(me.name).toBe(name)
    expect(me.officer?.confirmed ?? null).toBe(totp ? true : null)
    expect(me.officer?.district ?? null).toBe(district)
    const own = me.memberships.filter(({ throughOrganisationId }) => throughOrganisationId === null)
    expect(own.map(({ role }) => role)).toEqual(member ? [member.role] : [])
  }
})

/** Signed in as the account of a role. */
async function accountOf(role: string) {
  const accounts = await demoAccounts(app.services, city())
  const token = await given.person(app, { phone: accounts.find((one) => one.role === role)!.phone })
  const { memberships } = await app.as(accountsRoutes, token).getMe()
  return { token, organisationId: memberships[0]?.organisationId ?? '' }
}

test('the seeker has a profile, two applications on their way, and an interview that is booked', async () => {
  const { token } = await accountOf('seeker')
  const { items } = await app.as(hiringRoutes, token).mine({ query: {} })
  const open = items.filter(({ stage }) => ['applied', 'interview'].includes(stage))
  expect(open.map(({ stage }) => stage).toSorted()).toEqual(['applied', 'interview'])
  const booked = items.flatMap(({ slots }) => slots).find(({ mine }) => mine)
  expect(Date.parse(booked!.startsAt)).toBeGreaterThan(app.clock.now().getTime())
  const talent = await app.as(talentsRoutes, token).mine()
  expect(talent).toMatchObject({ name: '唐建国', visibility: 'anonymous' })
  expect((await app.as(jobsRoutes, token).searches()).items).toHaveLength(1)
})

test('the seeker works somewhere since three months and is asked about it, as others are who began months ago', async () => {
  const { token } = await accountOf('seeker')
  const { items } = await app.as(hiringRoutes, token).mine({ query: { open: 'false' } })
  const { placement } = items.find(({ stage }) => stage === 'placed')!
  expect(placement!.followUps.map(({ answer }) => answer)).toEqual(['working', null, null])
  expect(placement!.followUps[1]!.dueOn <= app.clock.now().toISOString().slice(0, 10)).toBe(true)
  const { organisationId } = await accountOf('employerOwner')
  const answers = await app.services.database.transaction({ kind: 'system', city: '370200' }, async (tx) => {
    const { rows } = await sql<{ answers: string }>`
      select string_agg(coalesce(answer, '-'), ' ' order by days) as answers from hiring.follow_up
      where organisation_id = ${organisationId} group by process_id`.execute(tx)
    return rows.map((row) => row.answers)
  })
  expect(answers).toEqual(expect.arrayContaining(['- - -', 'working - -', 'working left -']))
})

test('the seeker is recommended postings, and the employer candidates', async () => {
  await app.settle()
  const { token } = await accountOf('seeker')
  expect((await app.as(matchRoutes, token).recommended({ query: {} })).fits.length).toBeGreaterThan(0)
  const { token: owner, organisationId } = await accountOf('employerOwner')
  const { items: jobs } = await app.as(jobsRoutes, owner).ownJobs({ params: { organisationId }, query: {} })
  const own = jobs.filter(({ status }) => status === 'open')
  expect(own).toHaveLength(6)
  const processes = await app.as(hiringRoutes, owner).processes({ params: { organisationId }, query: {} })
  expect(processes.items.filter(({ stage }) => stage === 'applied').length).toBeGreaterThan(0)
})

test('some of those who look for two kinds of work ask for another pay in one of them', async () => {
  const { apart, two } = await app.services.database.transaction({ kind: 'system', city: '370200' }, async (tx) => {
    const { rows } = await sql<{ apart: number; two: number }>`
      select count(*) filter (where profile #>> '{wishes,1,salary,min}' is not null)::int as apart,
        count(*)::int as two from talents.talent where jsonb_array_length(profile -> 'wishes') = 2`.execute(tx)
    return rows[0]!
  })
  expect(apart / two).toBeGreaterThan(0.1)
  expect(apart / two).toBeLessThan(0.5)
})

test('the agency keeps talents, and the officer finds something in every queue', async () => {
  const { token, organisationId } = await accountOf('agencyOwner')
  expect((await app.as(talentsRoutes, token).held({ params: { organisationId }, query: {} })).total).toBeGreaterThan(20)
  const { waitingJobs, listed } = await counts()
  const officer = await given.officer(app, {})
  expect((await app.as(jobsRoutes, officer).queue({ query: {} })).total).toBe(waitingJobs! + 3)
  expect((await app.as(talentsRoutes, officer).claims({ query: {} })).total).toBeGreaterThan(5)
  expect((await app.as(talentsRoutes, officer).pairs({ query: {} })).total).toBe(1)
  expect((await app.as(jobsRoutes).search({ query: {} })).total).toBe(listed)
})

test('the agency posts for a client by its mandate, has its own numbers, and officers see what is searched for', async () => {
  const { token, organisationId } = await accountOf('agencyOwner')
  const params = { organisationId }
  const { memberships } = await app.as(accountsRoutes, token).getMe()
  const client = memberships.find(({ throughOrganisationId }) => throughOrganisationId === organisationId)!
  expect(client.purposes).toEqual(['recruiting'])
  const { items } = await app.as(jobsRoutes).search({ query: { organisation: organisationId } })
  const posted = items.filter(({ agency }) => agency?.id === organisationId)
  expect(posted).toHaveLength(4)
  expect(new Set(posted.map(({ employer }) => employer.id))).toEqual(new Set([client.organisationId]))
  const { channels } = await app.as(hiringRoutes, token).analytics({ params, query: {} })
  expect(channels.reduce((sum, { started }) => sum + started, 0)).toBeGreaterThan(3)
  const officer = await given.officer(app, {})
  const { items: asked } = await app.as(jobsRoutes, officer).unmet({ query: { little: 'false', limit: 50 } })
  expect(asked.length).toBeGreaterThan(20)
  const { items: inVain } = await app.as(jobsRoutes, officer).unmet({ query: {} })
  expect(inVain).toContainEqual(expect.objectContaining({ text: '潜水员', found: 0 }))
})

test('the address of a posting lies in the street that it names', async () => {
  const { items } = await app.as(jobsRoutes).search({ query: { limit: 100 } })
  const addressed = items.flatMap(({ places }) => places).filter(({ address }) => address !== '')
  expect(addressed.length).toBeGreaterThan(50)
  for (const { place, address } of addressed) expect(address).toContain(division(place)!.name)
})

const TABLES = [
  'accounts.mandate',

  'registry.organisation',
  'accounts.person',
  'accounts.consent',
  'jobs.job',
  'jobs.decision',
  'talents.talent',
  'talents.look',
  'hiring.process',
  'hiring.event',
  'hiring.message',
  'ledger.entry',
]

/** All rows of a city, but for what is sealed under a new number each time and the numbers that the ledger draws. */
const contents = ({ services }: TestApp, code: string) =>
  services.database.transaction({ kind: 'system', city: code }, async (tx) => {
    const found: Record<string, string[]> = {}
    for (const table of TABLES) {
      const { rows } = await sql<{ row: string }>`
        select (to_jsonb(t) - array['name_sealed', 'phone_sealed', 'seq', 'hash'])::text as row
        from ${sql.table(table)} as t where t.city = ${code} order by t.id`.execute(tx)
      found[table] = rows.map(({ row }) => row)
    }
    return found
  })

test('a city whose making stops again and again is gone on with, and ends as one that was made in one go', async () => {
  const small = { agencies: 20, employers: 40, talents: 600, postings: 200 }
  await createDemo(app.services, city('371100'), small)
  const other = await startApp()
  onTestFinished(() => other.close())
  let isMade = false
  let times = 0
  while (!isMade) {
    let left = 2
    const stop = () => {
      if (--left === 0) throw new Error('stopped')
    }
    // Sizes are those of the beginning, whatever is asked for later.
    const wished = times++ === 0 ? small : {}
    isMade = await createDemo(other.services, city('371100'), wished, undefined, stop).catch((error: Error) => {
      if (error.message !== 'stopped') throw error
      return false
    })
  }
  expect(times).toBeGreaterThan(2)
  expect(await contents(other, '371100')).toEqual(await contents(app, '371100'))
})
