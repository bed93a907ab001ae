import { type Client, documentRoutes, organisationCaseRoutes, personCaseRoutes } from '@renshu/contracts'
import { useParams, useSearch } from '@tanstack/react-router'
import { helpersClient, signedInClient } from '../../../app/client.ts'
import type { CaseDesk } from '../file/case-desk.ts'

/** Without what officers do. */
const table = { ...personCaseRoutes, ...organisationCaseRoutes, ...documentRoutes }
type Calls = Client<typeof table>
type Answer<K extends keyof Calls> = Promise<Awaited<ReturnType<Calls[K]>>>
type Body<K extends keyof Calls> = Parameters<Calls[K]>[0] extends { body?: infer B } | undefined
  ? NonNullable<B>
  : never
type CasesQuery = NonNullable<NonNullable<Parameters<Calls['myCases']>[0]>['query']>

/** Who applies: somebody for himself, a helper for somebody, or an organisation. */
export interface Applicant extends CaseDesk {
  organisationId: string | null
  /** Whom a helper acts for. */
  personId: string | null
  begin: (body: Body<'myBegin'>) => Answer<'myBegin'>
  drafts: () => Answer<'myDrafts'>
  draft: (draftId: string) => Answer<'myDraft'>
  save: (draftId: string, body: Body<'mySave'>) => Answer<'mySave'>
  drop: (draftId: string) => Answer<'myDrop'>
  submit: (draftId: string, version: number) => Answer<'mySubmit'>
  cases: (query: CasesQuery) => Answer<'myCases'>
  book: (body: Body<'myBook'>) => Answer<'myBook'>
  bookings: () => Answer<'myBookings'>
  cancelBooking: (appointmentId: string) => Answer<'myCancelBooking'>
  bookingFile: (appointmentId: string) => Answer<'myBookingFile'>
}

const own = signedInClient(table)

/** @param personId whom a helper acts for; null for oneself */
function personOf(personId: string | null): Applicant {
  const cases = personId ? helpersClient(table, personId) : own
  return {
    side: 'applicant',
    organisationId: null,
    personId,
    key: ['cases', personId ?? 'me'],
    begin: (body) => cases.myBegin({ body }),
    drafts: () => cases.myDrafts(),
    draft: (draftId) => cases.myDraft({ params: { draftId } }),
    save: (draftId, body) => cases.mySave({ params: { draftId }, body }),
    drop: (draftId) => cases.myDrop({ params: { draftId } }),
    submit: (draftId, version) => cases.mySubmit({ params: { draftId }, body: { version } }),
    cases: (query) => cases.myCases({ query }),
    file: (caseId) => cases.myCase({ params: { caseId } }),
    step: (caseId, body) => cases.myStep({ params: { caseId }, body }),
    upload: (caseId, paper, name, bytes) => cases.myUpload({ params: { caseId }, query: { paper, name }, bytes }),
    paper: (caseId, fileId) => cases.myPaper({ params: { caseId, fileId } }),
    messages: (caseId, cursor) => cases.myMessages({ params: { caseId }, query: { cursor } }),
    message: (caseId, text) => cases.myMessage({ params: { caseId }, body: { text } }),
    seen: (caseId) => cases.mySeen({ params: { caseId } }),
    documents: (caseId) => cases.myDocuments({ params: { caseId } }),
    document: (caseId, documentId) => cases.myDocument({ params: { caseId, documentId } }),
    book: (body) => cases.myBook({ body }),
    bookings: () => cases.myBookings(),
    cancelBooking: (appointmentId) => cases.myCancelBooking({ params: { appointmentId } }),
    bookingFile: (appointmentId) => cases.myBookingFile({ params: { appointmentId } }),
  }
}

function organisationOf(organisationId: string): Applicant {
  const params = { organisationId }
  return {
    side: 'applicant',
    organisationId,
    personId: null,
    key: ['desk', organisationId, 'cases'],
    begin: (body) => own.firmBegin({ params, body }),
    drafts: () => own.firmDrafts({ params }),
    draft: (draftId) => own.firmDraft({ params: { organisationId, draftId } }),
    save: (draftId, body) => own.firmSave({ params: { organisationId, draftId }, body }),
    drop: (draftId) => own.firmDrop({ params: { organisationId, draftId } }),
    submit: (draftId, version) => own.firmSubmit({ params: { organisationId, draftId }, body: { version } }),
    cases: (query) => own.firmCases({ params, query }),
    file: (caseId) => own.firmCase({ params: { organisationId, caseId } }),
    step: (caseId, body) => own.firmStep({ params: { organisationId, caseId }, body }),
    upload: (caseId, paper, name, bytes) =>
      own.firmUpload({ params: { organisationId, caseId }, query: { paper, name }, bytes }),
    paper: (caseId, fileId) => own.firmPaper({ params: { organisationId, caseId, fileId } }),
    messages: (caseId, cursor) => own.firmMessages({ params: { organisationId, caseId }, query: { cursor } }),
    message: (caseId, text) => own.firmMessage({ params: { organisationId, caseId }, body: { text } }),
    seen: (caseId) => own.firmSeen({ params: { organisationId, caseId } }),
    documents: (caseId) => own.organisationDocuments({ params: { organisationId, caseId } }),
    document: (caseId, documentId) => own.organisationDocument({ params: { organisationId, caseId, documentId } }),
    book: (body) => own.firmBook({ params, body }),
    bookings: () => own.firmBookings({ params }),
    cancelBooking: (appointmentId) => own.firmCancelBooking({ params: { organisationId, appointmentId } }),
    bookingFile: (appointmentId) => own.firmBookingFile({ params: { organisationId, appointmentId } }),
  }
}

const kept = new Map<string, Applicant>()

/** The calls of an applicant; the same object for the same one, so that effects may depend on it. */
export function applicantOf(organisationId: string | null, personId: string | null = null): Applicant {
  const key = `${organisationId ?? ''} ${personId ?? ''}`
  const known = kept.get(key)
  if (known) return known
  const made = organisationId ? organisationOf(organisationId) : personOf(personId)
  kept.set(key, made)
  return made
}

/** Who applies here: the organisation of the desk, whom a helper has chosen, or the person who is signed in. */
export function useApplicant(): Applicant {
  const { organisationId } = useParams({ strict: false }) as { organisationId?: string }
  const { person } = useSearch({ strict: false }) as { person?: string }
  return applicantOf(organisationId ?? null, person ?? null)
}
