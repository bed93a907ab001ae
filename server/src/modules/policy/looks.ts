import type { PolicyLook, SubjectRef } from '@renshu/contracts'
import type { Selectable } from 'kysely'
import { type Context, type SlowHandler, withSlowStep } from '../../platform/http/index.ts'
import { pageOf, readIdCursor } from '../../platform/pages.ts'
import type { RecordSubject } from '../../platform/records.ts'
import type { PolicyPorts } from './ports.ts'
import { findSubject, requireOther } from './subjects.ts'
import { type PolicyTables, tables } from './tables.ts'

type LookRow = Selectable<PolicyTables['policy.look']>

/** What an officer asks about somebody, and why. */
interface Asking {
  body: { subject?: SubjectRef | undefined; reason: string }
}

interface Looking<I, O> {
  what: LookRow['what']
  /** Whether nobody may ask this of himself and his own. */
  ofOthers?: boolean
  answer: (input: I, context: Context) => Promise<O>
}

/**
 * A handler that reads what is held of somebody. The look is committed before the answer is made: a question that is
 * refused tells something too (that the record says otherwise), so its trace must not go with the refusal.
 */
export const withLook = <I extends Asking, O>(
  ports: PolicyPorts,
  { what, ofOthers = false, answer }: Looking<I, O>,
): SlowHandler<I, O> =>
  withSlowStep<I, O, LookRow | undefined, unknown>({
    async look({ body: { subject: ref, reason } }, context) {
      if (!ref) return undefined
      const { kind, id } = await findSubject(ports, context, ref)
      if (ofOthers) await requireOther(context, { kind, id })
      const { city, newId, now, actor } = context
      const by = { lookedAt: now(), lookedBy: actor.personId! }
      return { city, id: newId(), subjectKind: kind, subjectId: id, what, reason, ...by }
    },
    work: async (row, { database }) =>
      row &&
      database.transaction({ kind: 'system', city: row.city }, (tx) =>
        tables(tx).insertInto('policy.look').values(row).execute(),
      ),
    handle: answer,
  })

/** Looks of officers at what is held of a subject, the newest first. Scope of the subject. @throws platform.badCursor */
export async function listLooks(
  { tx, city }: Context,
  { kind, id }: RecordSubject,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: PolicyLook[]; next: string | null; total: number }> {
  const before = readIdCursor(cursor)
  const all = tables(tx)
    .selectFrom('policy.look')
    .where('city', '=', city)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await (before === undefined ? all : all.where('id', '<', before))
    .select(['id', 'what', 'reason', 'lookedAt'])
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const found = pageOf(rows, limit, total, ({ id: last }) => [last])
  const items = found.items.map((row) => ({ what: row.what, reason: row.reason, at: row.lookedAt.toISOString() }))
  return { ...found, items }
}
