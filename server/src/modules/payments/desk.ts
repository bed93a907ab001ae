import type { Context } from '../../platform/http/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { mandatesTo, organisationsOf, tiesOf } from '../accounts/index.ts'
import { fail } from './errors.ts'

/** What work on payments needs: a request has it all, and so has a step of a case. Scope `system`, or an officer's. */
export type Desk = Pick<Context, 'tx' | 'city' | 'now' | 'newId' | 'secrets' | 'jobs'>

/**
 * Whether a person has the duty of a cashier for a district, or null for the whole city; a module above gives it. Asked
 * in scope `system`.
 */
export type MayPay = (tx: Tx, city: string, personId: string, district: string | null) => Promise<boolean>

/** Who handles money in this request. */
export interface Cashier {
  personId: string
  /** Null: the whole city. */
  district: string | null
  isCashier: boolean
  /**
   * The cashier, the people he acts for as a helper and other records that bear his resident id, with the organisations
   * he belongs to or acts for in any of them.
   */
  people: ReadonlySet<string>
  organisations: ReadonlySet<string>
}

export async function cashierOf(context: Context, mayPay: MayPay): Promise<Cashier> {
  const { tx, city, actor, asSystem } = context
  const personId = actor.personId!
  const district = actor.officer?.district ?? null
  const own = await organisationsOf(context, personId)
  return asSystem(async () => {
    const mandates = await mandatesTo(context, { personId })
    const { beside } = (await tiesOf(context, [personId]))(personId)
    return {
      personId,
      district,
      isCashier: await mayPay(tx, city, personId, district),
      people: new Set([personId, ...beside, ...mandates.flatMap((mandate) => mandate.personId ?? [])]),
      organisations: new Set([...own, ...beside, ...mandates.flatMap(({ organisationId }) => organisationId ?? [])]),
    }
  })
}

/** @throws payments.notCashier */
export async function requireCashier(context: Context, mayPay: MayPay): Promise<Cashier> {
  const cashier = await cashierOf(context, mayPay)
  if (!cashier.isCashier) throw fail.notCashier()
  return cashier
}

interface Payee {
  personId: string | null
  organisationId: string | null
}

/** 回避: payments to the cashier, to those he acts for and to their organisations are not his to handle. */
export const isOwn = ({ people, organisations }: Cashier, payee: Payee): boolean =>
  (payee.personId !== null && people.has(payee.personId)) ||
  (payee.organisationId !== null && organisations.has(payee.organisationId))

/** @throws payments.ownCase */
export function refuseOwn(cashier: Cashier, payee: Payee, row = 1): void {
  if (isOwn(cashier, payee)) throw fail.ownCase({ row })
}
