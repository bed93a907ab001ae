import { currentClock, type Prepared, type State } from '@renshu/cases'
import { maskName } from '@renshu/codes'
import { dayOf } from '../../../platform/clock.ts'
import type { Desk } from '../ports.ts'
import { calendarOf } from '../settings.ts'
import { type CaseRow, tables } from '../tables.ts'
import { applicantName } from '../views/names.ts'
import { labelOf, showAmount, shownOf } from '../views/values.ts'
import type { Done } from './keep.ts'
import { subjectOf } from './records.ts'
import { isNotice } from './task.ts'

const APPLICANT = { zh: '申请人', en: 'Applicant' }

/** Who applied, as everybody may read it: an organisation whole, of a person what tells him to those who know him. */
async function applicantShown(desk: Desk, row: CaseRow): Promise<string> {
  const name = await applicantName(desk, subjectOf(row))
  return row.organisationId === null ? maskName(name) : name
}

/** What the definition makes public of a case, and nothing else. Scope `system`. */
async function publicOf(desk: Desk, prepared: Prepared, state: State, row: CaseRow) {
  const { service, fields } = prepared
  const city = desk.cities.get(desk.city)
  const applicant = service.public.includes('applicant') ? await applicantShown(desk, row) : undefined
  const facts = service.public.flatMap((key) => {
    if (key === 'applicant') return [{ label: APPLICANT, shown: applicant! }]
    const field = fields.get(key)
    const fact = state.facts[key]
    if (!field || !fact) return []
    return [{ label: labelOf(field), shown: shownOf(field, fact.value, city) }]
  })
  return { facts: JSON.stringify(facts), amount: service.public.includes('amount') ? showAmount(row) : null }
}

/** Whether what was announced holds no longer: an objection was upheld, or nothing is granted in the end. */
function isTakenBack({ prepared, events, state }: Done): boolean {
  const { end } = prepared.stages.get(state.stage)!
  return end === 'refused' || end === 'withdrawn' || events.some(({ step }) => wordOf(prepared, step) === 'object')
}
const wordOf = (prepared: Prepared, step: string) => prepared.steps.get(step)!.step.word

/** Takes every notice of a case from before everybody's eyes. */
const withhold = ({ tx, city }: Desk, { id }: CaseRow) =>
  tables(tx)
    .updateTable('cases.notice')
    .set({ withheld: true })
    .where('city', '=', city)
    .where('caseId', '=', id)
    .execute()

/** A case that comes into a stage of notice is shown to everybody, and no longer once it leaves it. Scope `system`. */
export async function moveNotice(desk: Desk, row: CaseRow, done: Done): Promise<void> {
  const { prepared, before, state } = done
  const { tx, city, newId, now } = desk
  if (isTakenBack(done)) await withhold(desk, row)
  const was = before !== undefined && isNotice(prepared, before.stage)
  const is = isNotice(prepared, state.stage)
  if (was === is && before?.stage === state.stage) return
  const db = tables(tx)
  if (was)
    await db
      .updateTable('cases.notice')
      .set({ endedOn: dayOf(now()) })
      .where('city', '=', city)
      .where('caseId', '=', row.id)
      .where('endedOn', 'is', null)
      .execute()
  if (!is) return
  const today = dayOf(now())
  await db
    .insertInto('cases.notice')
    .values({
      city,
      id: newId(),
      caseId: row.id,
      service: row.service,
      title: JSON.stringify(prepared.service.title),
      stage: JSON.stringify(prepared.stages.get(state.stage)!.name),
      ...(await publicOf(desk, prepared, state, row)),
      decision: row.decision,
      fromOn: today,
      untilOn: currentClock(prepared, state, today, calendarOf(desk))?.due ?? null,
      endedOn: null,
    })
    .execute()
}
