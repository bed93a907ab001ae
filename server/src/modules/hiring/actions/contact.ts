import type { FileAnswer } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { hasConsent } from '../../accounts/index.ts'
import { contactOf, cvOf, isKeptBy, recordLook } from '../../talents/index.ts'
import { fail } from '../errors.ts'
import { isOpen } from '../rules/index.ts'
import type { ProcessRow } from '../tables.ts'
import { CONTACT } from './begin.ts'
import { asOrganisation, ownProcess } from './read.ts'

/** Whether the consent stands on which the contact is shown: the person's own, or that by which an agency keeps him. */
async function isAgreed(
  context: Context,
  { personId, agencyId, talentId, organisationId }: ProcessRow,
): Promise<boolean> {
  const { now, asSystem } = context
  if (personId) return asSystem(() => hasConsent(context, personId, CONTACT.purpose, organisationId))
  // That nobody has said lately that he still looks takes nothing back.
  return agencyId !== null && asSystem(() => isKeptBy(context, { agencyId, talentId }, dayOf(now())))
}

/**
 * A process in which the talent shows the employer who he is: while it is open and the consent holds.
 * @throws hiring.noProcess, hiring.jobHeld, hiring.noContact
 */
async function shownProcess(context: Context, organisationId: string, processId: string): Promise<ProcessRow> {
  const { row, roles } = await ownProcess(context, processId, asOrganisation(organisationId))
  if (!roles.includes('employer')) throw fail.noProcess()
  if (row.held) throw fail.jobHeld()
  if (!isOpen(row) || !row.contact || !(await isAgreed(context, row))) throw fail.noContact()
  return row
}

/**
 * Opens the phone of a talent who agreed to it, and records the look.
 * @throws hiring.noProcess, hiring.noContact
 */
export async function openContact(context: Context, organisationId: string, processId: string) {
  const { talentId, personId } = await shownProcess(context, organisationId, processId)
  const contact = await contactOf(context, talentId)
  if (!contact) throw fail.noContact()
  await recordLook(context, { id: talentId, personId }, { organisationId, what: 'contact' })
  return { phone: contact.phone }
}

/**
 * Opens the CV of a talent who sent it along, on the terms of his contact, and records the look.
 * @throws hiring.noProcess, hiring.noContact, files.notFound
 */
export async function openCv(context: Context, organisationId: string, processId: string): Promise<FileAnswer> {
  const { talentId, personId } = await shownProcess(context, organisationId, processId)
  const cv = await cvOf(context, talentId)
  await recordLook(context, { id: talentId, personId }, { organisationId, what: 'cv' })
  return cv
}
