import type { Event, EventBody, KeptEvent } from '@renshu/cases'
import { insertion } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Secrets } from '../../../platform/secrets/secrets.ts'
import { type EventRow, tables } from '../tables.ts'

type Writing = { tx: Tx; city: string; secrets: Secrets; newId: () => string }

/** Keeps events with their bodies sealed; a part of the statement that keeps what they make of the case. */
export const insertionOf = ({ city, secrets, newId }: Omit<Writing, 'tx'>, events: readonly Event[]) =>
  insertion(
    'cases.event',
    events.map(({ case: caseId, body, ...event }) => ({
      city,
      id: newId(),
      caseId,
      ...event,
      bodySealed: secrets.seal(JSON.stringify(body)),
    })),
  )

/** The rows of the history of a case, in order. Scope `system`. */
const rowsOf = (tx: Tx, city: string, caseIds: readonly string[]): Promise<EventRow[]> =>
  tables(tx)
    .selectFrom('cases.event')
    .selectAll()
    .where('city', '=', city)
    .where('caseId', 'in', [...caseIds])
    .orderBy('caseId')
    .orderBy('n')
    .execute()

const opened = (
  secrets: Secrets,
  { caseId, bodySealed, salt, at, n, step, actor, command, seal, prev, hash }: EventRow,
) => {
  const body = bodySealed === null ? undefined : (JSON.parse(secrets.open(bodySealed)) as EventBody)
  const kept: KeptEvent = { case: caseId, n, at: at.toISOString(), step, actor, command, seal, prev, hash }
  return body ? { ...kept, body, salt: salt! } : kept
}

/** The history of a case; events of people who were erased have no body. Scope `system`. */
export async function eventsOf({ tx, city, secrets }: Omit<Writing, 'newId'>, caseId: string): Promise<KeptEvent[]> {
  return (await rowsOf(tx, city, [caseId])).map((row) => opened(secrets, row))
}
