import type { CaseCard, CaseFile, CaseProgress, CasesQuery } from '@renshu/contracts'
import type { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { wholeOf } from '../forms/drafts.ts'
import type { CasesPorts } from '../ports.ts'
import { applicantActing, officerActing } from '../running/actor.ts'
import { storyOf } from '../running/story.ts'
import { caseByCode, caseById } from '../store/cases.ts'
import { dutiesOf } from '../store/duties.ts'
import { type CasesFilter, casesPage } from '../store/lists.ts'
import type { CaseRow } from '../tables.ts'
import { cardView, lookAround, type Side } from '../views/card.ts'
import { eventView } from '../views/events.ts'
import { caseFile, type Seeing } from '../views/file.ts'

/** A case that the caller may see. @throws cases.noCase */
export async function requireCase({ tx, city }: Context, id: string): Promise<CaseRow> {
  const row = await caseById(tx, city, id)
  if (!row) throw fail.noCase()
  return row
}

/**
 * Cases are looked into by whom a duty lets, and by administrators, who hand tasks on.
 * @param caseId of the case that is asked for, if one is
 * @throws cases.noDuty, cases.noCase where the case is not to be seen anyway
 */
export async function requireDuty(context: Context, caseId?: string): Promise<void> {
  const { tx, city, actor } = context
  if (actor.officer?.administrator || (await dutiesOf(tx, city, actor.personId!)).length > 0) return
  if (caseId !== undefined) await requireCase(context, caseId)
  throw fail.noDuty()
}

export const asApplicant = async (context: Context): Promise<Seeing> => ({
  side: 'applicant',
  acting: await context.asSystem(() => applicantActing(context, context)),
})
export const asOfficer = async (context: Context): Promise<Seeing> => ({
  side: 'office',
  acting: await officerActing(context),
})
/** As whom the caller of a route sees cases. */
export type SeeingOf = (context: Context) => Promise<Seeing>

/** @throws cases.noCase */
export async function showCase(ports: CasesPorts, context: Context, id: string, seeing: SeeingOf): Promise<CaseFile> {
  const row = await requireCase(context, id)
  return context.asSystem(async () => caseFile(ports, context, row, await seeing(context)))
}

/** @throws platform.badCursor */
export async function listCases(
  context: Context,
  filter: CasesFilter,
  page: { limit: number; cursor?: string | undefined },
  side: Side,
): Promise<{ items: CaseCard[]; next: string | null; total: number }> {
  const found = await casesPage(context.tx, context.city, filter, page)
  const around = await lookAround(context, found.items, side)
  return { ...found, items: found.items.map((row) => cardView(context, row, around)) }
}

/** Cases of the person or the organisation that the path names. @throws platform.badCursor */
export function listOwn(context: Context, { service, open, ...page }: z.output<typeof CasesQuery>) {
  const { kind, id } = wholeOf(context)
  const whose = kind === 'person' ? { personId: id } : { organisationId: id }
  return listCases(context, { ...whose, service, open }, page, 'applicant')
}

/** How far a case is, for who has the code of its receipt; nothing of what it says. @throws cases.noCase */
export async function showProgress(context: Context, code: string): Promise<CaseProgress> {
  const { tx, city } = context
  return context.asSystem(async () => {
    const row = await caseByCode(tx, city, code.trim().toUpperCase())
    if (!row) throw fail.noCase()
    const { prepared, events } = await storyOf(context, row)
    const { stage, ended, dueOn } = row
    return {
      code: row.code,
      service: prepared.service.title,
      stage: { name: prepared.stages.get(stage)!.name, end: ended },
      dueOn,
      steps: events.map((event) => {
        const { name, stage: to, on } = eventView(context, { prepared }, event, new Map())
        return { name, stage: to, on }
      }),
    }
  })
}
