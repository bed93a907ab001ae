import { type ProfileBody, platformFailures, type Talent, type Visibility } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { employersOf, findPairs } from '../profile/alike.ts'
import { contentOf, endTalent, OF_NO_AGENCY, saidToday } from '../keeping.ts'
import { engineOf, profileOf, validCertificates } from '../profile/engine.ts'
import { personOf } from '../rules.ts'
import { claimsOf } from '../store/claims.ts'
import {
  insertTalent,
  namesOf,
  ownFiles,
  talentOf,
  type TalentPatch,
  type TalentRow,
  updateTalent,
} from '../store/talents.ts'
import { groupsView, ownView } from '../show/views.ts'

const stale = () => new AppError(platformFailures.stale)

/** @throws talents.noProfile */
export async function requireOwn({ tx, city, actor }: Context): Promise<TalentRow> {
  const row = await talentOf(tx, city, personOf(actor))
  if (!row) throw fail.noProfile()
  return row
}

async function nameOf({ tx, city, actor }: Context): Promise<string> {
  const personId = personOf(actor)
  return (await namesOf(tx, city, [personId])).get(personId) ?? ''
}

async function shownToOwner(context: Context, row: TalentRow): Promise<Talent> {
  const { tx, city, actor } = context
  const [cv = null] = row.cvFileId ? await ownFiles(tx, city, personOf(actor), [row.cvFileId]) : []
  const groups = groupsView(await claimsOf(tx, city, personOf(actor)), dayOf(context.now()))
  return ownView(context, row, { name: await nameOf(context), groups, cv })
}

export const showOwn = async (context: Context): Promise<Talent> => shownToOwner(context, await requireOwn(context))

/** Keeps what was changed in a profile that still has `version`. @throws talents.noProfile, platform.stale */
async function change(context: Context, version: number, changed: TalentPatch): Promise<Talent> {
  const row = await requireOwn(context)
  if (row.version !== version || !(await updateTalent(context.tx, row, { ...changed, changedAt: context.now() })))
    throw stale()
  return showOwn(context)
}

/**
 * Keeps the whole profile as it was written, says the wish anew, and makes of it what the engine reads.
 * @throws talents.badPlace, talents.unknownCode, talents.unknownDocument, platform.stale
 */
export async function saveOwn(context: Context, body: ProfileBody): Promise<Talent> {
  const { tx, city, actor, now, newId } = context
  const personId = personOf(actor)
  const { version, visibility, cvFileId } = body
  const profile = profileOf(body)
  if (cvFileId && (await ownFiles(tx, city, personId, [cvFileId])).length === 0) throw fail.unknownDocument()
  const before = await talentOf(tx, city, personId)
  if ((before?.version ?? null) !== version) throw stale()
  const id = before?.id ?? newId()
  const content = contentOf(context, id, profile, await nameOf(context))
  const written = { ...content, ...saidToday(context, null), visibility, cvFileId, changedAt: now() }
  const row = { ...OF_NO_AGENCY, ...written, city, id, personId, createdAt: now() }
  await context.asSystem(() => findPairs(context, { ...row, employers: employersOf({ profile }) }))
  if (!(before ? await updateTalent(tx, before, written) : await insertTalent(tx, row))) throw stale()
  return showOwn(context)
}

/** Says again that the wish holds. @throws talents.noProfile, platform.stale */
export async function confirmOwn(context: Context, version: number): Promise<Talent> {
  const { id, profile } = await requireOwn(context)
  const on = dayOf(context.now())
  // Certificates may have ended since the profile was written.
  const engine = JSON.stringify(engineOf(id, profile, on))
  return change(context, version, { ...saidToday(context, null), engine, certificates: validCertificates(profile, on) })
}

/** Who may see the profile from now on. @throws talents.noProfile, platform.stale */
export const showTo = (
  context: Context,
  { version, visibility }: { version: number; visibility: Visibility },
): Promise<Talent> => change(context, version, { visibility })

/** @throws talents.noProfile */
export async function removeOwn(context: Context): Promise<void> {
  const row = await requireOwn(context)
  await context.asSystem(() => endTalent(context, row))
}
