import type {
  ComparedPolicy,
  Comparison,
  DecidedAgain,
  Decision as Shown,
  KeptDecision,
  OpenedDecision,
} from '@renshu/contracts'
import type { Decision, Facts } from '@renshu/policy'
import { pageOf, readIdCursor } from '../../../platform/pages.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import { fail } from '../errors.ts'
import { servicesByPolicy } from '../library/files.ts'
import { policiesInUse, policiesOfVersions, type PolicyInUse, policyInUse, policyOfVersion } from '../library/in-use.ts'
import { titlesOf } from '../library/show.ts'
import { hashesInUse } from '../library/versions.ts'
import type { PolicyPorts } from '../ports.ts'
import { recordsOf } from '../records/read.ts'
import { type DecisionRow, type FactRecords, tables } from '../tables.ts'
import { type Decided, decideBy, historyOf, keepDecision, wholeAmount } from './decide.ts'
import { factsFrom, factsOf, recordNames, withGiven } from './facts.ts'
import { amountOf, amountView, decisionView, questionView } from './view.ts'

/** What somebody asks to be decided. */
export interface Asked {
  facts: Facts
  effective?: string | undefined
  known?: string | undefined
}

interface DecidedWith extends Decided {
  records: FactRecords
}

/**
 * Decides for somebody from records, then from what was given. Scope `system`.
 * @throws policy.noPolicy, policy.otherSubject, policy.factsHeld, policy.factsWrong
 */
export async function decideOf(
  ports: PolicyPorts,
  desk: PolicyDesk,
  key: string,
  subject: RecordSubject,
  asked: Asked,
): Promise<DecidedWith> {
  const inUse = await policyInUse(desk, key)
  const known = await factsOf(ports, desk, inUse.prepared, subject)
  const history = await historyOf(ports, desk, subject)
  const today = todayOf(desk)
  const facts = withGiven(inUse.prepared, known, asked.facts)
  const days = { effective: asked.effective ?? today, known: asked.known ?? today }
  return { inUse, records: known.records, decision: decideBy(desk, inUse, { facts, ...days, history }) }
}

/** A decision as it is shown. */
export async function shown(desk: PolicyDesk, made: DecidedWith): Promise<Shown> {
  const titleOf = titlesOf(await policiesInUse(desk))
  return decisionView(made, { records: made.records, titleOf })
}

const RANK = { granted: 0, unknown: 1, refused: 2, notInForce: 3 } as const

function comparedOf(desk: PolicyDesk, { decision, inUse }: Decided): ComparedPolicy {
  const { policy } = inUse.prepared
  const { amount, outcome, conditions, limits, missing, needsHistory } = decision
  return {
    key: policy.key,
    title: policy.title,
    summary: policy.summary,
    to: policy.to ?? null,
    outcome,
    amount: amount ? { ...amountView(amount.value, amount.shown), period: amount.period } : null,
    missing: missing.map((key) => questionView(policy.facts.find((fact) => fact.key === key)!)),
    needsHistory,
    failing: [...conditions, ...limits].filter(({ result }) => result === 'fail').map(({ text }) => text),
    service: servicesByPolicy(desk).get(policy.key) ?? null,
  }
}

/** Every policy for somebody: what is granted first, by amount. Scope `system`. */
export async function compareFor(
  ports: PolicyPorts,
  desk: PolicyDesk,
  subject: RecordSubject & { name: string | null },
  effective = todayOf(desk),
): Promise<Comparison> {
  const policies = [...(await policiesInUse(desk)).values()].filter(
    ({ prepared }) => prepared.policy.subject === subject.kind,
  )
  const names = [...new Set(policies.flatMap(({ prepared }) => recordNames(prepared)))]
  const records = await recordsOf(ports, desk, subject, names)
  const history = await historyOf(ports, desk, subject)
  const known = todayOf(desk)
  const compared = policies.map((inUse) => {
    const { facts } = factsFrom(inUse.prepared, records)
    return comparedOf(desk, { inUse, decision: decideBy(desk, inUse, { facts, effective, known, history }) })
  })
  return {
    subject: { kind: subject.kind, name: subject.name },
    effective,
    policies: compared.toSorted(
      (a, b) =>
        RANK[a.outcome] - RANK[b.outcome] ||
        (b.amount?.value ?? -1) - (a.amount?.value ?? -1) ||
        (a.key < b.key ? -1 : 1),
    ),
  }
}

type Keeping = { madeBy: DecisionRow['madeBy']; personId: string | null; district: string | null }

