import type { Context } from '../../platform/http/index.ts'
import { type HeldTable, type Holder, sectionsOf } from '../accounts/index.ts'
import { eraseFrom } from './actions/by-itself.ts'
import { applicationCounts, forgetPerson } from './store/person.ts'
import { openProcessesBy } from './store/processes.ts'

const HELD: readonly HeldTable[] = [
  {
    table: 'hiring.process',
    people: ['personId'],
    columns: [
      'id',
      'jobId',
      'jobTitle',
      'organisationId',
      'stage',
      'channel',
      'contact',
      'offer',
      'startedOn',
      'disputed',
    ].concat(['startedAt', 'changedAt']),
  },
  {
    table: 'hiring.event',
    people: ['personId', 'actorId'],
    columns: ['id', 'processId', 'step', 'stage', 'happenedAt', 'who', 'reason', 'note', 'data'],
  },
  {
    table: 'hiring.slot',
    people: ['personId'],
    columns: ['id', 'processId', 'startsAt', 'minutes', 'place', 'online', 'booked'],
  },
  {
    table: 'hiring.message',
    people: ['personId', 'authorId'],
    columns: ['id', 'processId', 'side', 'text', 'sentAt', 'seenAt'],
  },
  {
    table: 'hiring.followUp',
    people: ['personId', 'actorId'],
    columns: ['id', 'processId', 'days', 'dueOn', 'answer', 'answeredBy', 'note', 'answeredAt'],
  },
]

/** Applications with their words. Erasure ends what is open and takes the words; steps and counts stay. */
export const hiringHolder: Holder = {
  module: 'hiring',
  export: async (context: Context, personId: string) => ({
    ...(await sectionsOf(context, HELD, personId)),
    'hiring.application_count': await applicationCounts(context.tx, context.city, personId),
  }),
  async erase(context, personId) {
    const { tx, city } = context
    for (const row of await openProcessesBy(tx, city, 'personId', personId)) await eraseFrom(context, row)
    await forgetPerson(tx, city, personId)
  },
}
