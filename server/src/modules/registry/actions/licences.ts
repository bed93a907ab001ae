import type { DecisionBody, LicenceBody } from '@renshu/contracts'
import type { z } from 'zod'
import { isDuplicate } from '../../../platform/database/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { inCharge, requirePeriod } from '../rules.ts'
import { recordStandingFact } from '../standing/record.ts'
import { coversType } from '../standing/rules.ts'
import {
  endLicence,
  insertLicence,
  isNumberTaken,
  licenceById,
  licencesOf,
  type LicenceRow,
} from '../store/licences.ts'
import { requireDocuments } from './documents.ts'
import { ownOrganisation, refuseOwnCase, requireFresh } from './own.ts'

type Changed = { id: string; version: number }

/** Proposes a paper of an agency; it counts for nothing until the bureau confirms it. */
export async function proposeLicence(
  context: Context,
  organisationId: string,
  body: z.output<typeof LicenceBody>,
): Promise<Changed> {
  const { tx, city, actor, now, newId } = context
  const { kind: holder, branchOfId, district } = await ownOrganisation(context, organisationId)
  if (holder !== 'agency') throw fail.notAnAgency()
  if (branchOfId) throw fail.isBranch()
  requirePeriod(body.validFrom, body.validUntil)
  if (!body.covers.every((type) => coversType(body.kind, type))) throw fail.kindNotCovering()
  if (await isNumberTaken(tx, { city, organisationId, kind: body.kind, number: body.number })) throw fail.numberTaken()
  await requireDocuments(context, organisationId, body.documentId ? [body.documentId] : [])
  const id = newId()
  const proposal = { status: 'proposed', proposedAt: now(), proposedBy: actor.personId! } as const
  const open = { reason: null, decidedAt: null, decidedBy: null }
  await insertLicence(tx, { city, id, organisationId, district, ...body, ...proposal, ...open })
  await emit(tx, {
    city,
    kind: 'registry.licenceProposed',
    payload: { organisationId, licenceId: id },
    happenedAt: now(),
  })
  return { id, version: 1 }
}

/** Takes a proposal back before it is decided. */
export async function withdrawLicence(context: Context, organisationId: string, licenceId: string): Promise<void> {
  const { tx, city, actor, now } = context
  const row = (await licencesOf(tx, city, organisationId)).find(({ id }) => id === licenceId)
  if (!row) throw fail.noOrganisation()
  const ending = { status: 'withdrawn', reason: null, decidedAt: now(), decidedBy: actor.personId } as const
  if (row.status !== 'proposed' || !(await endLicence(tx, row, ending))) throw fail.alreadyDecided()
}

/** The bureau's word on a proposed paper; a confirmed one becomes a fact of standing. */
export async function decideLicence(
  context: Context,
  licenceId: string,
  { decision, reason, version }: z.output<typeof DecisionBody>,
): Promise<Changed> {
  const { tx, city, actor, now } = context
  const row = await licenceById(tx, city, licenceId)
  if (!row || !inCharge(actor, row.district)) throw fail.noOrganisation()
  await refuseOwnCase(context, row.organisationId)
  requireFresh(row.version === version)
  if (row.status !== 'proposed') throw fail.alreadyDecided()
  if (decision === 'refused' && !reason) throw fail.reasonMissing()
  if (decision === 'accepted' && (await isNumberTaken(tx, row))) throw fail.numberTaken()
  const status = decision === 'accepted' ? 'confirmed' : 'refused'
  const ending = { status, reason: reason || null, decidedAt: now(), decidedBy: actor.personId } as const
  await confirmOnce(() => endLicence(tx, row, ending))
  if (decision === 'accepted') await recordStandingFact(context, factOf(row))
  const payload = { organisationId: row.organisationId, licenceId, status }
  await emit(tx, { city, kind: 'registry.licenceDecided', payload, happenedAt: now() })
  return { id: licenceId, version: version + 1 }
}

/** @throws registry.numberTaken where the same paper was confirmed meanwhile */
async function confirmOnce(end: () => Promise<boolean>): Promise<void> {
  try {
    requireFresh(await end())
  } catch (error) {
    throw isDuplicate(error, 'licence_once') ? fail.numberTaken() : error
  }
}

const factOf = ({ id, organisationId, kind, number, covers, validFrom, validUntil }: LicenceRow) => ({
  organisationId,
  kind: 'licence' as const,
  detail: { kind, number, covers },
  fromOn: validFrom,
  untilOn: validUntil,
  source: 'registry.licence',
  sourceId: id,
})
