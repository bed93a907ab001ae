import type { CaseCard, CaseFile, CaseProgress, CasesQuery } from '@renshu/contracts'
import type { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { wholeOf } from '../forms/drafts.ts'
import type { CasesPorts } from '../ports.ts'
import { applicantActing, officerActing } from '../running/actor.ts'
import { requireCase } from '../running/on-duty.ts'
import { storyOf } from '../running/story.ts'
import { caseByCode } from '../store/cases.ts'
import { type CasesFilter, casesPage } from '../store/lists.ts'
import { cardView, lookAround, type Side } from '../views/card.ts'
import { eventView } from '../views/events.ts'
import { caseFile, type Seeing } from '../views/file.ts'

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
