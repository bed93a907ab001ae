import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  accountsRoutes,
  type Client,
  clientOf,
  hiringRoutes,
  jobsRoutes,
  type MandatePurpose,
  registryRoutes,
  type RouteTable,
  talentsRoutes,
} from '@renshu/contracts'
import { createApp, endpoints } from '../../src/app.ts'
import { createDemo, demoAccounts } from '../../src/demo/create-demo.ts'
import type { DemoAccount, DemoRole } from '../../src/demo/index.ts'
import { findOrCreate, openSession } from '../../src/modules/accounts/index.ts'
import { jobsOf, mirrors, parts } from '../../src/parts.ts'
import { type Clock, dayOf, systemClock } from '../../src/platform/clock.ts'
import { configOf } from '../../src/platform/config.ts'
import type { Pool } from '../../src/platform/database/index.ts'
import type { Endpoint } from '../../src/platform/http/index.ts'
import type { Services } from '../../src/platform/services.ts'
import { servicesOver } from '../../src/services.ts'
import { RehearsalDatabase } from '../matrix/rehearsal.ts'
import type { Known, OddSources } from './calls.ts'
import { knownValues } from './known.ts'
import { oddSources } from './odd.ts'

/** A made-up city in which every route can be called again and again: nothing that is called changes it. */
export interface Ground {
  fetch: (request: Request) => Promise<Response>
  endpoints: readonly Endpoint[]
  /** An empty text is nobody. */
  tokens: readonly string[]
  known: Known
  odd: OddSources
  close: () => Promise<void>
}

const DAY = 86_400_000
const CITY = '370200'
const SIZES = { agencies: 12, employers: 12 }
const PDF = new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF\n'))
// What node-server tells of the connection.
const CONNECTION = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }

type Tokens = Partial<Record<DemoRole, string>>

/** Officers have passed the second factor. */
async function signEverybodyIn(services: Services, accounts: readonly DemoAccount[]): Promise<Tokens> {
  const { database, secrets, clock } = services
  const entries = accounts.map(({ role, phone, totp }) =>
    database.transaction({ kind: 'system', city: CITY }, async (tx) => {
      const desk = { tx, city: CITY, secrets, ...clock }
      const { personId } = await findOrCreate(desk, phone)
      return [role, await openSession(desk, { personId, userAgent: 'fuzz', confirmed: totp !== null })]
    }),
  )
  return Object.fromEntries(await Promise.all(entries)) as Tokens
}

type As = <T extends RouteTable>(table: T, token: string | undefined) => Client<T>

const asOver =
  (fetch: Ground['fetch'], newKey: () => string): As =>
  (table, token) =>
    clientOf(table, {
      origin: 'http://localhost',
      send: fetch,
      newKey,
      headers: () => ({ authorization: `Bearer ${token}` }),
    })

/** The organisation of whom is signed in. */
async function organisationOf(as: As, token: string | undefined): Promise<string> {
  const [membership] = (await as(accountsRoutes, token).getMe()).memberships
  return membership!.organisationId
}

/** Papers, invitations, mandates and imports that a made-up city does not have. */
async function addPapers(as: As, tokens: Tokens, nextYear: string): Promise<void> {
  const [accounts, registry] = [as(accountsRoutes, tokens.agencyOwner), as(registryRoutes, tokens.agencyOwner)]
  const organisationId = await organisationOf(as, tokens.agencyOwner)
  const employerId = await organisationOf(as, tokens.employerOwner)
  const params = { organisationId }
  const { id: documentId } = await registry.upload({ params, query: { name: '执照.pdf' }, bytes: PDF })
  await registry.proposeLicence({
    params,
    body: {
      kind: 'filing',
      number: '虚构备9号',
      covers: ['training'],
      issuedBy: '示例局',
      validFrom: '2025-01-01',
      validUntil: null,
      documentId,
    },
  })
  await accounts.inviteMember({ params, body: { phone: '19900000099', role: 'viewer' } })
  await accounts.inviteHelper({ body: { phone: '19900000098', purposes: ['profile'], until: nextYear } })
  await accounts.giveConsent({ body: { purpose: 'recommend', recipient: employerId, textVersion: '1' } })
  const offer = (purpose: MandatePurpose) =>
    as(accountsRoutes, tokens.employerOwner).giveMandate({
      params: { organisationId: employerId },
      body: { agentId: organisationId, purposes: [purpose], until: nextYear },
    })
  const { id: mandateId } = await offer('recruiting')
  await accounts.acceptMandate({ params: { organisationId, mandateId } })
  await offer('cases')
  await as(registryRoutes, tokens.administrator).importRegister({
    query: { name: '名册.csv' },
    bytes: new Uint8Array(Buffer.from('单位名称,统一社会信用代码\n没有代码,1\n')),
  })
}

/** A posting, a profile, an application with proposed times, and a saved search. */
async function addHiring(as: As, tokens: Tokens, validUntil: string, tomorrow: string): Promise<void> {
  const params = { organisationId: await organisationOf(as, tokens.employerOwner) }
  const { id: jobId } = await as(jobsRoutes, tokens.employerOwner).post({
    params,
    body: {
      title: '叉车司机',
      description: '在仓库装卸货物，服从排班。',
      places: [{ place: '370211', address: '', openings: 3 }],
      validUntil,
    },
  })
  const talents = as(talentsRoutes, tokens.seeker)
  const { version: saved } = await talents.mine()
  await talents.save({
    body: { version: saved, wishes: [{ title: '叉车司机' }], places: ['370211'], visibility: 'open' },
  })
  await as(jobsRoutes, tokens.seeker).saveSearch({ body: { name: '叉车', query: 'q=%E5%8F%89%E8%BD%A6' } })
  const { id: processId, version } = await as(hiringRoutes, tokens.seeker).apply({
    body: { jobId, shareContact: true },
  })
  await as(hiringRoutes, tokens.employerOwner).step({
    params: { ...params, processId },
    body: {
      step: 'propose',
      version,
      slots: [{ startsAt: `${tomorrow}T02:00:00.000Z`, minutes: 30, place: '样例路1号' }],
    },
  })
}

/** @param pool of a migrated database that is nobody's */
export async function openGround(pool: Pool, clock: Clock = systemClock): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-fuzz-'))
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'error', DEVELOPMENT: 'on', DATA_KEY: '11'.repeat(32) }
  const services = servicesOver(pool, configOf({ ...settings, CITY, TRUSTED_PROXIES: '1' }), clock)
  await services.jobs.start(jobsOf(services))
  const close = async () => {
    await services.mirrors.stop()
    await services.jobs.stop()
    await services.database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await createDemo(services, services.cities.get(CITY)!, SIZES)
    const accounts = await demoAccounts(services, services.cities.get(CITY)!)
    const tokens = await signEverybodyIn(services, accounts)
    const lasting = createApp(services, parts)
    const as = asOver(async (request) => lasting.fetch(request, CONNECTION), clock.newId)
    const daysAhead = (days: number) => dayOf(new Date(clock.now().getTime() + days * DAY))
    await addPapers(as, tokens, daysAhead(300))
    await addHiring(as, tokens, daysAhead(60), daysAhead(2))
    await services.mirrors.start(mirrors, services.cities.values())
    const rehearsing = createApp({ ...services, database: new RehearsalDatabase(pool) }, parts)
    return {
      fetch: async (request) => rehearsing.fetch(request, CONNECTION),
      endpoints: endpoints(parts),
      tokens: ['', ...Object.values(tokens)],
      known: await knownValues(
        services.database,
        accounts.map(({ phone }) => phone),
      ),
      odd: await oddSources(),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
