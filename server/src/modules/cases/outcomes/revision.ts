import type { Tx } from '../../../platform/database/index.ts'
import { tiesOf } from '../../accounts/index.ts'
import type { Desk, OutcomeRunner, ReachedIn } from '../ports.ts'
import { tellApplicant } from '../notices/tell.ts'
import { definitionOf } from '../definitions/library.ts'
import { fail } from '../errors.ts'
import { storyOf } from '../running/story.ts'
import { concerns } from '../running/task.ts'
import { caseByCode, caseById } from '../store/cases.ts'
import { dutiesOf } from '../store/duties.ts'
import { insertMessage } from '../store/messages.ts'
import { type CaseRow, tables } from '../tables.ts'
import { textOf } from './given.ts'

/** Codes of receipts as they stand in a text. */
const CODE = /\d{8}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/i

const keep = ({ tx, city, newId }: Desk, { id: caseId }: CaseRow, { id: byCaseId, on: revisedOn }: ReachedIn) =>
  tables(tx).insertInto('cases.revision').values({ city, id: newId(), caseId, byCaseId, revisedOn }).execute()

/** The last day on which a review changed the decision of a case; null where none did. Scope `system`. */
export async function revisedOnDay(tx: Tx, city: string, caseId: string): Promise<string | null> {
  const { last } = await tables(tx)
    .selectFrom('cases.revision')
    .select(({ fn }) => fn.max<string | null>('revisedOn').as('last'))
    .where('city', '=', city)
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return last
}

/**
 * A review is by others than those who decided (由原办理人以外的人): who takes it up and who decides it have not acted for
 * the office in the first case, are free of ties to its parties, and who decides has that duty where it was decided.
 * @throws cases.notToRevise
 */
async function requireFree(desk: Desk, first: CaseRow, review: ReachedIn): Promise<void> {
  const { prepared, events } = await storyOf(desk, first)
  const decided = events.some(({ step }) => {
    const { grants, refuses } = prepared.steps.get(step)!.step
    return grants || refuses
  })
  const before = new Set(events.map(({ actor }) => actor))
  const reviewers = await officersIn(desk, review)
  const hasSpoken = reviewers.some((person) => before.has(person))
  const duties = await dutiesOf(desk.tx, desk.city, review.actor)
  const mayDecide = duties.some(
    ({ role, district }) => role === 'approver' && (district === null || district === first.decision),
  )
  const tied = await tiesOf(desk, reviewers)
  const isTied = reviewers.some((person) => concerns(first, person, tied(person)))
  if (!decided || hasSpoken || !mayDecide || isTied) throw fail.notToRevise({ code: first.code })
}

/** Who acted for the office in a case so far, and who takes the step that is under way. */
async function officersIn(desk: Desk, { id, actor }: ReachedIn): Promise<string[]> {
  const row = (await caseById(desk.tx, desk.city, id))!
  const { prepared, events } = await storyOf(desk, row)
  const own = events.filter(({ step }) => !['applicant', 'clock'].includes(prepared.steps.get(step)!.step.role))
  return [...new Set([...own.map(({ actor: by }) => by), actor])]
}

/** What the applicant of the first case reads, in the language of the city. */
const WORDS = {
  zh: (code: string, instead: string) => `经复核（${code}），本件原决定已改变：${instead}`,
  en: (code: string, instead: string) => `On review (${code}) the decision of this case was changed: ${instead}`,
}

/** Writes to who applied in the first case what was decided instead. */
async function tell(desk: Desk, first: CaseRow, review: ReachedIn, instead: string): Promise<void> {
  const { tx, city, newId, now, secrets, cities } = desk
  const textSealed = secrets.seal(WORDS[cities.get(city)?.language ?? 'zh'](review.code, instead))
  const author = { side: 'office' as const, authorId: review.actor }
  await insertMessage(tx, { city, id: newId(), caseId: first.id, ...author, textSealed, sentAt: now(), seenAt: null })
  const { service } = await definitionOf(desk, first.service, first.version)
  await tellApplicant(desk, first, 'message', service.title, first.code)
}

/**
 * 改变原决定: the case that was objected to says so from now on, to who applied in it and to who checks its papers. A
 * number under which there is no case stays in the review alone.
 */
export const revisionRunner: OutcomeRunner = {
  kind: 'reviseDecision',
  async run(desk, { with: given }, review) {
    const code = CODE.exec(textOf(given['against']) ?? '')?.[0].toUpperCase()
    const first = code === undefined ? undefined : await caseByCode(desk.tx, desk.city, code)
    if (!first || first.id === review.id) return
    await requireFree(desk, first, review)
    await keep(desk, first, review)
    await tell(desk, first, review, textOf(given['instead']) ?? '')
  },
}
