import type { Facts, Prepared, Records } from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import type { KnownRecords, RecordSubject } from '../../../platform/records.ts'
import type { CasesPorts, Desk } from '../ports.ts'

/** Of whom the records of a case are read. */
export const subjectOf = ({
  personId,
  organisationId,
}: {
  personId: string | null
  organisationId: string | null
}): RecordSubject =>
  organisationId === null ? { kind: 'person', id: personId! } : { kind: 'organisation', id: organisationId }

/** Names of the records that a service asks for. */
export const namesOf = ({ service }: Prepared): string[] => [
  ...new Set([...service.fields, ...(service.papers ?? [])].flatMap(({ record }) => record ?? [])),
]

/** What records say now of the names a service asks for. Scope `system`. */
export const readRecords = (
  { policies }: Pick<CasesPorts, 'policies'>,
  desk: Desk,
  prepared: Prepared,
  subject: RecordSubject,
): Promise<KnownRecords> => policies.recordsOf(desk, subject, namesOf(prepared))

/**
 * What records say as a case looks at it. Of a fact that a record gave and none gives any more it is said that there is nothing; what was
 * never on record is left out.
 */
export function recordsBeside(desk: Desk, known: KnownRecords, prepared: Prepared, frozen: Facts): Records {
  const today = dayOf(desk.now())
  const records: Record<string, Records[string]> = {}
  for (const [name, record] of Object.entries(known)) if (record) records[name] = { value: record.value, on: record.on }
  for (const [key, { source }] of Object.entries(frozen)) {
    const name = prepared.fields.get(key)?.record
    if (source === 'record' && name !== undefined) records[name] ??= { value: null, on: today }
  }
  return records
}

/** Both at once. Scope `system`. */
export const recordsFor = async (
  ports: Pick<CasesPorts, 'policies'>,
  desk: Desk,
  prepared: Prepared,
  subject: RecordSubject,
  frozen: Facts = {},
): Promise<Records> => recordsBeside(desk, await readRecords(ports, desk, prepared, subject), prepared, frozen)
