import type { Context } from '../../platform/http/index.ts'
import { type HeldTable, type Holder, sectionsOf } from '../accounts/index.ts'
import { clearDesk } from './actions/duties.ts'
import { eventsOf } from './store/events.ts'
import { casesOf, dutiesEnded, forgetPerson, wordsOf } from './store/person.ts'

const HELD: readonly HeldTable[] = [
  {
    table: 'cases.case',
    people: ['personId'],
    columns: ['id', 'code', 'service', 'stage', 'ended', 'mode', 'acceptance', 'decision', 'effective', 'round'].concat(
      ['submittedAt', 'changedAt', 'dueOn', 'fen', 'months'],
    ),
  },
  {
    table: 'cases.draft',
    people: ['personId'],
    columns: ['id', 'service', 'mode', 'acceptance', 'papers', 'startedAt', 'savedAt'],
  },
  {
    table: 'cases.appointment',
    people: ['personId'],
    columns: ['id', 'counterId', 'service', 'caseId', 'startsAt', 'minutes', 'note', 'status', 'bookedAt'],
  },
  { table: 'cases.duty', people: ['personId'], columns: ['id', 'role', 'district', 'since', 'endedAt'] },
  {
    table: 'cases.handover',
    people: ['fromPersonId', 'toPersonId', 'byPersonId'],
    columns: ['id', 'caseId', 'n', 'reason', 'madeAt'],
  },
  { table: 'cases.paper', people: ['uploadedBy'], columns: ['id', 'caseId', 'paper', 'name', 'size', 'uploadedAt'] },
  { table: 'cases.look', people: ['personId', 'lookedBy'], columns: ['id', 'service', 'lookedAt', 'reason'] },
]

/** The history of each case of a person, as far as it was not erased. */
async function historiesOf(context: Context, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await casesOf(context.tx, context.city, personId)
  const histories = await Promise.all(rows.map(({ id }) => eventsOf(context, id)))
  return histories.flat().map(({ case: caseId, n, at, step, body }) => ({ caseId, n, at, step, ...body }))
}

/**
 * Cases with their history, forms, messages, appointments. Erasure takes what was said, body and salt: the links stay,
 * so that the chain of each case is whole, and with them amounts and stages, which are counted.
 */
export const casesHolder: Holder = {
  module: 'cases',
  export: async (context, personId) => ({
    ...(await sectionsOf(context, HELD, personId)),
    'cases.event': await historiesOf(context, personId),
    ...(await wordsOf(context, personId)),
  }),
  async erase(context, personId) {
    const { tx, city, now } = context
    await forgetPerson(tx, city, personId)
    await dutiesEnded(tx, city, personId, now())
    await clearDesk(context, personId)
  },
}
