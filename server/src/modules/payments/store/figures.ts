import type { PayableStatus, Sums } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Count and sum still due of each status. */
export async function countsByStatus(tx: Tx, city: string) {
  const { rows } = await sql<{ status: PayableStatus; count: number; fen: number }>`
    select status, count(*) as count, sum(greatest(amount_fen - paid_fen, 0))::bigint as fen
    from payments.payable where city = ${city} group by status`.execute(tx)
  return new Map(rows.map((row) => [row.status, row]))
}

export const countWaitingChanges = async (tx: Tx, city: string): Promise<number> =>
  (
    await sql<{ total: number }>`
      select count(*) as total from payments.account_change where city = ${city} and status = 'waiting'`.execute(tx)
  ).rows[0]!.total

export type SumsRow = Sums & { policy: string | null; title: { zh: string; en: string }; month: string }

interface Months {
  from?: string | undefined
  until?: string | undefined
  policy?: string | undefined
}

/**
 * Sums of each policy and month of the decision. Every part is added up by itself from the rows, none as what is left of
 * the others, so that the identities can fail.
 */
export async function sumByPolicy(tx: Tx, city: string, { from, until, policy }: Months = {}): Promise<SumsRow[]> {
  const due = sql`greatest(p.amount_fen - p.paid_fen, 0)`
  const { rows } = await sql<SumsRow>`
    with claims as (
      select city, payable_id, sum(amount_fen) as claimed, sum(recovered_fen) as recovered, sum(written_off_fen) as written_off,
        sum(amount_fen - recovered_fen - written_off_fen) filter (where status in ('opened', 'demanded', 'partly'))
          as outstanding
      from payments.recovery where city = ${city} group by city, payable_id
    )
    select p.policy, min(p.title::text)::jsonb as title, to_char(p.decided_on, 'YYYY-MM') as month, count(*) as payables,
      sum(p.amount_fen)::bigint as "decidedFen",
      sum(least(p.amount_fen, p.paid_fen))::bigint as "paidFen",
      coalesce(sum(${due}) filter (where p.status in ('open', 'drafted', 'sent')), 0)::bigint as "openFen",
      coalesce(sum(${due}) filter (where p.status = 'returned'), 0)::bigint as "returnedFen",
      coalesce(sum(${due}) filter (where p.status = 'withdrawn'), 0)::bigint as "withdrawnFen",
      sum(greatest(p.paid_fen - p.amount_fen, 0))::bigint as "excessFen",
      coalesce(sum(c.claimed), 0)::bigint as "claimedFen",
      coalesce(sum(c.recovered), 0)::bigint as "recoveredFen",
      coalesce(sum(c.written_off), 0)::bigint as "writtenOffFen",
      coalesce(sum(c.outstanding), 0)::bigint as "outstandingFen"
    from payments.payable p left join claims c on c.city = p.city and c.payable_id = p.id
    where p.city = ${city}
      and (${from ?? null}::text is null or to_char(p.decided_on, 'YYYY-MM') >= ${from ?? null})
      and (${until ?? null}::text is null or to_char(p.decided_on, 'YYYY-MM') <= ${until ?? null})
      and (${policy ?? null}::text is null or p.policy = ${policy ?? null})
    group by p.policy, to_char(p.decided_on, 'YYYY-MM') order by month desc, p.policy nulls last`.execute(tx)
  return rows
}

export interface Suspicion {
  rule: 'samePayee' | 'sameAccount' | 'reversed'
  policy: string | null
  period: string
  ids: string[]
  excessFen: number
}

/** Paid, or to be paid: everything but what was withdrawn before it was sent. */
const COUNTS = sql`(p.status <> 'withdrawn' or p.paid_fen > 0)`
/** Paid to all of them beyond the largest single payment, less what is claimed already. */
const BEYOND = sql`greatest(sum(p.paid_fen) - max(p.paid_fen) - sum(p.claimed_fen), 0)::bigint`

/**
 * What looks paid too often: one policy and period to one payee, or to different payees into one account; and what was
 * paid on a decision that has been reversed. Groups that are settled, all claimed back, are left out.
 */
export async function suspicions(tx: Tx, city: string, most: number): Promise<Suspicion[]> {
  const { rows } = await sql<Suspicion>`
    select * from (
      select 'samePayee' as rule, p.policy, p.period, array_agg(p.id::text order by p.decided_on, p.id) as ids,
        ${BEYOND} as "excessFen", bool_or(p.status in ('open', 'drafted', 'sent', 'returned')) as pending
      from payments.payable p where p.city = ${city} and p.policy is not null and ${COUNTS}
      group by p.policy, p.period, coalesce(p.person_id, p.organisation_id) having count(*) > 1
      union all
      select 'sameAccount', p.policy, p.period, array_agg(p.id::text order by p.decided_on, p.id), ${BEYOND},
        bool_or(p.status in ('open', 'drafted', 'sent', 'returned'))
      from payments.payable p where p.city = ${city} and p.policy is not null and p.account_blind is not null and ${COUNTS}
      group by p.policy, p.period, p.account_blind
      having count(distinct coalesce(p.person_id, p.organisation_id)) > 1
      union all
      select 'reversed', p.policy, p.period, array[p.id::text], (p.paid_fen - p.claimed_fen)::bigint, false
      from payments.payable p where p.city = ${city} and p.reversed_on is not null and p.paid_fen > p.claimed_fen
    ) as found where "excessFen" > 0 or pending
    order by "excessFen" desc, policy, period limit ${most}`.execute(tx)
  return rows
}
