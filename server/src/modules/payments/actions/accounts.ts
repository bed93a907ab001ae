import { type AccountBody, type AccountChange, type ChangeDecisionBody, platformFailures } from '@renshu/contracts'
import type { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type MayPay, refuseOwn, requireCashier } from '../desk.ts'
import { fail } from '../errors.ts'
import { accountNumber, asksAccount } from '../rules.ts'
import { showChange } from '../show/accounts.ts'
import { changeById, decideChange, insertChange } from '../store/accounts.ts'
import { holdPayable, payableById, updatePayables } from '../store/payables.ts'
import type { ChangeRow, PayableRow } from '../tables.ts'

type Body = z.output<typeof AccountBody>

/** Scope `system`. @throws platform.stale, payments.notNow, payments.badAccount */
async function propose(context: Context, held: PayableRow, body: Body, fromPayee: boolean): Promise<ChangeRow> {
  const { tx, city, newId, now, secrets, actor } = context
  if (held.version !== body.version) throw new AppError(platformFailures.stale)
  if (!asksAccount(held)) throw fail.notNow({ status: held.status })
  const number = accountNumber(body.number)
  if (!number) throw fail.badAccount()
  const change: ChangeRow = {
    city,
    id: newId(),
    payableId: held.id,
    status: 'waiting',
    holderSealed: secrets.seal(body.holder),
    accountSealed: secrets.seal(number),
    accountBlind: secrets.blind('bankAccount', number),
    bank: body.bank,
    reason: body.reason,
    fromPayee,
    madeAt: now(),
    madeBy: actor.personId!,
    decidedAt: null,
    decidedBy: null,
    refusal: null,
    personId: held.personId,
    organisationId: held.organisationId,
    district: held.district,
  }
  if (!(await insertChange(tx, change))) throw fail.notNow({ status: 'waiting' })
  return change
}

/**
 * An officer types in a corrected account, say from a letter of the payee.
 * @throws payments.notCashier, noPayable, ownCase, notNow, badAccount, platform.stale
 */
export async function correctAccount(
  context: Context,
  mayPay: MayPay,
  payableId: string,
  body: Body,
): Promise<AccountChange> {
  const { tx, city } = context
  const cashier = await requireCashier(context, mayPay)
  if (!(await payableById(tx, city, payableId))) throw fail.noPayable()
  const change = await context.asSystem(async () => {
    const held = (await holdPayable(tx, city, payableId))!
    refuseOwn(cashier, held)
    return propose(context, held, body, false)
  })
  return showChange(context, change, cashier)
}

/**
 * The payee sends in another account. Counts once an officer has confirmed it.
 * @throws payments.noPayable where it is not theirs, notNow, badAccount, platform.stale
 */
export const correctOwn = (
  context: Context,
  payableId: string,
  whose: { personId: string } | { organisationId: string },
  body: Body,
): Promise<PayableRow> =>
  context.asSystem(async () => {
    const held = await holdPayable(context.tx, context.city, payableId)
    const isTheirs =
      held && ('personId' in whose ? held.personId === whose.personId : held.organisationId === whose.organisationId)
    if (!isTheirs) throw fail.noPayable()
    await propose(context, held, body, true)
    return held
  })

const PROPOSER = { zh: { what: '提交更正' }, en: { what: 'sent the correction in' } }

/**
 * Another person confirms a corrected account, and the payment is open again; or refuses it with a reason.
 * @throws payments.notCashier, noPayable, settled, fourEyes, ownCase, reasonMissing
 */
export async function decideAccount(
  context: Context,
  mayPay: MayPay,
  changeId: string,
  { decision, reason }: z.output<typeof ChangeDecisionBody>,
): Promise<AccountChange> {
  const { tx, city, now, language } = context
  const cashier = await requireCashier(context, mayPay)
  const seen = await changeById(tx, city, changeId)
  const held = seen && (await context.asSystem(() => holdPayable(tx, city, seen.payableId)))
  if (!held) throw fail.noPayable()
  if (seen.status !== 'waiting') throw fail.settled()
  if (seen.madeBy === cashier.personId) throw fail.fourEyes(PROPOSER[language])
  refuseOwn(cashier, held)
  if (decision === 'refused' && !reason) throw fail.reasonMissing()
  const decided = {
    status: decision,
    decidedAt: now(),
    decidedBy: cashier.personId,
    refusal: decision === 'refused' ? reason : null,
  }
  await context.asSystem(async () => {
    if (!(await decideChange(tx, seen, decided))) throw fail.settled()
    if (decision !== 'confirmed' || !asksAccount(held)) return
    const { holderSealed, accountSealed, accountBlind, bank } = seen
    await updatePayables(tx, [{ ...held, holderSealed, accountSealed, accountBlind, bank, status: 'open' }], 'account')
  })
  return showChange(context, { ...seen, ...decided }, cashier)
}
