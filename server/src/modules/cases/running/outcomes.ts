import { type Event, type ReachedOutcome, valuesOf } from '@renshu/cases'
import type { CasesPorts, Desk, ReachedIn } from '../ports.ts'
import { type CaseRow, tables } from '../tables.ts'
import type { Done } from './keep.ts'

function reachedIn(row: CaseRow, { prepared, state }: Done, { n, actor, body }: Event): ReachedIn {
  const { service, version } = prepared
  return {
    id: row.id,
    code: row.code,
    service: { key: service.key, title: service.title, version },
    applicant: state.opening.applicant,
    concerned: row.concerned,
    decision: row.decision,
    effective: row.effective,
    submittedOn: row.submittedOn,
    ...(service.policy && { policy: { key: service.policy.key, decisionId: row.decisionId } }),
    facts: valuesOf(state.facts),
    actor,
    n,
    on: body.on,
  }
}

/**
 * Runs what a step reached, each under its key: the key is unique, so a second run is refused by the database and
 * undoes its step. Scope `system`.
 * @throws RangeError for a kind that no module carries out: definitions name only those of `OUTCOME_KINDS`
 */
export async function runOutcomes(ports: CasesPorts, desk: Desk, row: CaseRow, done: Done): Promise<void> {
  const runners = new Map(ports.runners.map((runner) => [runner.kind, runner]))
  for (const event of done.events)
    for (const outcome of event.body.outcomes ?? []) {
      await insertOutcome(desk, row, event.n, outcome)
      const runner = runners.get(outcome.kind)
      if (!runner) throw new RangeError(`nothing carries out ${outcome.kind}`)
      await runner.run(desk, outcome, reachedIn(row, done, event))
    }
}

const insertOutcome = (
  { tx, city, newId, now }: Desk,
  { id }: CaseRow,
  n: number,
  { key, kind, fen }: ReachedOutcome,
) =>
  tables(tx)
    .insertInto('cases.outcome')
    .values({ city, id: newId(), caseId: id, key, kind, n, fen: fen ?? null, reachedAt: now() })
    .execute()
