import { sql } from 'kysely'
import { dayOf } from '../../../platform/clock.ts'
import type { Desk } from '../tables.ts'
import type { MandateRow } from './mandates.ts'

type Mandate = Pick<
  MandateRow,
  'id' | 'organisationId' | 'personId' | 'agentPersonId' | 'agentOrganisationId' | 'fromDay' | 'untilDay'
>

/** Whose people somebody is one of, whom he may act for, and where he is an officer. */
export interface Ties {
  /** Those he belongs to, or acts for as the member of an agency with their mandate of today. */
  organisations: ReadonlySet<string>
  /** Taken and not ended, to himself, of whatever days. */
  mandates: readonly Mandate[]
  /**
   * Other records of people that bear his resident id, and the organisations those belong to. They keep him out and
   * give no right: anybody may write any number into an account.
   */
  beside: ReadonlySet<string>
  /** Null: of the whole city. Undefined: of nothing. */
  officerOf: string | null | undefined
  administrator: boolean
}

interface Tie {
  kind: 'member' | 'client' | 'mandate' | 'officer' | 'beside'
  who: string
  id: string
  organisationId: string | null
  personId: string | null
  fromDay: string | null
  untilDay: string | null
  district: string | null
  administrator: boolean | null
}

/** The ties of several people, in one statement. Scope `system`. */
export async function tiesOf(
  { tx, city, now }: Pick<Desk, 'tx' | 'city' | 'now'>,
  people: readonly string[],
): Promise<(personId: string) => Ties> {
  const ids = [...new Set(people)]
  const rows = ids.length === 0 ? [] : await readTies({ tx, city, today: dayOf(now()) }, ids)
  return (personId) => {
    const own = rows.filter(({ who }) => who === personId)
    const officer = own.find(({ kind }) => kind === 'officer')
    const belongs = own.filter(({ kind }) => kind === 'member' || kind === 'client')
    return {
      organisations: new Set(belongs.flatMap(({ organisationId }) => organisationId ?? [])),
      mandates: own.filter(({ kind }) => kind === 'mandate').map(mandateOf),
      beside: new Set(
        own.flatMap(({ kind, personId: other, organisationId }) =>
          kind === 'beside' ? [other!, organisationId ?? other!] : [],
        ),
      ),
      officerOf: officer && officer.district,
      administrator: officer?.administrator === true,
    }
  }
}

const mandateOf = ({ id, who, organisationId, personId, fromDay, untilDay }: Tie): Mandate => ({
  id,
  agentPersonId: who,
  agentOrganisationId: null,
  organisationId,
  personId,
  fromDay: fromDay!,
  untilDay: untilDay!,
})

type Reading = Pick<Desk, 'tx' | 'city'> & { today: string }

async function readTies({ tx, city, today }: Reading, ids: readonly string[]): Promise<Tie[]> {
  const people = sql.join(ids.map((id) => sql`${id}::uuid`))
  const taken = sql`mandate.accepted_at is not null and mandate.declined_at is null and mandate.withdrawn_at is null`
  const { rows } = await sql<Tie>`
    select 'member' as kind, person_id as who, id, organisation_id, null::uuid as person_id, null::date as from_day,
      null::date as until_day, null::text as district, null::boolean as administrator
    from accounts.member where city = ${city} and person_id in (${people})
    union all
    select 'client', member.person_id, mandate.id, mandate.organisation_id, null, null, null, null, null
    from accounts.mandate
    join accounts.member on member.city = mandate.city and member.organisation_id = mandate.agent_organisation_id
    where mandate.city = ${city} and member.person_id in (${people}) and member.role in ('recruiter', 'owner')
      and ${taken} and mandate.from_day <= ${today} and mandate.until_day >= ${today}
    union all
    select 'mandate', mandate.agent_person_id, mandate.id, mandate.organisation_id, mandate.person_id, mandate.from_day,
      mandate.until_day, null, null
    from accounts.mandate where mandate.city = ${city} and mandate.agent_person_id in (${people}) and ${taken}
    union all
    select 'officer', person_id, id, null, null, null, null, district, administrator
    from accounts.officer where city = ${city} and person_id in (${people})
    union all
    select 'beside', own.id, other.id, member.organisation_id, other.id, null, null, null, null
    from accounts.person own
    join accounts.person other
      on other.city = own.city and other.resident_id_blind = own.resident_id_blind and other.id <> own.id
    left join accounts.member on member.city = other.city and member.person_id = other.id
    where own.city = ${city} and own.id in (${people})
    order by kind, id`.execute(tx)
  return rows
}
