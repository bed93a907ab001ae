import type { Applied, BatchDesk, ImportRow, TableKind } from '../../../platform/imports/index.ts'
import { FIND_PAIRS } from '../profile/alike.ts'
import { keepPeople } from './keep-people.ts'
import { type ReadPerson, readPeople, type ReadRow } from './read-rows.ts'
import { explainRow } from './reasons.ts'

/** Profiles of one job that looks for others of the same people. */
const AT_ONCE = 200

async function takeBatch(desk: BatchDesk, { organisationId }: ImportRow, batch: readonly ReadRow[]): Promise<Applied> {
  const people = batch.filter((row): row is ReadPerson => 'profile' in row)
  const rejected = batch.filter((row) => 'reason' in row)
  const { ids, ...kept } = await keepPeople(desk, organisationId, people)
  const { tx, city, jobs } = desk
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await jobs.send(tx, FIND_PAIRS, { city, ids: ids.slice(from, from + AT_ONCE) })
  return { ...kept, waiting: 0, rejected }
}

/** Tables of people whom an agency keeps on their consent. */
export const TALENTS_TABLE: TableKind<ReadRow> = {
  schema: 'talents',
  batches: readPeople,
  take: takeBatch,
  explain: explainRow,
}
