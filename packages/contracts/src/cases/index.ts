import { documentRoutes } from './routes/document-routes.ts'
import { officeCaseRoutes } from './routes/office-routes.ts'
import { officerCaseRoutes } from './routes/officer-routes.ts'
import { organisationCaseRoutes } from './routes/organisation-routes.ts'
import { personCaseRoutes } from './routes/person-routes.ts'
import { publicCaseRoutes } from './routes/public-routes.ts'

export {
  BeginBody,
  AssignBody,
  OfficerCasesQuery,
  DecideBody,
  CasesQuery,
  BookBody,
  CaseStepBody,
  OfficerStepBody,
  CounterApplicant,
  CounterBody,
  CounterHoursBody,
  CounterFormBody,
  DutyBody,
  SaveBody as SaveDraftBody,
  TakeUpBody,
  TasksQuery,
} from './bodies.ts'
export {
  CaseDocument,
  DOCUMENT_KINDS,
  DocumentCheck,
  documentFailures,
  DocumentKind,
  documentRoutes,
  DocumentVerdict,
} from './routes/document-routes.ts'
export { casesFailures } from './failures.ts'
export { ApplicantSeen, CaseDraft, CaseDraftCard, CaseForm, CasePaper, FormField, FormPaper } from './forms.ts'
export {
  Appointment,
  CaseCard,
  CaseChoice,
  CaseDifference,
  CaseEvent,
  CaseFact,
  CaseFile,
  CaseMessage,
  CaseNotice,
  CaseObjection,
  CaseProgress,
  CaseTask,
  ClockState,
  Counter,
  Duty,
  Slot,
  TaskCounts,
} from './records.ts'
export { ServiceCard, ServiceDetail, ServiceDrawing, ServiceFault, ServiceField, ServiceState } from './services.ts'
export { CaseDecision, CaseMode, CaseRole, CaseWord, DutyRole, FieldValue } from './words.ts'

export { officeCaseRoutes, officerCaseRoutes, organisationCaseRoutes, personCaseRoutes, publicCaseRoutes }

/** Services (事项) and cases (办件): applicants, helpers and organisations, officers, the public. */
export const casesRoutes = {
  ...publicCaseRoutes,
  ...personCaseRoutes,
  ...organisationCaseRoutes,
  ...officerCaseRoutes,
  ...officeCaseRoutes,
  ...documentRoutes,
}
