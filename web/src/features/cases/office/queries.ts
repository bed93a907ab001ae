import { casesRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { signedInClient } from '../../../app/client.ts'
import type { CaseDesk } from '../file/case-desk.ts'

export const office = signedInClient(casesRoutes)

/** A case as officers work on it. */
export const officeDesk: CaseDesk = {
  side: 'office',
  key: ['bureau', 'cases'],
  file: (caseId) => office.officerCase({ params: { caseId } }),
  decide: (caseId, body) => office.decideCase({ params: { caseId }, body }),
  step: (caseId, body) => office.officerStep({ params: { caseId }, body }),
  upload: (caseId, paper, name, bytes) => office.officerUpload({ params: { caseId }, query: { paper, name }, bytes }),
  paper: (caseId, fileId) => office.officerPaper({ params: { caseId, fileId } }),
  account: async (caseId, factKey, reason) =>
    (await office.lookAtAccount({ params: { caseId, factKey }, body: { reason } })).shown,
  messages: (caseId, cursor) => office.officerMessages({ params: { caseId }, query: { cursor } }),
  message: (caseId, text) => office.officerMessage({ params: { caseId }, body: { text } }),
  seen: (caseId) => office.officerSeen({ params: { caseId } }),
  documents: (caseId) => office.caseDocuments({ params: { caseId } }),
  document: (caseId, documentId) => office.caseDocument({ params: { caseId, documentId } }),
}

/** How much waits, by service, stage and district. */
export const useTaskCounts = () =>
  useQuery({ queryKey: [...officeDesk.key, 'counts'], queryFn: () => office.taskCounts() })
