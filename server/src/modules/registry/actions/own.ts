import { platformFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisationsOf } from '../../accounts/index.ts'
import { fail } from '../errors.ts'
import { inCharge } from '../rules.ts'
import { holdOrganisation, organisationById, type OrganisationRow } from '../store/organisations.ts'

/** The organisation named by the path, whose member the caller is: its access was asked by the contract. */
export async function ownOrganisation({ tx, city }: Context, id: string): Promise<OrganisationRow> {
  const found = await organisationById(tx, city, id)
  if (!found) throw fail.noOrganisation()
  return found
}

/** The same, held until the transaction ends: what is asked of it now stays true until then. */
export async function holdOwnOrganisation({ tx, city }: Context, id: string): Promise<OrganisationRow> {
  const found = await holdOrganisation(tx, city, id)
  if (!found) throw fail.noOrganisation()
  return found
}

/**
 * An organisation of the officer's district.
 * @throws registry.noOrganisation for one of another district, public or not
 */
export async function organisationInCharge({ tx, city, actor }: Context, id: string): Promise<OrganisationRow> {
  const found = await organisationById(tx, city, id)
  if (!found || !inCharge(actor, found.district)) throw fail.noOrganisation()
  return found
}

/** Whether the caller belongs to the organisation, its head or its agency, and so must keep out of its cases (回避). */
export async function isOwnCase(context: Context, organisationId: string): Promise<boolean> {
  const own = await organisationsOf(context, context.actor.personId!)
  const head = own.size > 0 && (await organisationById(context.tx, context.city, organisationId))?.branchOfId
  return own.has(organisationId) || (typeof head === 'string' && own.has(head))
}

/** @throws registry.ownCase */
export async function refuseOwnCase(context: Context, organisationId: string): Promise<void> {
  if (await isOwnCase(context, organisationId)) throw fail.ownCase()
}

/** @throws platform.stale */
export function requireFresh(isFresh: boolean): void {
  if (!isFresh) throw new AppError(platformFailures.stale)
}
