import type { BranchBody, RegisterBody } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { addMember } from '../../accounts/index.ts'
import { append } from '../../ledger/index.ts'
import { fail } from '../errors.ts'
import { requireCreditCode, requireDistrict, requireIndustry } from '../rules.ts'
import { nameIndex } from '../store/search-text.ts'
import { requireStanding } from '../standing/standing.ts'
import { insertOrganisation } from '../store/organisations.ts'
import { described } from './describe.ts'
import { ownOrganisation } from './own.ts'

type Row = Parameters<typeof insertOrganisation>[1]
type Changed = { id: string; version: number }

/** The person in whose name is written: the helped one where a helper acts. */
const ownerOf = ({ actor }: Context): string => actor.forPersonId ?? actor.personId!

/** @throws registry.creditCodeTaken */
async function insertOnce(
  context: Context,
  row: Omit<Row, 'city' | 'id' | 'createdAt' | 'createdBy'>,
): Promise<string> {
  const { tx, city, now, newId } = context
  const id = newId()
  await insertOrganisation(tx, { ...row, city, id, createdAt: now(), createdBy: ownerOf(context) })
  return id
}

/** What follows a registration: an owner, an entry in the ledger, an event. */
async function begin(context: Context, organisationId: string, district: string): Promise<Changed> {
  const { tx, city, actor, now } = context
  const owner = { organisationId, personId: ownerOf(context), role: 'owner', addedByPersonId: actor.personId! } as const
  await addMember(context, owner)
  await append(context, {
    kind: 'registry.organisationRegistered',
    occurredOn: dayOf(now()),
    sourceId: organisationId,
    organisationId,
    district,
  })
  await emit(tx, { city, kind: 'registry.organisationRegistered', payload: { organisationId }, happenedAt: now() })
  return { id: organisationId, version: 1 }
}

/** Registers an organisation whose owner the caller becomes; it is public once verified. */
export async function registerOrganisation(context: Context, body: z.output<typeof RegisterBody>): Promise<Changed> {
  const { kind, name, district } = body
  requireDistrict(district, context.city)
  requireIndustry(body.industry, context.language)
  const id = await insertOnce(context, {
    kind,
    name,
    district,
    ...nameIndex(name),
    creditCode: requireCreditCode(body.creditCode, context.language),
    address: body.address,
    description: body.description,
    businessTypes: body.businessTypes,
    ...described(body, context),
  })
  return begin(context, id, district)
}

/** Reports a branch (分支机构) of an organisation in good standing; the branch is verified on its own. */
export async function reportBranch(
  context: Context,
  headId: string,
  body: z.output<typeof BranchBody>,
): Promise<Changed> {
  const head = await ownOrganisation(context, headId)
  if (head.branchOfId) throw fail.isBranch()
  const { name, district, address, openedOn } = body
  const today = dayOf(context.now())
  await requireStanding(context, headId, today)
  requireDistrict(district, context.city)
  const id = await insertOnce(context, {
    kind: head.kind,
    name,
    district,
    address,
    ...nameIndex(name),
    creditCode: requireCreditCode(body.creditCode, context.language),
    description: '',
    businessTypes: head.businessTypes,
    branchOfId: headId,
    openedOn,
    reportedOn: today,
  })
  return begin(context, id, district)
}
