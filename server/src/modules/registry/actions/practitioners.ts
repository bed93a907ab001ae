import type { PractitionerBody } from '@renshu/contracts'
import type { z } from 'zod'
import { isDuplicate } from '../../../platform/database/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { requirePeriod } from '../rules.ts'
import { deletePractitioner, insertPractitioner, updatePractitioner } from '../store/practitioners.ts'
import { ownOrganisation, requireFresh } from './own.ts'

type Given = z.output<typeof PractitionerBody>
type Changed = { id: string; version: number }

async function certifiedOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isDuplicate(error, 'practitioner_certificate') ? fail.numberTaken() : error
  }
}

export async function addPractitioner(context: Context, organisationId: string, given: Given): Promise<Changed> {
  const { tx, city, newId } = context
  const { kind, district } = await ownOrganisation(context, organisationId)
  if (kind !== 'agency') throw fail.notAnAgency()
  requirePeriod(given.fromOn, given.untilOn)
  const id = newId()
  await certifiedOnce(() => insertPractitioner(tx, { city, id, organisationId, district, ...given }))
  return { id, version: 1 }
}

export async function changePractitioner(
  context: Context,
  { organisationId, practitionerId: id }: { organisationId: string; practitionerId: string },
  { version, ...given }: Given & { version: number },
): Promise<Changed> {
  const { tx, city } = context
  requirePeriod(given.fromOn, given.untilOn)
  requireFresh(await certifiedOnce(() => updatePractitioner(tx, { city, id, organisationId }, version, given)))
  return { id, version: version + 1 }
}

export async function removePractitioner(
  { tx, city }: Context,
  { organisationId, practitionerId: id }: { organisationId: string; practitionerId: string },
): Promise<void> {
  if (!(await deletePractitioner(tx, { city, id, organisationId }))) throw fail.noOrganisation()
}
