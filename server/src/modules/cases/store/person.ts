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
    'cases.answer': drafts.map(({ id, answersSealed }) => ({
      id,
      answers: JSON.parse(open(answersSealed)!) as unknown,
    })),
  }
}

const NOTHING_WAITS = {
  ended: 'withdrawn',
  waitsFor: 'nobody',
  roles: [],
  assignee: null,
  dueOn: null,
  escalatedTo: null,
  objections: 0,
} as const

/** Takes what was said in cases; nothing can follow from one that says nothing, so nobody need look at it any more. */
async function emptyCases(tx: Tx, city: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const db = tables(tx)
  const own = [...ids]
  const none = { salt: null, bodySealed: null }
  await db.updateTable('cases.event').set(none).where('city', '=', city).where('caseId', 'in', own).execute()
  const wordless = { textSealed: null }
  await db.updateTable('cases.message').set(wordless).where('city', '=', city).where('caseId', 'in', own).execute()
  await db
    .updateTable('cases.notice')
    .set({ facts: '[]', withheld: true })
    .where('city', '=', city)
    .where('caseId', 'in', own)
    .execute()
  await db.deleteFrom('cases.paper').where('city', '=', city).where('caseId', 'in', own).execute()
  const open = db.updateTable('cases.case').set({ ...NOTHING_WAITS, roles: [] })
  await open.where('city', '=', city).where('id', 'in', own).where('ended', 'is', null).execute()
}

/** Takes what was said in cases of a person and what he wrote elsewhere; links, stages and amounts stay. Scope `system`. */
export async function forgetPerson(tx: Tx, city: string, personId: string): Promise<void> {
  const db = tables(tx)
  const rows = await casesOf(tx, city, personId)
  await emptyCases(
    tx,
    city,
    rows.map(({ id }) => id),
  )
  const wordless = { textSealed: null }
  await db
    .updateTable('cases.message')
    .set(wordless)
    .where('city', '=', city)
    .where('authorId', '=', personId)
    .execute()
  await db
    .updateTable('cases.objection')
    .set(wordless)
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
  const noteless = { note: '' }
  await db
    .updateTable('cases.appointment')
    .set(noteless)
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
