import {
  documentRoutes,
  officeCaseRoutes,
  officerCaseRoutes,
  organisationCaseRoutes,
  personCaseRoutes,
  publicCaseRoutes,
} from '@renshu/contracts'
import { moduleOf } from '../../platform/http/index.ts'
import { documentHandlers } from './documents/index.ts'
import { organisationHandlers, personHandlers } from './handlers/applicant.ts'
import { officeHandlers } from './handlers/office.ts'
import { officerHandlers } from './handlers/officer.ts'
import { publicHandlers } from './handlers/public.ts'
import type { CasesPorts } from './ports.ts'

const routes = {
  ...publicCaseRoutes,
  ...personCaseRoutes,
  ...organisationCaseRoutes,
  ...officerCaseRoutes,
  ...officeCaseRoutes,
  ...documentRoutes,
}

/** The module, over what is below it. */
export const casesOf = (ports: CasesPorts) =>
  moduleOf('cases', routes, {
    ...publicHandlers,
    ...personHandlers(ports),
    ...organisationHandlers(ports),
    ...officerHandlers(ports),
    ...officeHandlers(ports),
    ...documentHandlers,
  })
