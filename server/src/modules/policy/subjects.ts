import type { SubjectRef } from '@renshu/contracts'
import type { Context } from '../../platform/http/index.ts'
import type { RecordSubject } from '../../platform/records.ts'
import { mandatesTo, organisationsOf, peopleBearing, personNames, tiesOf } from '../accounts/index.ts'
import { organisations } from '../registry/index.ts'
import type { PolicyDesk } from './desk.ts'
import { fail } from './errors.ts'
import type { PolicyPorts } from './ports.ts'
import { recordsOfMany } from './records/read.ts'

/** Somebody whose facts are read, as an officer sees him. */
export interface Subject extends RecordSubject {
  name: string | null
  district: string | null
}

/** Who asks, or whom he acts for. */
export const ownSubject = ({ actor }: Pick<Context, 'actor'>): RecordSubject => ({
  kind: 'person',
  id: (actor.forPersonId ?? actor.personId)!,
})
export const organisationSubject = (id: string): RecordSubject => ({ kind: 'organisation', id })

type RegistryViews = { 'registry.vOrganisation': { city: string; id: string; creditCode: string } }
type AccountViews = { 'accounts.vPerson': { city: string; id: string; erased: boolean } }

async function organisationBy({ tx, city }: Context, ref: SubjectRef): Promise<string | undefined> {
  if ('organisationId' in ref) return ref.organisationId
  if (!('creditCode' in ref)) return undefined
  const row = await tx
    .withTables<RegistryViews>()
    .selectFrom('registry.vOrganisation')
    .select('id')
    .where('city', '=', city)
    .where('creditCode', '=', ref.creditCode.trim().toUpperCase())
    .executeTakeFirst()
  return row?.id
}

async function personBy(context: Context, ref: SubjectRef): Promise<string | undefined> {
  if ('personId' in ref) return ref.personId
  if (!('residentId' in ref)) return undefined
  return (await peopleBearing(context, [ref.residentId])).get(ref.residentId)
}

async function isThere({ tx, city }: Context, personId: string): Promise<boolean> {
  const row = await tx
    .withTables<AccountViews>()
    .selectFrom('accounts.vPerson')
    .select('erased')
    .where('city', '=', city)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row !== undefined && !row.erased
}

/** An organisation in the officer's district. @throws policy.noSubject */
async function organisationSeen(context: Context, id: string): Promise<Subject> {
  const { tx, city, actor } = context
  const card = (await organisations(tx, city, [id])).get(id)
  const own = actor.officer?.district ?? null
  if (!card || (own !== null && card.district !== own)) throw fail.noSubject()
  return { kind: 'organisation', id, name: card.name, district: card.district }
}

/** Whether what is held of people of a district is within an officer's reach; where that is not known, of anybody. */
async function reachesPeople(ports: PolicyPorts, { tx, city, actor }: Context, district?: string): Promise<boolean> {
  const { district: own = null, administrator = false } = actor.officer ?? {}
  if (district !== undefined && own !== null && own !== district) return false
  return administrator || ports.mayReadPeople(tx, city, actor.personId!, district)
}

/**
 * Somebody an officer may read facts of: organisations of his district, people where his duties let him: those insured
 * in the district of his duty, and those of whom no record says where they are insured.
 * @throws policy.noSubject, policy.noDuty
 */
export async function findSubject(ports: PolicyPorts, context: Context, ref: SubjectRef): Promise<Subject> {
  if ('organisationId' in ref || 'creditCode' in ref) {
    const id = await organisationBy(context, ref)
    if (!id) throw fail.noSubject()
    return organisationSeen(context, id)
  }
  return context.asSystem(async () => {
    if (!(await reachesPeople(ports, context))) throw fail.noDuty()
    const id = await personBy(context, ref)
    if (!id || !(await isThere(context, id))) throw fail.noSubject()
    const district = await districtOfPerson(ports, context, id)
    if (district !== null && !(await reachesPeople(ports, context, district))) throw fail.noSubject()
    const name = (await personNames(context, [id])).get(id) ?? null
    return { kind: 'person', id, name, district }
  })
}

/** Who states what decides about money has a duty there. @throws policy.noDuty */
export async function requireStater(
  ports: PolicyPorts,
  { tx, city, actor, asSystem }: Context,
  district: string | null | undefined,
): Promise<void> {
  if (actor.officer?.administrator) return
  if (!(await asSystem(() => ports.mayState(tx, city, actor.personId!, district)))) throw fail.noDuty()
}

export const DISTRICT_RECORD = 'insurance.district'

/** Districts of people, of whom records say one. Scope `system`. */
export async function districtsOfPeople(
  ports: PolicyPorts,
  desk: PolicyDesk,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const records = await recordsOfMany(ports, desk, 'person', ids, [DISTRICT_RECORD])
  return new Map(
    [...records].flatMap(([id, { [DISTRICT_RECORD]: record }]) => {
      const value = record?.value
      return typeof value === 'string' && /^\d{6}$/.test(value) ? [[id, value] as const] : []
    }),
  )
}

/** Of a person it is known only where a record says it. Scope `system`. */
export const districtOfPerson = async (ports: PolicyPorts, desk: PolicyDesk, id: string): Promise<string | null> =>
  (await districtsOfPeople(ports, desk, [id])).get(id) ?? null

/**
 * Nobody acts on himself, on somebody he helps or on an organisation he belongs to or acts for, in whatever record of his.
 * @throws policy.ownCase
 */
export async function requireOther(context: Context, { id }: RecordSubject): Promise<void> {
  const personId = context.actor.personId!
  const acted = await context.asSystem(async () => {
    const mandates = await mandatesTo(context, { personId })
    const { beside } = (await tiesOf(context, [personId]))(personId)
    return [...beside, ...mandates.flatMap((mandate) => [mandate.personId, mandate.organisationId])]
  })
  if (id === personId || acted.includes(id) || (await organisationsOf(context, personId)).has(id)) throw fail.ownCase()
}
