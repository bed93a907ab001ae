import type { AccountChange } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { type Cashier, isOwn } from '../desk.ts'
import type { ChangeRow } from '../tables.ts'
import { namesOf } from './names.ts'
import { accountOf } from './payee.ts'

export async function showChanges(
  context: Context,
  rows: readonly ChangeRow[],
  cashier: Cashier,
): Promise<AccountChange[]> {
  const names = await namesOf(
    context,
    rows.flatMap(({ madeBy, decidedBy }) => [madeBy, decidedBy]),
  )
  return rows.map((row) => ({
    id: row.id,
    payableId: row.payableId,
    status: row.status,
    account: accountOf(context, row, cashier.isCashier),
    reason: row.reason,
    by: row.fromPayee ? 'payee' : 'officer',
    byName: names.get(row.madeBy) ?? '',
    at: row.madeAt.toISOString(),
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? ''),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    refusal: row.refusal,
    mayDecide: row.status === 'waiting' && cashier.isCashier && row.madeBy !== cashier.personId && !isOwn(cashier, row),
  }))
}

export const showChange = async (context: Context, row: ChangeRow, cashier: Cashier): Promise<AccountChange> =>
  (await showChanges(context, [row], cashier))[0]!
