import { type Decision, decide } from '@renshu/policy'
import type { Services } from '../../../platform/services.ts'
import { tellOwners, tellPerson } from '../../accounts/index.ts'
import { decideRows, rowsFrom } from '../budget/columns.ts'
import type { Counted } from '../budget/subjects.ts'
import { type Chunk, deskOf, walkSubjects } from '../budget/walk.ts'
import { wholeAmount } from '../deciding/decide.ts'
import { factsFrom } from '../deciding/facts.ts'
import { todayOf } from '../desk.ts'
import { servicesByPolicy } from '../library/files.ts'
import { policiesInUse, type PolicyInUse } from '../library/in-use.ts'
import { stateOn } from '../library/state.ts'
import { ensureVersions } from '../library/versions.ts'
import type { PolicyPorts } from '../ports.ts'
import { choose, hashOfOffer } from './choose.ts'
import {
  beginRun,
  endRun,
  endThese,
  entitlementsOf,
  insertOffers,
  lastRun,
  type NewDecision,
  type NewEntitlement,
  openOnes,
} from './store.ts'
import { noticeOf } from './words.ts'

export interface RunCounts {
  /** Pairs of a subject and a policy. */
  decided: number
  found: number
  ended: number
}

/** A policy that may be taken up without applying, and who has a case of its service already. */
interface Offered {
  inUse: PolicyInUse
  busy: ReadonlySet<string>
}

/** Policies in force that have a service. */
async function offeredIn(ports: PolicyPorts, services: Services, city: string): Promise<Offered[]> {
  return services.database.transaction({ kind: 'system', city }, async (tx) => {
    const desk = deskOf(services, tx, city)
    await ensureVersions(desk)
    const today = todayOf(desk)
    const byPolicy = servicesByPolicy(desk)
    const offered: Offered[] = []
    for (const inUse of (await policiesInUse(desk)).values()) {
      const service = byPolicy.get(inUse.key)
      if (!service || stateOn(inUse.prepared.policy, today) !== 'inForce') continue
      offered.push({ inUse, busy: await ports.withOpenCase(tx, city, service.key) })
    }
    return offered
  })
}

type Kept = Awaited<ReturnType<typeof entitlementsOf>>[number]

/** What came of a chunk, in the transaction that wrote it. */
interface Found extends RunCounts {
  seen: readonly string[]
}

interface Offer {
  subject: Counted
  decision: Decision
  hash: string
  inUse: PolicyInUse
  row: number
  isFirst: boolean
}

class ChunkRun {
  readonly #chunk: Chunk
  readonly #services: Services
  readonly #today: string
  readonly #offers: Offer[] = []
  readonly #over: string[] = []

  constructor(services: Services, chunk: Chunk) {
    this.#services = services
    this.#chunk = chunk
    this.#today = todayOf(chunk.desk)
  }

