import type { organisationCaseRoutes, personCaseRoutes } from '@renshu/contracts'
import type { Context, Handlers } from '../../../platform/http/index.ts'
import * as counters from '../actions/counters.ts'
import { listMessages, see, write } from '../actions/messages.ts'
import * as papers from '../actions/papers.ts'
import { asApplicant, listOwn, showCase } from '../actions/read.ts'
import { takeStep } from '../actions/step.ts'
import * as drafts from '../forms/drafts.ts'
import { submitDraft, takeUpEntitlement } from '../forms/submit.ts'
import type { CasesPorts } from '../ports.ts'
import type { CaseRow } from '../tables.ts'
import { caseFile } from '../views/file.ts'

const done = { done: true } as const

const fileOf = async (ports: CasesPorts, context: Context, row: CaseRow) =>
  caseFile(ports, context, row, await asApplicant(context))

/** Cases of the person who is signed in, or for whom a helper acts. */
export const personHandlers = (ports: CasesPorts): Handlers<typeof personCaseRoutes> => ({
  myBegin: ({ body }, context) => drafts.beginDraft(ports, context, body),
  myDrafts: (_, context) => drafts.listDrafts(context),
  myDraft: ({ params }, context) => drafts.showDraft(ports, context, params.draftId),
  mySave: ({ params, body }, context) => drafts.saveDraft(ports, context, params.draftId, body),
  async myDrop({ params }, context) {
    await drafts.dropDraft(context, params.draftId)
    return done
  },
  mySubmit: async ({ params, body }, context) =>
    fileOf(ports, context, await submitDraft(ports, context, params.draftId, body.version)),
  myTakeUp: async ({ params, body }, context) =>
    fileOf(ports, context, await takeUpEntitlement(ports, context, params.entitlementId, body)),
  myCases: ({ query }, context) => listOwn(context, query),
  myCase: ({ params }, context) => showCase(ports, context, params.caseId, asApplicant),
  myStep: ({ params, body }, context) => takeStep(ports, context, params.caseId, body, asApplicant),
  myUpload: ({ params, query, bytes }, context) => papers.uploadOwn(context, params.caseId, { ...query, bytes }),
  myPaper: ({ params }, context) => papers.showOwn(context, params.caseId, params.fileId),
  myMessages: ({ params, query }, context) => listMessages(context, params.caseId, query),
  myMessage: ({ params, body }, context) => write(context, params.caseId, body.text, 'applicant'),
  async mySeen({ params }, context) {
    await see(context, params.caseId, 'applicant')
    return done
  },
  myBook: ({ body }, context) => counters.book(context, body),
  myBookings: (_, context) => counters.listBookings(context),
  async myCancelBooking({ params }, context) {
    await counters.cancelBooking(context, params.appointmentId)
    return done
  },
  myBookingFile: ({ params }, context) => counters.bookingFile(context, params.appointmentId),
})

/** The same of an organisation: whose they are the path says. */
export const organisationHandlers = (ports: CasesPorts): Handlers<typeof organisationCaseRoutes> => ({
  firmBegin: ({ body }, context) => drafts.beginDraft(ports, context, body),
  firmDrafts: (_, context) => drafts.listDrafts(context),
  firmDraft: ({ params }, context) => drafts.showDraft(ports, context, params.draftId),
  firmSave: ({ params, body }, context) => drafts.saveDraft(ports, context, params.draftId, body),
  async firmDrop({ params }, context) {
    await drafts.dropDraft(context, params.draftId)
    return done
  },
  firmSubmit: async ({ params, body }, context) =>
    fileOf(ports, context, await submitDraft(ports, context, params.draftId, body.version)),
  firmTakeUp: async ({ params, body }, context) =>
    fileOf(ports, context, await takeUpEntitlement(ports, context, params.entitlementId, body)),
  firmCases: ({ query }, context) => listOwn(context, query),
  firmCase: ({ params }, context) => showCase(ports, context, params.caseId, asApplicant),
  firmStep: ({ params, body }, context) => takeStep(ports, context, params.caseId, body, asApplicant),
  firmUpload: ({ params, query, bytes }, context) => papers.uploadOwn(context, params.caseId, { ...query, bytes }),
  firmPaper: ({ params }, context) => papers.showOwn(context, params.caseId, params.fileId),
  firmMessages: ({ params, query }, context) => listMessages(context, params.caseId, query),
  firmMessage: ({ params, body }, context) => write(context, params.caseId, body.text, 'applicant'),
  async firmSeen({ params }, context) {
    await see(context, params.caseId, 'applicant')
    return done
  },
  firmBook: ({ body }, context) => counters.book(context, body),
  firmBookings: (_, context) => counters.listBookings(context),
  async firmCancelBooking({ params }, context) {
    await counters.cancelBooking(context, params.appointmentId)
    return done
  },
  firmBookingFile: ({ params }, context) => counters.bookingFile(context, params.appointmentId),
})
