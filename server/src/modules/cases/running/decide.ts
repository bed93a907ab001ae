import {
  type Command,
  factsFor,
  type Given,
  isRefusal,
  type Prepared,
  type Refusal,
  type Scene,
  type State,
} from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import type { AskedFact, Decided } from '../../policy/index.ts'
import { fail } from '../errors.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import { grantedCases, holdApplicant } from '../store/cases.ts'
import { servicesOf } from '../definitions/library.ts'
import type { CaseRow } from '../tables.ts'
import { subjectOf } from './records.ts'

type Deciding = Pick<CasesPorts, 'policies'>

/**
 * What the policy of the service says of the facts as a command would leave them. Undefined where the service has none,
 * or the policy is there no more: then the engine refuses what needs it. Scope `system`.
 * @returns a refusal where the facts themselves cannot stand
 */
export async function decideOn(
  { policies }: Deciding,
  desk: Desk,
  { prepared, state, row }: { prepared: Prepared; state: State; row: CaseRow },
  command: Command,
  scene: Scene,
): Promise<Decided | Refusal | undefined> {
  if (!prepared.service.policy) return undefined
  const asked = factsFor(prepared, state, command, scene)
  if (isRefusal(asked)) return asked
  await holdApplicant(desk.tx, desk.city, row)
  return decideFacts({ policies }, desk, prepared, subjectOf(row), asked.facts, asked.effective)
}

/**
 * The same on facts by their keys, of a form or a case: those that the policy asks for are looked at. It decides as it
 * stood when it asked for what the service asks; a text that asks for other things is for later cases.
 */
export async function decideFacts(
  { policies }: Deciding,
  desk: Desk,
  { service: { policy }, asked, fields }: Prepared,
  subject: RecordSubject,
  values: Given,
  effective: string,
): Promise<Decided | undefined> {
  if (!policy) return undefined
  const facts = Object.fromEntries(asked.flatMap((key) => (isGiven(values[key]) ? [[key, values[key]]] : [])))
  const request = { policy: policy.key, subject, facts, asked: asked.map((key) => fields.get(key) as AskedFact) }
  try {
    return await policies.decideFor(desk, { ...request, effective, known: dayOf(desk.now()) })
  } catch (error) {
    // Facts that cannot be used are told by the form; a policy that is gone by the step that needs it.
    if (error instanceof AppError) return undefined
    throw error
  }
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined

/**
 * Refuses to grant while another case of the applicant, under the same policy or one that excludes it, is granted and
 * not paid yet: the limits of the policy look at payments, and would not see it. Scope `system`.
 * @throws cases.grantedElsewhere
 */
export async function requireNothingGranted(desk: Desk, row: CaseRow, { inUse }: Decided): Promise<void> {
  const others = await grantedCases(desk.tx, desk.city, row)
  if (others.length === 0) return
  const services = await servicesOf(desk)
  const { key, limits = [] } = inUse.prepared.policy
  const concerned = new Set([key, ...limits.flatMap((limit) => ('with' in limit ? (limit.with ?? []) : []))])
  const other = others.find(({ service }) => concerned.has(services.get(service)?.prepared.service.policy?.key ?? ''))
  if (other) throw fail.grantedElsewhere({ code: other.code })
}