  async run(offered: readonly Offered[]): Promise<Found> {
    const { desk, subjects } = this.#chunk
    const ids = subjects.map(({ id }) => id)
    const before = await entitlementsOf(desk.tx, desk.city, subjects[0]?.kind ?? 'person', ids)
    const bySubject = new Map<string, Kept[]>()
    for (const one of before) {
      const key = `${one.policy} ${one.subjectId}`
      bySubject.set(key, [...(bySubject.get(key) ?? []), one])
    }
    for (const each of offered) this.#decideAll(each, (id) => bySubject.get(`${each.inUse.key} ${id}`) ?? [])
    const ended = await endThese(desk.tx, desk.city, this.#over, desk.now())
    await this.#write()
    return { decided: ids.length * offered.length, found: this.#offers.length, ended, seen: ids }
  }

  #decideAll({ inUse, busy }: Offered, before: (id: string) => readonly Kept[]): void {
    const { subjects, records, historyOf } = this.#chunk
    const days = { effective: this.#today, known: this.#today }
    const rows = rowsFrom(inUse.prepared, records)
    const { outcomes } = decideRows(inUse.prepared, rows, days, historyOf)
    for (const [row, subject] of subjects.entries()) {
      const own = before(subject.id)
      const isEntitled = outcomes[row] === 'granted' && !busy.has(subject.id)
      if (!isEntitled) {
        this.#over.push(...own.filter(({ state }) => state === 'open').map(({ id }) => id))
        continue
      }
      const decision = decide(inUse.prepared, rows.factsOf(row), { ...days, history: historyOf(row) })
      // Nothing is nothing to be asked about.
      if (!wholeAmount(decision)) continue
      const hash = hashOfOffer(decision)
      const choice = choose(inUse.prepared.policy, own, hash, this.#today)
      if (choice === 'replace') this.#over.push(...own.filter(({ state }) => state === 'open').map(({ id }) => id))
      if (choice === 'replace' || choice === 'offer')
        this.#offers.push({ subject, decision, hash, inUse, row, isFirst: own.length === 0 })
    }
  }

  async #write(): Promise<void> {
    const { tx } = this.#chunk.desk
    const decisions: NewDecision[] = []
    const entitlements: NewEntitlement[] = []
    for (const offer of this.#offers) {
      const decision = this.#decisionRow(offer)
      decisions.push(decision)
      entitlements.push(this.#entitlementRow(offer, decision.id))
    }
    await insertOffers(tx, decisions, entitlements)
    for (const offer of this.#offers) if (offer.isFirst) await this.#tell(offer)
  }

  #decisionRow({ subject, decision, inUse, row }: Offer): NewDecision {
    const { city, newId, now } = this.#chunk.desk
    return {
      city,
      id: newId(),
      policy: inUse.key,
      hash: inUse.hash,
      subjectKind: subject.kind,
      subjectId: subject.id,
      district: subject.district,
      effective: decision.effective,
      outcome: decision.outcome,
      amount: wholeAmount(decision),
      body: decision,
      records: factsFrom(inUse.prepared, this.#chunk.records[row]!).records,
      decidedAt: now(),
      madeBy: 'nightly',
      personId: null,
    }
  }

  #entitlementRow({ subject, decision, hash, inUse, isFirst }: Offer, decisionId: string): NewEntitlement {
    const { city, newId, now } = this.#chunk.desk
    return {
      city,
      id: newId(),
      policy: inUse.key,
      subjectKind: subject.kind,
      subjectId: subject.id,
      district: subject.district,
      decisionId,
      amount: wholeAmount(decision)!,
      factsHash: hash,
      foundOn: this.#today,
      lastOn: inUse.prepared.policy.to ?? null,
      state: 'open',
      caseId: null,
      closedAt: null,
      closedBy: null,
      toldAt: isFirst ? now() : null,
    }
  }

  async #tell({ subject, decision, inUse }: Offer): Promise<void> {
    const { tx, city, cities } = this.#chunk.desk
    const { secrets, jobs, clock } = this.#services
    const notice = noticeOf({ cities, city }, inUse.prepared.policy.title, decision.amount!.shown)
    const desk = { tx, city, secrets, jobs, ...clock }
    await (subject.kind === 'person' ? tellPerson(desk, subject.id, notice) : tellOwners(desk, subject.id, notice))
  }
}

/**
 * Looks for everybody who is entitled without having applied, by what is on record; run again it finds nothing new.
 * What is no longer true ends.
 */
export async function findEntitled(ports: PolicyPorts, services: Services, city: string): Promise<RunCounts> {
  const { database, clock } = services
  const asSystem = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
    database.transaction({ kind: 'system', city }, work)
  const id = clock.newId()
  await asSystem((tx) => beginRun(tx, { city, id, beganAt: clock.now() }))
  const offered = await offeredIn(ports, services, city)
  const open = await asSystem((tx) => openOnes(tx, city))
  const counts: RunCounts = { decided: 0, found: 0, ended: 0 }
  const seen = new Set<string>()
  for (const kind of ['organisation', 'person'] as const) {
    const own = offered.filter(({ inUse }) => inUse.prepared.policy.subject === kind)
    if (own.length === 0) continue
    const over = { city, kind, district: null, policies: own.map(({ inUse }) => inUse) }
    await walkSubjects(
      ports,
      services,
      over,
      (chunk) => new ChunkRun(services, chunk).run(own),
      async ({ decided, found, ended, seen: ids }) => {
        counts.decided += decided
        counts.found += found
        counts.ended += ended
        for (const one of ids) seen.add(one)
      },
    )
  }
  // Of policies that hold no longer, and of organisations that are closed.
  const gone = open.filter(({ subjectId }) => !seen.has(subjectId)).map((one) => one.id)
  counts.ended += await asSystem((tx) => endThese(tx, city, gone, clock.now()))
  counts.ended += await asSystem((tx) => endOthers(tx, city, offered, clock.now()))
  await asSystem((tx) => endRun(tx, city, id, { ...counts, endedAt: clock.now() }))
  return counts
}

async function endOthers(
  tx: Parameters<typeof openOnes>[0],
  city: string,
  offered: readonly Offered[],
  at: Date,
): Promise<number> {
  const keys = new Set(offered.map(({ inUse }) => inUse.key))
  const open = await openOnes(tx, city)
  return endThese(
    tx,
    city,
    open.filter(({ policy }) => !keys.has(policy)).map(({ id }) => id),
    at,
  )
}

/** A run that began so long ago and did not end has stopped half-way. */
const STALLED_MS = 3_600_000

/** Whether somebody is looking just now. */
export async function isRunning(tx: Parameters<typeof openOnes>[0], city: string, now: Date): Promise<boolean> {
  const last = await lastRun(tx, city)
  return last !== undefined && last.endedAt === null && now.getTime() - last.beganAt.getTime() < STALLED_MS
}
