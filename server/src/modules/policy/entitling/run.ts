import { type Decision, decide, hasBegunAnew } from '@renshu/policy'
import type { Tx } from '../../../platform/database/index.ts'
import type { Services } from '../../../platform/services.ts'
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
import { choose, hashOfOffer, toldBefore } from './choose.ts'
import {
  beginRun,
  endOthers,
  endRun,
  endThese,
  endUnseen,
  entitlementsOf,
  insertOffers,
  lastRun,
  type NewDecision,
  type NewEntitlement,
} from './store.ts'
import { tellAll, type Untold } from './tell.ts'

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

/** What came of a chunk, in the transaction that wrote it, and who is to be told once it stands. */
interface Found extends RunCounts {
  untold: readonly Untold[]
}

interface Offer {
  subject: Counted
  decision: Decision
  hash: string
  inUse: PolicyInUse
  row: number
  /** When its subject was told of the measure, by an offer before. */
  toldAt: Date | null
  /** The offer in whose place it comes. */
  replaces: string | null
}

class ChunkRun {
  readonly #chunk: Chunk
  readonly #kind: Counted['kind']
  readonly #today: string
  readonly #offers: Offer[] = []
  readonly #over: string[] = []
  readonly #untold: Untold[] = []

  constructor(kind: Counted['kind'], chunk: Chunk) {
    this.#kind = kind
    this.#chunk = chunk
    this.#today = todayOf(chunk.desk)
  }

  async run(offered: readonly Offered[]): Promise<Found> {
    const { desk, subjects, after, last } = this.#chunk
    const ids = subjects.map(({ id }) => id)
    const before = await entitlementsOf(desk.tx, desk.city, this.#kind, ids)
    const bySubject = new Map<string, Kept[]>()
    for (const one of before) {
      const key = `${one.policy} ${one.subjectId}`
      bySubject.set(key, [...(bySubject.get(key) ?? []), one])
    }
    for (const each of offered) this.#decideAll(each, (id) => bySubject.get(`${each.inUse.key} ${id}`) ?? [])
    const gone = await endUnseen(desk.tx, desk.city, { kind: this.#kind, after, last }, ids, desk.now())
    const over = await endThese(desk.tx, desk.city, this.#over, desk.now())
    for (const offer of this.#offers) if (offer.replaces) offer.toldAt ??= over.get(offer.replaces) ?? null
    await this.#write()
    const counts = { decided: ids.length * offered.length, found: this.#offers.length, ended: gone + over.size }
    return { ...counts, untold: this.#untold }
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
      const isOver = (foundOn: string) => hasBegunAnew(inUse.prepared, decision, foundOn)
      const choice = choose(isOver, own, hash)
      const open = own.find(({ state }) => state === 'open')?.id ?? null
      const toldAt = toldBefore(isOver, own)
      if (choice === 'replace') this.#over.push(open!)
      if (choice === 'replace' || choice === 'offer')
        this.#offers.push({ subject, decision, hash, inUse, row, toldAt, replaces: open })
      // A run that stopped half-way offered it and told nobody.
      if (choice === 'keep' && !toldAt) this.#untold.push(untoldOf(open!, { subject, decision, inUse }))
    }
  }

  async #write(): Promise<void> {
    const { tx } = this.#chunk.desk
    const decisions: NewDecision[] = []
    const entitlements: NewEntitlement[] = []
    for (const offer of this.#offers) {
      const decision = this.#decisionRow(offer)
      const entitlement = this.#entitlementRow(offer, decision.id)
      decisions.push(decision)
      entitlements.push(entitlement)
      if (!offer.toldAt) this.#untold.push(untoldOf(entitlement.id, offer))
    }
    await insertOffers(tx, decisions, entitlements)
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

  #entitlementRow({ subject, decision, hash, inUse, toldAt }: Offer, decisionId: string): NewEntitlement {
    const { city, newId } = this.#chunk.desk
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
      toldAt,
    }
  }
}

const untoldOf = (id: string, { subject, decision, inUse }: Pick<Offer, 'subject' | 'decision' | 'inUse'>): Untold => ({
  id,
  subject,
  title: inUse.prepared.policy.title,
  shown: decision.amount!.shown,
})

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
  const counts: RunCounts = { decided: 0, found: 0, ended: 0 }
  for (const kind of ['organisation', 'person'] as const) {
    const own = offered.filter(({ inUse }) => inUse.prepared.policy.subject === kind)
    if (own.length === 0) continue
    const over = { city, kind, district: null, policies: own.map(({ inUse }) => inUse) }
    const take = (chunk: Chunk) => new ChunkRun(kind, chunk).run(own)
    const after = await walkSubjects(ports, services, over, take, async ({ decided, found, ended, untold }) => {
      counts.decided += decided
      counts.found += found
      counts.ended += ended
      await tellAll(services, city, untold)
    })
    counts.ended += await asSystem((tx) => endUnseen(tx, city, { kind, after, last: null }, [], clock.now()))
  }
  // Of policies that hold no longer.
  const keys = offered.map(({ inUse }) => inUse.key)
  counts.ended += await asSystem((tx) => endOthers(tx, city, keys, clock.now()))
  await asSystem((tx) => endRun(tx, city, id, { ...counts, endedAt: clock.now() }))
  return counts
}

/** A run that began so long ago and did not end has stopped half-way. */
const STALLED_MS = 3_600_000

/** Whether somebody is looking just now. */
export async function isRunning(tx: Tx, city: string, now: Date): Promise<boolean> {
  const last = await lastRun(tx, city)
  return last !== undefined && last.endedAt === null && now.getTime() - last.beganAt.getTime() < STALLED_MS
}
