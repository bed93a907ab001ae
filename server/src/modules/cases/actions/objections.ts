import type { CaseObjection } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { type Acting, officerActing } from '../running/actor.ts'
import { storyOf } from '../running/story.ts'
import { taskColumns } from '../running/task.ts'
import { holdCase, updateCase } from '../store/cases.ts'
import { type CaseRow, tables } from '../tables.ts'
import { objectionView } from '../views/file.ts'
import { namesOf } from '../views/names.ts'
import type { Desk } from '../ports.ts'

/** The case as it waits with so many objections. Scope `system`; the row is held. */
async function setObjections(desk: Desk, row: CaseRow, objections: number): Promise<void> {
  const { prepared, state } = await storyOf(desk, row)
  if (!state) return
  const next = { ...row, objections, ...(objections === 0 && { assignee: null }) }
  await updateCase(desk.tx, row, { objections, ...(await taskColumns(desk, prepared, state, next)) })
}

/** Whether an objection of somebody waits for its answer. Scope `system`; the case is held. */
const hasObjected = async ({ tx, city }: Desk, noticeId: string, personId: string): Promise<boolean> =>
  (await tables(tx)
    .selectFrom('cases.objection')
    .select('id')
    .where('city', '=', city)
    .where('noticeId', '=', noticeId)
    .where('personId', '=', personId)
    .where('status', '=', 'open')
    .executeTakeFirst()) !== undefined

/**
 * Somebody objects to a public notice: from now on the counter has to answer, and the notice does not end by itself.
 * One that is not answered yet is enough of each person.
 * @throws cases.noNotice, cases.noticeOver, cases.alreadyObjected
 */
export async function object(context: Context, noticeId: string, text: string): Promise<void> {
  const { tx, city, newId, now, actor, secrets } = context
  await context.asSystem(async () => {
    const notice = await tables(tx)
      .selectFrom('cases.notice')
      .selectAll()
      .where('city', '=', city)
      .where('id', '=', noticeId)
      .executeTakeFirst()
    if (!notice) throw fail.noNotice()
    const row = (await holdCase(tx, city, notice.caseId))!
    const current = await tables(tx)
      .selectFrom('cases.notice')
      .select('endedOn')
      .where('city', '=', city)
      .where('id', '=', noticeId)
      .executeTakeFirstOrThrow()
    const isOver = notice.untilOn !== null && notice.untilOn < dayOf(now())
    if (current.endedOn !== null || isOver) throw fail.noticeOver()
    const personId = actor.forPersonId ?? actor.personId!
    if (await hasObjected(context, noticeId, personId)) throw fail.alreadyObjected()
    await tables(tx)
      .insertInto('cases.objection')
      .values({
        city,
        id: newId(),
        caseId: row.id,
        noticeId,
        personId,
        textSealed: secrets.seal(text),
        madeAt: now(),
        status: 'open',
        answerSealed: null,
        answeredBy: null,
        answeredAt: null,
      })
      .execute()
    await setObjections(context, row, row.objections + 1)
  })
}

/** Open objections are answered by the step that was taken on them. Scope `system`. */
export const recordObjections = ({ tx, city, actor, now }: Context, { id }: CaseRow) =>
  tables(tx)
    .updateTable('cases.objection')
    .set({ status: 'recorded', answeredBy: actor.personId, answeredAt: now() })
    .where('city', '=', city)
    .where('caseId', '=', id)
    .where('status', '=', 'open')
    .execute()

/** @throws cases.notYourRole, cases.ownCase */
function requireCounterOf({ person, at, mandates }: Acting, row: CaseRow): void {
  const { roles, district, organisations, beside = [] } = at(row.place)
  if (district !== row.place || !roles.some((role) => row.roles.includes(role) || role === row.escalatedTo))
    throw fail.notYourRole()
  const parties = [row.personId, row.organisationId, ...row.concerned]
  const own = new Set([person, ...organisations, ...beside])
  const acted = new Set(mandates.flatMap(({ principal }) => [principal.person, principal.organisation]))
  if (parties.some((id) => id !== null && (own.has(id) || acted.has(id)))) throw fail.ownCase()
}

/** Answers an objection that does not hold. @throws cases.noObjection, cases.notYourRole, cases.ownCase */
export async function answerObjection(context: Context, objectionId: string, answer: string): Promise<CaseObjection> {
  const { tx, city, now, actor, secrets } = context
  const acting = await officerActing(context)
  return context.asSystem(async () => {
    const find = () =>
      tables(tx)
        .selectFrom('cases.objection')
        .selectAll()
        .where('city', '=', city)
        .where('id', '=', objectionId)
        .where('status', '=', 'open')
        .executeTakeFirst()
    const found = await find()
    const row = found && (await holdCase(tx, city, found.caseId))
    // Somebody may have answered it while the case was waited for.
    const open = row && (await find())
    if (!row || !open) throw fail.noObjection()
    requireCounterOf(acting, row)
    const set = {
      status: 'dismissed' as const,
      answerSealed: secrets.seal(answer),
      answeredBy: actor.personId,
      answeredAt: now(),
    }
    await tables(tx)
      .updateTable('cases.objection')
      .set(set)
      .where('city', '=', city)
      .where('id', '=', objectionId)
      .execute()
    await setObjections(context, row, row.objections - 1)
    return objectionView(context, { ...open, ...set }, await namesOf(context, [open.personId], []))
  })
}
