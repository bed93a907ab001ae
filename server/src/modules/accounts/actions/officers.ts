import { platformFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { masked, requireOwnDistrict } from '../rules.ts'
import * as store from '../store/officers.ts'
import { endSessions, unconfirm } from '../store/signing-in/sessions.ts'
import type { Desk } from '../tables.ts'
import { findOrCreate } from './signing-in/sign-in.ts'

type Listed = Awaited<ReturnType<typeof store.listOfficers>>[number]

const shown = ({ secrets }: Desk, { totpSealed, phoneSealed, ...officer }: Listed) => ({
  ...officer,
  phone: masked('phone', phoneSealed && secrets.open(phoneSealed)),
  enrolled: totpSealed !== null,
})

export async function listOfficers(context: Context) {
  return { items: (await store.listOfficers(context)).map((row) => shown(context, row)) }
}

const findShown = async (context: Context, id: string) =>
  shown(
    context,
    (await store.listOfficers(context)).find((officer) => officer.id === id)!,
  )

/**
 * Makes somebody an officer; the person is made too where the phone is new. In scope `system`.
 * @throws accounts.alreadyOfficer, accounts.foreignDistrict
 */
export async function createOfficer(
  desk: Desk,
  {
    phone,
    name,
    district,
    administrator,
  }: { phone: string; name: string; district: string | null; administrator: boolean },
): Promise<{ id: string; personId: string }> {
  requireOwnDistrict(district, desk.city)
  const { personId } = await findOrCreate(desk, phone, name)
  if (await store.findOfficer(desk, personId)) throw fail.alreadyOfficer()
  return { id: await store.insertOfficer(desk, { personId, district, administrator }), personId }
}

/** An administrator of one district has charge of its officers alone, and cannot make anybody's scope wider. */
function requireInCharge({ actor }: Context, district: string | null): void {
  const own = actor.officer?.district ?? null
  if (own !== null && own !== district) throw new AppError(platformFailures.accessDenied)
}

/** @throws accounts.alreadyOfficer, accounts.foreignDistrict, platform.accessDenied */
export async function addOfficer(context: Context, officer: Parameters<typeof createOfficer>[1]) {
  requireInCharge(context, officer.district)
  return findShown(context, (await createOfficer(context, officer)).id)
}

/** The officer among all, who are held so that an administrator remains. */
async function hold(context: Context, id: string): Promise<store.OfficerRow> {
  const officer = (await store.holdOfficers(context)).find((each) => each.id === id)
  if (!officer) throw new AppError(platformFailures.notFound)
  requireInCharge(context, officer.district)
  return officer
}

/** @throws accounts.lastAdministrator unless another one of the whole city remains, who can make all others */
export async function keepAnAdministrator(desk: Desk, officerId: string): Promise<void> {
  const officers = await store.holdOfficers(desk)
  const administrators = officers.filter(({ administrator, district }) => administrator && district === null)
  if (administrators.length === 1 && administrators[0]!.id === officerId) throw fail.lastAdministrator()
}

/** @throws accounts.lastAdministrator, platform.stale */
export async function changeOfficer(
  context: Context,
  id: string,
  { version, ...changes }: { district: string | null; administrator: boolean; version: number },
) {
  requireOwnDistrict(changes.district, context.city)
  const officer = await hold(context, id)
  if (officer.version !== version) throw new AppError(platformFailures.stale)
  requireInCharge(context, changes.district)
  if (!changes.administrator || changes.district !== null) await keepAnAdministrator(context, id)
  await store.updateOfficer(context, id, { ...changes, version: version + 1 })
  return findShown(context, id)
}

/** @throws accounts.lastAdministrator */
export async function removeOfficer(context: Context, id: string): Promise<void> {
  const { personId } = await hold(context, id)
  await keepAnAdministrator(context, id)
  await store.deleteOfficer(context, id)
  await endSessions(context, personId, null)
}

/** For a lost authenticator: the officer sets up another at the next sign-in. */
export async function resetSecondFactor(context: Context, id: string): Promise<void> {
  const { personId } = await hold(context, id)
  const none = { totpSealed: null, totpPendingSealed: null, totpTries: 0, totpLockedUntil: null }
  await store.updateOfficer(context, id, none)
  await unconfirm(context, personId)
}
