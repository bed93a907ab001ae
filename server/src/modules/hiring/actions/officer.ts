import { fileFailures, type PlaceBody, type Process } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import { keepFile, readFile } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisationsOf } from '../../accounts/index.ts'
import { fail } from '../errors.ts'
import { badDayOf } from '../rules/index.ts'
import { eventsOf } from '../store/details.ts'
import { filesBy } from '../store/files.ts'
import type { ProcessRow } from '../tables.ts'
import { describeOne } from '../views/describe.ts'
import { evidenceOf } from '../views/file.ts'
import { advance, notNow } from './advance.ts'
import { asOfficer, listProcesses, ownProcess } from './read.ts'
import { holdOwn, requireVersion } from './steps.ts'

/** Keeps a document as evidence. @throws hiring.noProcess, files.empty, files.unsupported */
export async function keepEvidence(
  context: Context,
  processId: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
) {
  await holdOwn(context, processId, asOfficer(context))
  return keepFile(context, file)
}

/** A document by which somebody was placed. @throws hiring.noProcess, files.notFound */
export async function showEvidence(context: Context, processId: string, fileId: string) {
  const { tx, city } = context
  await ownProcess(context, processId, asOfficer(context))
  if (!evidenceOf(await eventsOf(tx, city, processId)).includes(fileId)) throw new AppError(fileFailures.notFound)
  return readFile(context, fileId)
}

/** @throws hiring.ownCase for the talent himself and for members of the organisation (回避) */
async function refuseOwnCase(context: Context, row: ProcessRow): Promise<void> {
  const personId = context.actor.personId!
  const own = await organisationsOf(context, personId)
  const concerned = [row.organisationId, row.employerId, ...(row.agencyId ? [row.agencyId] : [])]
  if (row.personId === personId || concerned.some((id) => own.has(id))) throw fail.ownCase()
}

/**
 * Confirms by evidence that work began.
 * @throws hiring.noProcess, hiring.ownCase, platform.stale, hiring.notNow, hiring.badDay, hiring.evidenceMissing
 */
export async function placeByEvidence(
  context: Context,
  processId: string,
  { version, startedOn, documents, reason }: z.output<typeof PlaceBody>,
): Promise<Process> {
  const { tx, city, now, language } = context
  const [row, roles] = await holdOwn(context, processId, asOfficer(context))
  await refuseOwnCase(context, row)
  requireVersion(row, version)
  const move = { step: 'place', startedOn } as const
  const day = badDayOf(move, dayOf(now()), dayOf(row.startedAt))
  if (day) throw fail.badDay({ day })
  const evidence = [...new Set(documents)]
  if (evidence.length === 0 || (await filesBy(tx, city, evidence)).length < evidence.length)
    throw fail.evidenceMissing()
  const after = await advance(context, row, { who: 'officer', move, note: reason, kept: { documents: evidence } })
  if (!after) throw notNow(row, 'place', language)
  return describeOne(context, after, roles)
}

/** Accepted, with the first day of work behind them, and not confirmed by both. @throws platform.badCursor */
export function listWaiting(
  context: Context,
  { district, ...page }: { district?: string | undefined; limit: number; cursor?: string | undefined },
) {
  const own = context.actor.officer?.district ?? null
  const whose = { district: own ?? district ?? null, startOnBefore: dayOf(context.now()) }
  return listProcesses(context, whose, page, asOfficer(context))
}
