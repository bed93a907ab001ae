import {
  type BureauEntitlement,
  type Entitlement,
  type EntitlementState,
  type EntitlementSummary,
} from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { pageOf, readIdCursor } from '../../../platform/pages.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { personNames } from '../../accounts/index.ts'
import { organisations } from '../../registry/index.ts'
import { amountOf } from '../deciding/view.ts'
import type { PolicyDesk } from '../desk.ts'
import { servicesByPolicy } from '../library/files.ts'
import { policiesInUse, policiesOfVersions, type PolicyInUse } from '../library/in-use.ts'
import { type DecisionRow, type EntitlementRow, tables } from '../tables.ts'
import { lastRun } from './store.ts'

type Row = EntitlementRow & Pick<DecisionRow, 'hash' | 'body'>

const hashOf = ({ hash }: Row): string => hash

const withDecision = ({ tx, city }: Pick<PolicyDesk, 'tx' | 'city'>) =>
  tables(tx)
    .selectFrom('policy.entitlement as entitlement')
    .innerJoin('policy.decision as decision', (join) =>
      join.onRef('decision.city', '=', 'entitlement.city').onRef('decision.id', '=', 'entitlement.decisionId'),
    )
    .selectAll('entitlement')
    .select(['decision.hash', 'decision.body'])
    .where('entitlement.city', '=', city)

const unitOf = ({ prepared }: PolicyInUse) => (prepared.amount.type.is === 'months' ? 'months' : 'fen')

function viewOf(desk: PolicyDesk, row: Row, inUse: PolicyInUse): Entitlement {
  const { title, summary } = inUse.prepared.policy
  return {
    id: row.id,
    policy: row.policy,
    title,
    summary,
    service: servicesByPolicy(desk).get(row.policy) ?? { key: row.policy, title },
    amount: amountOf(unitOf(inUse), row.amount),
    arithmetic: row.body.amount?.arithmetic ?? '',
    foundOn: row.foundOn,
    lastDay: row.lastOn,
    state: row.state,
    caseId: row.caseId,
    decisionId: row.decisionId,
  }
}

/** What a subject is or was entitled to, the newest first. */
export async function listOwn(desk: PolicyDesk, { kind, id }: RecordSubject): Promise<{ items: Entitlement[] }> {
  const rows = await withDecision(desk)
    .where('entitlement.subjectKind', '=', kind)
    .where('entitlement.subjectId', '=', id)
    .orderBy('entitlement.id', 'desc')
    .limit(200)
    .execute()
  const versionOf = await policiesOfVersions(desk, rows.map(hashOf))
  return { items: rows.map((row) => viewOf(desk, row, versionOf(row.hash))) }
}

interface Query {
  policy?: string | undefined
  state?: EntitlementState | undefined
  limit: number
  cursor?: string | undefined
}

/** As far as the officer's district reaches. */
export async function listForBureau(context: Context, { policy, state, limit, cursor }: Query) {
  const before = readIdCursor(cursor)
  let counted = tables(context.tx).selectFrom('policy.entitlement').where('city', '=', context.city)
  if (policy) counted = counted.where('policy', '=', policy)
  if (state) counted = counted.where('state', '=', state)
  const { total } = await counted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let ids = counted.select('id')
  if (before !== undefined) ids = ids.where('id', '<', before)
  const chosen = await ids
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(chosen, limit, total, ({ id }) => [id])
  return {
    ...page,
    items: await bureauViews(
      context,
      page.items.map(({ id }) => id),
    ),
  }
}

/** The ids were chosen within the officer's scope; decisions of people are read beyond it. */
async function bureauViews(context: Context, ids: readonly string[]): Promise<BureauEntitlement[]> {
  if (ids.length === 0) return []
  return context.asSystem(async () => {
    const rows = await withDecision(context)
      .where('entitlement.id', 'in', [...ids])
      .orderBy('entitlement.id', 'desc')
      .execute()
    const nameOf = await namesOf(context, rows)
    const versionOf = await policiesOfVersions(context, rows.map(hashOf))
    return rows.map((row) => {
      const { subjectKind: kind, subjectId: id, district, hash } = row
      return { ...viewOf(context, row, versionOf(hash)), subject: { kind, id, name: nameOf(row), district } }
    })
  })
}

/** People by the first character of their names: the list is no register of who gets money. */
async function namesOf(context: Context, rows: readonly Row[]) {
  const idsOf = (kind: RecordSubject['kind']) => rows.flatMap((row) => (row.subjectKind === kind ? row.subjectId : []))
  const cards = await organisations(context.tx, context.city, idsOf('organisation'))
  const people = await personNames(context, idsOf('person'))
  return ({ subjectKind, subjectId }: Row): string => {
    if (subjectKind === 'organisation') return cards.get(subjectId)?.name ?? ''
    const [first = ''] = people.get(subjectId) ?? ''
    return `${first}**`
  }
}

export async function summarise(context: Context): Promise<EntitlementSummary> {
  const { tx, city } = context
  const rows = await tables(tx)
    .selectFrom('policy.entitlement')
    .select(['policy', 'state'])
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | string>('amount').as('sum')])
    .where('city', '=', city)
    .groupBy(['policy', 'state'])
    .execute()
  const policies = await policiesInUse(context)
  const services = servicesByPolicy(context)
  const run = await lastRun(tx, city)
  return {
    policies: [...policies.values()]
      .filter(({ key }) => services.has(key) || rows.some(({ policy }) => policy === key))
      .map((inUse) => {
        const own = rows.filter(({ policy }) => policy === inUse.key)
        const countOf = (state: EntitlementState) => Number(own.find((row) => row.state === state)?.count ?? 0)
        return {
          policy: inUse.key,
          title: inUse.prepared.policy.title,
          open: countOf('open'),
          taken: countOf('taken'),
          declined: countOf('declined'),
          ended: countOf('ended'),
          sum: Number(own.find(({ state }) => state === 'open')?.sum ?? 0),
          unit: unitOf(inUse),
        }
      }),
    lastRun: run
      ? {
          at: run.beganAt.toISOString(),
          endedAt: run.endedAt?.toISOString() ?? null,
          decided: run.decided,
          found: run.found,
          ended: run.ended,
        }
      : null,
  }
}
