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
 * undoes its step. Kinds that no module takes up are kept for the one that will. Scope `system`.
 */
export async function runOutcomes(ports: CasesPorts, desk: Desk, row: CaseRow, done: Done): Promise<void> {
  const runners = new Map(ports.runners.map((runner) => [runner.kind, runner]))
  for (const event of done.events)
    for (const outcome of event.body.outcomes ?? []) {
      await insertOutcome(desk, row, event.n, outcome)
      const runner = runners.get(outcome.kind)
      if (runner) await runner.run(desk, outcome, reachedIn(row, done, event))
      else await keepResult(desk, row, event, outcome)
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

function keepResult({ tx, city, newId, secrets }: Desk, row: CaseRow, { body }: Event, outcome: ReachedOutcome) {
  const { kind, key, with: data, fen, months } = outcome
  const said = { data, ...(fen !== undefined && { fen }), ...(months !== undefined && { months }) }
  return tables(tx)
    .insertInto('cases.result')
    .values({
      city,
      id: newId(),
      caseId: row.id,
      key,
      kind,
      service: row.service,
      personId: row.personId,
      organisationId: row.organisationId,
      district: row.decision,
      reachedOn: body.on,
      dataSealed: secrets.seal(JSON.stringify(said)),
    })
    .execute()
}
