import type { Payment } from '@renshu/policy'
import type { RecordSubject } from '../../../platform/records.ts'
import type { Desk } from '../desk.ts'
import { MOST_FEN, partsOf, readAccount, yuan } from '../rules.ts'
import { holdBySource, insertPayable, payablesTo } from '../store/payables.ts'
import type { PayableRow } from '../tables.ts'

export interface NewPayable {
  /** The module and the outcome that pays: a second payable of the same is never made. */
  source: { module: string; id: string }
  /** The record to open, e.g. the case. */
  record: string
  /** What it is for, e.g. the title of the service. */
  title: { zh: string; en: string }
  policy: string | null
  /** `2026`, or `2026-03` of what recurs by month. */
  period: string
  payee: { personId: string } | { organisationId: string }
  payeeName: string
  /** The account in the payee's words; what cannot be read is asked for again before anything is paid. */
  account: string | null
  /** Null: paid by the city. */
  district: string | null
  /** Whole, at least 1. */
  fen: number
  decidedOn: string
  /** Plain values which a limit of the policy may read in later decisions; nothing that says who it is. */
  facts?: Readonly<Record<string, Payment['amount']>>
}

function accountOf({ secrets }: Desk, { account, payeeName }: NewPayable) {
  const read = account === null ? undefined : readAccount(account)
  if (!read) return { holderSealed: null, accountSealed: null, accountBlind: null, bank: null }
  return {
    holderSealed: secrets.seal(payeeName),
    accountSealed: secrets.seal(read.number),
    accountBlind: secrets.blind('bankAccount', read.number),
    bank: read.bank,
  }
}

/**
 * What is to be paid, in the transaction of the step that decided it. Exactly once for each source: again it gives the
 * one that was made. Scope `system`.
 * @returns the id of the payable
 * @throws RangeError where the sum is not one that can be paid
 */
export async function makePayable(desk: Desk, given: NewPayable): Promise<string> {
  const { tx, city, newId, now, secrets } = desk
  const { source, payee, fen, title, facts = {} } = given
  if (!Number.isSafeInteger(fen) || fen < 1 || fen > MOST_FEN) throw new RangeError(`not a sum to be paid: ${fen}`)
  const id = newId()
  const isNew = await insertPayable(tx, {
    city,
    id,
    sourceModule: source.module,
    sourceId: source.id,
    record: given.record,
    title: JSON.stringify(title),
    policy: given.policy,
    period: given.period,
    personId: 'personId' in payee ? payee.personId : null,
    organisationId: 'organisationId' in payee ? payee.organisationId : null,
    payeeSealed: secrets.seal(given.payeeName),
    ...accountOf(desk, given),
    district: given.district,
    amountFen: fen,
    status: 'open',
    decidedOn: given.decidedOn,
    paidOn: null,
    reason: null,
    reversedOn: null,
    facts: JSON.stringify(facts),
    batchId: null,
    batchRow: null,
    madeAt: now(),
    version: 1,
  })
  return isNew ? id : (await holdBySource(tx, city, source))!.id
}

/** What counts of a payment towards limits: what was or will be paid, less what is claimed back. */
const counted = (row: PayableRow): number => {
  const { paid, excess, due } = partsOf(row)
  return paid + excess + (row.status === 'withdrawn' ? 0 : due) - row.claimedFen
}

function paymentOf(row: PayableRow): Payment[] {
  const fen = counted(row)
  if (row.policy === null || fen <= 0) return []
  const facts = row.facts as NonNullable<Payment['facts']>
  return [{ policy: row.policy, on: row.decidedOn, amount: yuan(fen), facts }]
}

/**
 * Earlier payments of policies to people or organisations, by the payee's id, for the limits of the next decision: also
 * what is decided and not paid yet, so that nobody is granted twice while the bank is slow. Scope `system`.
 */
export async function paymentsToMany(
  tx: Desk['tx'],
  city: string,
  kind: RecordSubject['kind'],
  ids: readonly string[],
): Promise<Map<string, Payment[]>> {
  const found = new Map<string, Payment[]>()
  if (ids.length === 0) return found
  for (const row of await payablesTo(tx, city, kind, ids)) {
    const id = (kind === 'person' ? row.personId : row.organisationId)!
    found.set(id, [...(found.get(id) ?? []), ...paymentOf(row)])
  }
  return found
}

/** The same to one of them. Scope `system`, or the payee's own. */
export async function paymentsTo(tx: Desk['tx'], city: string, { kind, id }: RecordSubject): Promise<Payment[]> {
  return (await paymentsToMany(tx, city, kind, [id])).get(id) ?? []
}
