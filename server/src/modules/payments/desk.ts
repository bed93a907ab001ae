import type { Context } from '../../platform/http/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { organisationsOf } from '../accounts/index.ts'
import { fail } from './errors.ts'

/** What work on payments needs: a request has it all, and so has a step of a case. Scope `system`, or an officer's. */
export type Desk = Pick<Context, 'tx' | 'city' | 'now' | 'newId' | 'secrets' | 'jobs'>

/** Whether a person has the duty of a cashier, which a module above gives; asked in scope `system`. */
export type MayPay = (tx: Tx, city: string, personId: string) => Promise<boolean>

/** Who handles money in this request. */
export interface Cashier {
  personId: string
  /** Null: the whole city. */
  district: string | null
  isCashier: boolean
  /** Organisations the cashier belongs to or acts for: none of their payments is theirs to handle (回避). */
  organisations: ReadonlySet<string>
}

export async function cashierOf(context: Context, mayPay: MayPay): Promise<Cashier> {
  const { tx, city, actor, asSystem } = context
  const personId = actor.personId!
  return {
    personId,
    district: actor.officer?.district ?? null,
    isCashier: await asSystem(() => mayPay(tx, city, personId)),
    organisations: await organisationsOf(context, personId),
  }
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

export const isOwn = ({ personId, organisations }: Cashier, payee: Payee): boolean =>
  payee.personId === personId || (payee.organisationId !== null && organisations.has(payee.organisationId))

/** @throws payments.ownCase */
export function refuseOwn(cashier: Cashier, payee: Payee, row = 1): void {
  if (isOwn(cashier, payee)) throw fail.ownCase({ row })
}
