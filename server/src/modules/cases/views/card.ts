import type { CaseCard, CaseTask } from '@renshu/contracts'
import type { Prepared } from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { definitionOf } from '../definitions/library.ts'
import { unseenIn } from '../store/messages.ts'
import type { CaseRow } from '../tables.ts'
import { namesOf } from './names.ts'
import { placeOf, showAmount } from './values.ts'

/** Whose messages count as not seen: those of the other side. */
export type Side = 'applicant' | 'office'

/** What cards of several cases are made of, in a fixed number of statements. */
export async function lookAround(context: Context, rows: readonly CaseRow[], side: Side) {
  return context.asSystem(async () => {
    const prepared = new Map<string, Prepared>()
    for (const { service, version } of rows)
      if (!prepared.has(version)) prepared.set(version, await definitionOf(context, service, version))
    const people = rows.flatMap(({ personId, assignee }) => [personId, assignee])
    const firms = rows.map(({ organisationId }) => organisationId)
    return {
      prepared,
      names: await namesOf(context, people, firms),
      unseen: await unseenIn(
        context.tx,
        context.city,
        rows.map(({ id }) => id),
        side,
      ),
    }
  })
}
export type Around = Awaited<ReturnType<typeof lookAround>>

export const isOverdue = ({ dueOn, ended }: Pick<CaseRow, 'dueOn' | 'ended'>, today: string): boolean =>
  ended === null && dueOn !== null && dueOn < today

export function cardView(context: Context, row: CaseRow, { prepared, names, unseen }: Around): CaseCard {
  const { cities, city, now } = context
  const { service, stages } = prepared.get(row.version)!
  const shown = showAmount(row)
  const id = row.organisationId ?? row.personId!
  return {
    id: row.id,
    code: row.code,
    service: { key: row.service, title: service.title },
    applicant: { kind: row.organisationId === null ? 'person' : 'organisation', id, name: names.get(id) ?? '' },
    stage: { id: row.stage, name: stages.get(row.stage)!.name, end: row.ended },
    mode: row.mode,
    acceptance: row.acceptance === null ? null : placeOf(row.acceptance, cities.get(city)),
    decision: placeOf(row.decision, cities.get(city)),
    submittedAt: row.submittedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    dueOn: row.dueOn,
    overdue: isOverdue(row, dayOf(now())),
    waitsFor: row.waitsFor,
    amount: shown === null ? null : { fen: row.fen, months: row.months, shown },
    round: row.round,
    unread: unseen.get(row.id) ?? 0,
    n: row.n,
  }
}

export const assignedView = ({ actor }: Context, { assignee }: CaseRow, { names }: Around) =>
  assignee === null ? null : { personId: assignee, name: names.get(assignee) ?? '', mine: assignee === actor.personId }

export const taskView = (context: Context, row: CaseRow, around: Around): CaseTask => ({
  ...cardView(context, row, around),
  roles: row.roles,
  escalatedTo: row.escalatedTo,
  place: placeOf(row.place, context.cities.get(context.city)),
  assigned: assignedView(context, row, around),
  objections: row.objections,
  since: row.since,
})
