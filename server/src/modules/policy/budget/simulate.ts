import { type Budget, type Input, type policyRoutes } from '@renshu/contracts'
import type { Insertable } from 'kysely'
import type { Context } from '../../../platform/http/index.ts'
import { pageOf, readIdCursor } from '../../../platform/pages.ts'
import type { Services } from '../../../platform/services.ts'
import { withReplaced } from '../deciding/replace.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import { fail } from '../errors.ts'
import { policiesOfVersions, type PolicyInUse, policyInUse, policyOfVersion } from '../library/in-use.ts'
import { ensureVersions } from '../library/versions.ts'
import type { PolicyPorts } from '../ports.ts'
import { type BudgetRow, type PolicyTables, tables } from '../tables.ts'
import { decideRows, rowsFrom } from './columns.ts'
import { countSubjects } from './subjects.ts'
import { Tallies } from './tally.ts'
import { type Chunk, deskOf, walkSubjects } from './walk.ts'

export const BUDGET_JOB = 'policy.budget'

type Body = Input<(typeof policyRoutes)['startBudget']>['body']

async function viewsOf(desk: PolicyDesk, rows: readonly BudgetRow[]): Promise<Budget[]> {
  const hashes = rows.map(({ hash }) => hash)
  const versionOf = await policiesOfVersions(desk, hashes)
  return rows.map((row) => viewOf(row, versionOf(row.hash)))
}

function viewOf(row: BudgetRow, { prepared }: PolicyInUse): Budget {
  return {
    id: row.id,
    policy: row.policy,
    title: prepared.policy.title,
    effective: row.effective,
    values: row.replaced,
    at: row.madeAt.toISOString(),
    status: row.status,
    progress: row.progress,
    unit: prepared.amount.type.is === 'months' ? 'months' : 'fen',
    result: row.result,
  }
}

/** Queues a simulation over what the officer has charge of. @throws policy.noPolicy, policy.valuesWrong */
export async function startBudget(context: Context, { policy, values, effective }: Body): Promise<Budget> {
  const { tx, city, now, newId, actor, jobs } = context
  const inUse = await policyInUse(context, policy)
  const today = todayOf(context)
  withReplaced(inUse, values, today, context)
  await context.asSystem(() => ensureVersions(context))
  const row: Insertable<PolicyTables['policy.budget']> = {
    city,
    id: newId(),
    policy,
    hash: inUse.hash,
    effective: effective ?? today,
    replaced: JSON.stringify(values),
    district: actor.officer!.district,
    status: 'running',
    result: null,
    madeAt: now(),
    madeBy: actor.personId!,
  }
  await tables(tx).insertInto('policy.budget').values(row).execute()
  await jobs.send(tx, BUDGET_JOB, { city, budgetId: row.id })
  return viewOf((await budgetById(context, row.id))!, inUse)
}

type Place = Pick<PolicyDesk, 'tx' | 'city'>
const budgetById = ({ tx, city }: Place, id: string): Promise<BudgetRow | undefined> =>
  tables(tx).selectFrom('policy.budget').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()

/** @throws policy.noBudget */
export async function showBudget(context: Context, id: string): Promise<Budget> {
  const row = await budgetById(context, id)
  if (!row) throw fail.noBudget()
  return (await viewsOf(context, [row]))[0]!
}

/** The newest first. */
export async function listBudgets(context: Context, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const before = readIdCursor(cursor)
  const all = tables(context.tx).selectFrom('policy.budget').where('city', '=', context.city)
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await (before === undefined ? all : all.where('id', '<', before))
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, total, ({ id }) => [id])
  return { ...page, items: await viewsOf(context, page.items) }
}

const change = (
  services: Services,
  city: string,
  id: string,
  set: { progress?: number; status?: 'done' | 'failed'; result?: string },
) =>
  services.database.transaction({ kind: 'system', city }, (tx) =>
    tables(tx).updateTable('policy.budget').set(set).where('city', '=', city).where('id', '=', id).execute(),
  )

/** Runs a queued simulation to its end; one that has ended already is left alone. */
export async function runBudget(ports: PolicyPorts, services: Services, city: string, budgetId: string): Promise<void> {
  const began = await services.database.transaction({ kind: 'system', city }, async (tx) => {
    const row = await budgetById({ tx, city }, budgetId)
    if (row?.status !== 'running') return undefined
    const desk = deskOf(services, tx, city)
    const inUse = await policyOfVersion(desk, row.policy, row.hash)
    const { subject } = inUse.prepared.policy
    const known = todayOf(desk)
    const replaced = withReplaced(inUse, row.replaced, known, {})
    return { row, inUse, replaced, known, kind: subject, expected: await countSubjects(tx, city, subject) }
  })
  if (!began) return
  const { row, inUse, replaced, known, kind, expected } = began
  const days = { effective: row.effective, known }
  const tallies = new Tallies()
  const decideChunk = async ({ subjects, records, historyOf }: Chunk) => {
    const rows = rowsFrom(inUse.prepared, records)
    const before = decideRows(inUse.prepared, rows, days, historyOf)
    const after = replaced === inUse ? before : decideRows(replaced.prepared, rows, days, historyOf)
    return { subjects, before, after }
  }
  const over = { city, kind, district: row.district, policies: [inUse] }
  await walkSubjects(ports, services, over, decideChunk, async ({ subjects, before, after }) => {
    tallies.add(subjects, before, after)
    await change(services, city, budgetId, { progress: Math.min(0.99, tallies.seen / Math.max(1, expected)) })
  })
  await change(services, city, budgetId, { status: 'done', progress: 1, result: JSON.stringify(tallies.result()) })
}

/** A simulation that could not be run to its end says so. */
export const failBudget = (services: Services, city: string, budgetId: string): Promise<unknown> =>
  change(services, city, budgetId, { status: 'failed' })