/** Keeps a decision for somebody and shows it. Scope `system`. */
export async function keepFor(
  desk: PolicyDesk,
  subject: RecordSubject,
  made: DecidedWith,
  keeping: Keeping,
): Promise<OpenedDecision> {
  const id = await keepDecision(desk, { ...made, subject, ...keeping })
  const row = await decisionById(desk, id)
  return open(desk, row!)
}

type Place = Pick<PolicyDesk, 'tx' | 'city'>

/** As far as the caller may see it. */
const decisionById = ({ tx, city }: Place, id: string): Promise<DecisionRow | undefined> =>
  tables(tx).selectFrom('policy.decision').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()

/** A kept decision that is of this subject, where one is named. @throws policy.noDecision */
export async function findDecision(desk: Place, id: string, subject?: RecordSubject): Promise<DecisionRow> {
  const row = await decisionById(desk, id)
  if (!row || (subject && (row.subjectKind !== subject.kind || row.subjectId !== subject.id))) throw fail.noDecision()
  return row
}

/** The engine's own words for a kept amount; none where nothing could be told. */
function keptAmount({ amount }: DecisionRow, { prepared }: PolicyInUse) {
  if (amount === null) return null
  return amountOf(prepared.amount.type.is === 'months' ? 'months' : 'fen', amount)
}

function keptOf(row: DecisionRow, inUse: PolicyInUse, current: ReadonlyMap<string, string>): KeptDecision {
  return {
    id: row.id,
    policy: row.policy,
    title: inUse.prepared.policy.title,
    subject: row.subjectKind,
    effective: row.effective,
    outcome: row.outcome,
    amount: keptAmount(row, inUse),
    at: row.decidedAt.toISOString(),
    by: row.madeBy,
    outdated: current.get(row.policy) !== row.hash,
  }
}

/** A kept decision as it was made, with the version it was made with. @throws policy.noDecision */
export async function keptDecision(desk: PolicyDesk, id: string): Promise<Decided> {
  const { policy, hash, body } = await findDecision(desk, id)
  return { inUse: await policyOfVersion(desk, policy, hash), decision: body }
}

/** A kept decision with everything it says, by the version it was made with. */
export async function open(desk: PolicyDesk, row: DecisionRow): Promise<OpenedDecision> {
  const inUse = await policyOfVersion(desk, row.policy, row.hash)
  const kept = keptOf(row, inUse, await hashesInUse(desk))
  return { ...kept, decision: await shown(desk, { inUse, decision: row.body, records: row.records }) }
}

/** Kept decisions of a subject, the newest first. */
export async function listDecisions(
  desk: PolicyDesk,
  subject: RecordSubject,
  { limit, cursor, policy }: { limit: number; cursor?: string | undefined; policy?: string | undefined },
) {
  const { tx, city } = desk
  const after = readIdCursor(cursor)
  let query = tables(tx)
    .selectFrom('policy.decision')
    .where('city', '=', city)
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .where('madeBy', 'in', ['self', 'officer', 'nightly'])
  if (policy) query = query.where('policy', '=', policy)
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await (after === undefined ? query : query.where('id', '<', after))
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const current = await hashesInUse(desk)
  const page = pageOf(rows, limit, total, ({ id }) => [id])
  const versionOf = await policiesOfVersions(
    desk,
    page.items.map(({ hash }) => hash),
  )
  return { ...page, items: page.items.map((row) => keptOf(row, versionOf(row.hash), current)) }
}

/** A kept decision decided again from what was stored: by its own version, and by the one in use. */
export async function decideAgain(desk: PolicyDesk, row: DecisionRow): Promise<DecidedAgain> {
  const inUse = await policyOfVersion(desk, row.policy, row.hash)
  const { facts, effective, known, history } = row.body
  const again = decideBy(desk, inUse, { facts, effective, known, history })
  const current = (await policiesInUse(desk)).get(row.policy)
  const isSameVersion = current?.hash === row.hash
  return {
    id: row.id,
    agrees: again.outcome === row.outcome && wholeAmount(again) === row.amount,
    before: { outcome: row.outcome, amount: keptAmount(row, inUse) },
    again: await shown(desk, { inUse, decision: again, records: row.records }),
    current: current && !isSameVersion ? nowBy(desk, current, row.body) : null,
  }
}

/** By the version in use; facts that it does not ask for are left aside. */
function nowBy(desk: PolicyDesk, current: PolicyInUse, { facts, effective, known, history }: Decision) {
  const asked = new Set(current.prepared.policy.facts.map(({ key }) => key))
  const own = Object.fromEntries(Object.entries(facts).filter(([key]) => asked.has(key)))
  const { outcome, amount } = decideBy(desk, current, { facts: own, effective, known, history })
  return { outcome, amount: amount ? amountView(amount.value, amount.shown) : null }
}
