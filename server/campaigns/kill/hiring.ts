import { hiringRoutes, jobsRoutes, type Process, registryRoutes, talentsRoutes } from '@renshu/contracts'
import { dayOf } from '../../src/platform/clock.ts'
import type { Opened } from '../../src/services.ts'
import { pdf } from '../../testing/registry.ts'
import { newOrganisation } from './registering.ts'
import { clientFor, isMeant, type Running } from './running.ts'

/** Fewer openings than people who want them: the last one is fought over. */
const OPENINGS = 2
const POSTINGS = 2
const DAY = 86_400_000
const dayAfter = (days: number): string => dayOf(new Date(Date.now() + days * DAY))

/** A step that the server answered with success: the version of its process that it made. */
export interface Acknowledged {
  processId: string
  version: number
  step: string
}

/** An employer with postings, and people with profiles. */
export interface Market {
  organisationId: string
  owner: string
  jobIds: string[]
  talents: readonly string[]
}

/** Registers and verifies an employer, posts and saves profiles, before anything is killed. */
export async function openMarket(
  running: Running,
  { owner, officer, talents }: { owner: string; officer: string; talents: readonly string[] },
): Promise<Market> {
  const registry = clientFor(registryRoutes, running, owner)
  const { id: organisationId } = await registry.register({ body: newOrganisation() })
  const params = { organisationId }
  const { id: document } = await registry.upload({ params, query: { name: '执照.pdf' }, bytes: pdf() })
  const { id: verificationId } = await registry.submitVerification({ params, body: { documents: [document] } })
  const body = { decision: 'accepted', version: 1 } as const
  await clientFor(registryRoutes, running, officer).decideVerification({ params: { verificationId }, body })
  const jobIds: string[] = []
  for (const title of ['样例分拣员', '样例装卸工'].slice(0, POSTINGS)) {
    const places = [{ place: '370211', address: '', openings: OPENINGS }]
    const post = { title, description: `${title}，${organisationId}。`, places, validUntil: dayAfter(30) }
    jobIds.push((await clientFor(jobsRoutes, running, owner).post({ params, body: post })).id)
  }
  const profile = { version: null, wishes: [{ title: '分拣员' }], places: ['370211'] }
  for (const token of talents) await clientFor(talentsRoutes, running, token).save({ body: profile })
  return { organisationId, owner, jobIds, talents }
}

/** From application to placement, one talent of the market after the other, until the server is gone. */
async function hireOne(running: Running, market: Market, at: number, done: Acknowledged[]): Promise<void> {
  const own = clientFor(hiringRoutes, running, market.talents[at]!)
  const desk = clientFor(hiringRoutes, running, market.owner)
  const note = (process: Process, step: string): Process => {
    done.push({ processId: process.id, version: process.version, step })
    return process
  }
  const jobId = market.jobIds[at % market.jobIds.length]!
  const applied = note(await own.apply({ body: { jobId, shareContact: true } }), 'apply')
  const params = { processId: applied.id }
  const deskParams = { organisationId: market.organisationId, ...params }
  const [today, answerBy] = [dayAfter(0), dayAfter(7)]
  const offer = { step: 'offer', version: applied.version, pay: 600_000, startOn: today, answerBy } as const
  const offered = note(await desk.step({ params: deskParams, body: offer }), 'offer')
  const accept = { step: 'accept', version: offered.version } as const
  const accepted = note(await own.myStep({ params, body: accept }), 'accept')
  const confirm = { step: 'confirm', startedOn: today } as const
  const version = { version: accepted.version }
  const confirmed = note(await desk.step({ params: deskParams, body: { ...confirm, ...version } }), 'confirm')
  note(await own.myStep({ params, body: { ...confirm, version: confirmed.version } }), 'confirm')
}

/** Hires every `of`-th talent of a market from `first` on. */
export async function hireUntilKilled(
  running: Running,
  market: Market,
  [first, of]: readonly [number, number],
  done: Acknowledged[],
): Promise<void> {
  for (let at = first; at < market.talents.length; at += of)
    await hireOne(running, market, at, done).catch((error: unknown) => isMeant(error, 'hiring.full', 'jobs.notListed'))
}

const rowsOf = ({ database }: Opened['services'], text: string): Promise<Record<string, unknown>[]> =>
  database.asOwner(async (connection) => (await connection.query(text, [])).rows)

const keyOf = (processId: unknown, version: unknown, step: unknown) => `${processId} ${version} ${step}`

/** Steps that the server had acknowledged and that are gone. */
export async function stepsLost(services: Opened['services'], done: readonly Acknowledged[]): Promise<string[]> {
  const rows = await rowsOf(services, 'select process_id, seq, step from hiring.event')
  const kept = new Set(rows.map((row) => keyOf(row['process_id'], row['seq'], row['step'])))
  return done.map(({ processId, version, step }) => keyOf(processId, version, step)).filter((key) => !kept.has(key))
}

/** What must hold in the tables of hiring after any number of kills; each query names what breaks it. */
const RULES = {
  'an opening is taken by who accepted, and by nobody else': `
    select j.id from jobs.job j where j.taken > j.openings or j.taken <> (
      select count(*) from hiring.process p
      where p.city = j.city and p.job_id = j.id and p.stage in ('accepted', 'placed'))`,
  'the ledger counts each placement once, and nothing else as one': `
    select coalesce(p.id, e.source_id::uuid) from (select * from hiring.process where stage = 'placed') p
    full join (select city, source_id, count(*) as times from ledger.entry
      where kind = 'hiring.placement' group by city, source_id) e on e.city = p.city and e.source_id = p.id::text
    where p.id is null or e.times is distinct from 1`,
  'the ledger counts each application once': `
    select coalesce(p.id, e.source_id::uuid) from hiring.process p
    full join (select city, source_id, count(*) as times from ledger.entry
      where kind = 'hiring.application' group by city, source_id) e on e.city = p.city and e.source_id = p.id::text
    where p.id is null or e.times is distinct from 1`,
  'a process stands where its last event has left it': `
    select p.id from hiring.process p left join hiring.event e
      on e.city = p.city and e.process_id = p.id and e.seq = p.version
    where e.stage is distinct from p.stage`,
  'events are numbered without a gap': `
    select process_id from hiring.event group by city, process_id having max(seq) <> count(*)`,
}

/** Rules that do not hold, with how many records break each. */
export async function hiringFaults(services: Opened['services']): Promise<string[]> {
  const faults: string[] = []
  for (const [rule, text] of Object.entries(RULES)) {
    const broken = await rowsOf(services, text)
    if (broken.length > 0) faults.push(`${rule}: ${broken.length}`)
  }
  return faults
}
