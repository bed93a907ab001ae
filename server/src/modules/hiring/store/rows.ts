import type { NewProcess, ProcessRow } from '../tables.ts'
import type { State, Who } from '../rules/index.ts'

/** The state as the row keeps it. */
export const stateOf = (row: ProcessRow): State => ({
  stage: row.stage,
  channel: row.channel,
  kept: row.agencyId !== null,
  sameHands: row.sameHands,
  contact: row.contact,
  booked: row.booked,
  offer: row.offer,
  startedOn: row.startedOn,
  confirmed: { employer: row.confirmedByEmployer !== null, talent: row.confirmedByTalent !== null },
  disputed: row.disputed,
  held: row.held,
})

/** The columns of a state; who confirmed before keeps the time of it. */
export function columnsOf(state: State, who: Who, now: Date, before?: ProcessRow) {
  const at = (confirmed: boolean, since: Date | null | undefined) => (confirmed ? (since ?? now) : null)
  return {
    stage: state.stage,
    contact: state.contact,
    booked: state.booked,
    offer: state.offer && JSON.stringify(state.offer),
    startedOn: state.startedOn,
    confirmedByEmployer: at(state.confirmed.employer, before?.confirmedByEmployer),
    confirmedByTalent: at(state.confirmed.talent, before?.confirmedByTalent),
    confirmedByOfficer: at(state.stage === 'placed' && who === 'officer', before?.confirmedByOfficer),
    disputed: state.disputed,
    held: state.held,
  } satisfies Partial<NewProcess>
}

/** Who takes part, for the rows around a process. */
export const partiesOf = ({ city, personId, organisationId, agencyId, district }: ProcessRow) => ({
  city,
  personId,
  organisationId,
  agencyId,
  district,
})
