import { type FileAnswer, type GroupClaim, platformFailures, type talentsRoutes } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import { readFile } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { hasConsent, tellPerson } from '../../accounts/index.ts'
import { talentCards } from '../show/cards.ts'
import { GROUP_CONSENT } from '../consent.ts'
import { fail } from '../errors.ts'
import { isOwnCase, isShownOn } from '../rules.ts'
import { claimById, type ClaimRow, decideClaim as keepDecision, claimsPage, holdClaim } from '../store/claims.ts'
import { filesBy, talentsBy } from '../store/talents.ts'

const notFound = () => new AppError(platformFailures.notFound)

/** Claims with whose they are, by name: the person agreed that officers see it. */
async function views(context: Context, rows: readonly ClaimRow[]): Promise<GroupClaim[]> {
  const { tx, city } = context
  const ids = rows.map(({ talentId }) => talentId)
  const cards = await talentCards(context, ids, { namedFor: new Set(ids) })
  const on = dayOf(context.now())
  const profiles = await talentsBy(tx, city, ids)
  const seeking = new Set(
    profiles.filter((row) => row.visibility !== 'hidden' && isShownOn(row, on)).map(({ id }) => id),
  )
  const files = await filesBy(tx, city, [...new Set(rows.flatMap(({ documents }) => documents))])
  return rows.flatMap(({ id, talentId, kind, documents, claimedAt, status, untilOn }) => {
    const talent = cards.get(talentId)
    if (!talent) return []
    const shown = documents.flatMap((document) => files.get(document) ?? [])
    const said = { documents: shown, claimedAt: claimedAt.toISOString(), status, untilOn }
    return [{ id, talent, group: kind, ...said, seeking: seeking.has(talentId) }]
  })
}

export async function listClaims(
  context: Context,
  query: { status: 'claimed' | 'proved'; limit: number; cursor?: string | undefined },
): Promise<{ items: GroupClaim[]; next: string | null; total: number }> {
  const page = await claimsPage(context.tx, context.city, { ...query, on: dayOf(context.now()) })
  return { ...page, items: await views(context, page.items) }
}

/** A document of proof, for officers of the district. @throws platform.notFound, files.notFound */
export async function claimDocument(
  context: Context,
  { claimId, fileId }: { claimId: string; fileId: string },
): Promise<FileAnswer> {
  const claim = await claimById(context.tx, context.city, claimId)
  if (!claim?.documents.includes(fileId)) throw notFound()
  return readFile(context, fileId)
}

const WORDS = '【人枢】您申请的重点群体认定已经办结，请登录查看结果。'

function requireDay(context: Context, untilOn: string | null): void {
  if (untilOn === null || untilOn >= dayOf(context.now())) return
  const message = context.language === 'zh' ? '要在今天或之后' : 'not before today'
  throw new AppError(platformFailures.invalidInput, {}, [{ path: 'body.untilOn', message }])
}

/** @throws platform.notFound, talents.ownCase, talents.alreadyDecided, talents.reasonMissing */
export async function decideClaim(
  context: Context,
  claimId: string,
  { decision, reason, untilOn }: z.output<typeof talentsRoutes.decideClaim.body>,
): Promise<GroupClaim> {
  const { tx, city, actor, now, asSystem } = context
  const claim = await holdClaim(tx, city, claimId)
  const personId = claim?.personId
  if (!claim || !personId) throw notFound()
  if (isOwnCase(actor, [personId])) throw fail.ownCase()
  const { purpose, recipient } = GROUP_CONSENT
  const agreed = await asSystem(() => hasConsent(context, personId, purpose, recipient))
  if (claim.status !== 'claimed' || !agreed) throw fail.alreadyDecided()
  if (decision === 'refused' && !reason) throw fail.reasonMissing()
  requireDay(context, untilOn)
  const decided = { status: decision, decidedAt: now(), decidedBy: actor.personId, reason: reason || null, untilOn }
  await keepDecision(tx, claim, decided)
  await asSystem(() => tellPerson(context, personId, { kind: 'talents.groupDecided', text: WORDS }))
  const payload = { talentId: claim.talentId, claimId, status: decision }
  await emit(tx, { city, kind: 'talents.groupDecided', payload, happenedAt: now() })
  return (await views(context, [{ ...claim, ...decided }]))[0]!
}
