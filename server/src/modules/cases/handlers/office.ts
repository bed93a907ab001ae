import type { officeCaseRoutes } from '@renshu/contracts'
import type { Handlers } from '../../../platform/http/index.ts'
import * as counters from '../actions/counters.ts'
import { listDefinitions, reloadDefinitions } from '../actions/definitions.ts'
import { endDuty, giveDuty, listDuties } from '../actions/duties.ts'
import type { CasesPorts } from '../ports.ts'

/** How the office is set up. */
export const officeHandlers = (ports: CasesPorts): Handlers<typeof officeCaseRoutes> => ({
  duties: ({ query }, context) => listDuties(context, query),
  giveDuty: ({ body }, context) => giveDuty(context, body),
  async endDuty({ params }, context) {
    await endDuty(context, params.dutyId)
    return { done: true }
  },
  counterAppointments: ({ query }, context) => counters.listDay(context, query),
  markAppointment: ({ params, body }, context) => counters.markBooking(context, params.appointmentId, body.status),
  setCounter: ({ params, body }, context) => counters.setCounter(context, params.counterId, body),
  definitions: (_, context) => listDefinitions(ports, context),
  reload: (_, context) => reloadDefinitions(ports, context),
})
