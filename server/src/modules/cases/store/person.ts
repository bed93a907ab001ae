import type { Tx } from '../../../platform/database/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { tables } from '../tables.ts'

/** Scope `system`. */
export const casesOf = (tx: Tx, city: string, personId: string) =>
  tables(tx)
    .selectFrom('cases.case')
    .select('id')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()

/** What somebody wrote, opened. Scope `system`. */
export async function wordsOf({ tx, city, secrets }: Context, personId: string) {
  const db = tables(tx)
  const open = (sealed: string | null) => (sealed === null ? null : secrets.open(sealed))
  const messages = await db
    .selectFrom('cases.message')
    .select(['id', 'caseId', 'textSealed', 'sentAt'])
    .where('city', '=', city)
    .where('authorId', '=', personId)
    .orderBy('id')
    .execute()
  const objections = await db
    .selectFrom('cases.objection')
    .select(['id', 'textSealed', 'madeAt', 'status', 'answerSealed'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()
  const results = await db
    .selectFrom('cases.result')
    .select(['id', 'kind', 'service', 'reachedOn', 'dataSealed'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()
  const drafts = await db
    .selectFrom('cases.draft')
    .select(['id', 'answersSealed'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()
  return {
    'cases.message': messages.map(({ textSealed, ...row }) => ({ ...row, text: open(textSealed) })),
    'cases.objection': objections.map(({ textSealed, answerSealed, ...row }) => ({
      ...row,
      text: open(textSealed),
      answer: open(answerSealed),
    })),
    'cases.result': results.map(({ dataSealed, ...row }) => ({
      ...row,
      data: JSON.parse(open(dataSealed)!) as unknown,
    })),
    'cases.answer': drafts.map(({ id, answersSealed }) => ({
      id,
      answers: JSON.parse(open(answersSealed)!) as unknown,
    })),
  }
}

/** Takes what was said in cases of a person and what he wrote elsewhere; links, stages and amounts stay. Scope `system`. */
export async function forgetPerson(tx: Tx, city: string, personId: string): Promise<void> {
  const db = tables(tx)
  const ids = (await casesOf(tx, city, personId)).map(({ id }) => id)
  if (ids.length > 0) {
    await db
      .updateTable('cases.event')
      .set({ salt: null, bodySealed: null })
      .where('city', '=', city)
      .where('caseId', 'in', ids)
      .execute()
    await db
      .updateTable('cases.message')
      .set({ textSealed: null })
      .where('city', '=', city)
      .where('caseId', 'in', ids)
      .execute()
    await db
      .updateTable('cases.notice')
      .set({ facts: '[]' })
      .where('city', '=', city)
      .where('caseId', 'in', ids)
      .execute()
    await db.deleteFrom('cases.paper').where('city', '=', city).where('caseId', 'in', ids).execute()
    // Nothing can follow from a case that says nothing: whoever has it on his desk need not look at it any more.
    await db
      .updateTable('cases.case')
      .set({
        ended: 'withdrawn',
        waitsFor: 'nobody',
        roles: [],
        assignee: null,
        dueOn: null,
        escalatedTo: null,
        objections: 0,
      })
      .where('city', '=', city)
      .where('id', 'in', ids)
      .where('ended', 'is', null)
      .execute()
  }
  await db
    .updateTable('cases.message')
    .set({ textSealed: null })
    .where('city', '=', city)
    .where('authorId', '=', personId)
    .execute()
  await db
    .updateTable('cases.objection')
    .set({ textSealed: null })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
  await db
    .updateTable('cases.appointment')
    .set({ note: '' })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
  await db.deleteFrom('cases.draft').where('city', '=', city).where('personId', '=', personId).execute()
}

/** Scope `system`. */
export const dutiesEnded = (tx: Tx, city: string, personId: string, endedAt: Date) =>
  tables(tx)
    .updateTable('cases.duty')
    .set({ endedAt, endedBy: personId })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
