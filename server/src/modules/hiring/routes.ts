import { hiringRoutes } from '@renshu/contracts'
import { type Handlers, moduleOf } from '../../platform/http/index.ts'
import * as begin from './actions/begin.ts'
import { openContact, openCv } from './actions/contact.ts'
import { analyse, countStages, listSilent, showAnswers } from './actions/figures.ts'
import { answerKept, answerOwn } from './actions/follow-up.ts'
import { see, write } from './actions/messages.ts'
import { keepEvidence, listWaiting, placeByEvidence, showEvidence } from './actions/officer.ts'
import { asOfficer, asOrganisation, asTalent, interviewFile, listProcesses, showProcess } from './actions/read.ts'
import { takeStep } from './actions/steps.ts'

const done = { done: true } as const

const handlers: Handlers<typeof hiringRoutes> = {
  answers: ({ params }, context) => showAnswers(context, params.organisationId),

  apply: ({ body }, context) => begin.apply(context, body),
  mine: ({ query }, context) => listProcesses(context, { personId: begin.personOf(context) }, query, asTalent(context)),
  myProcess: ({ params }, context) => showProcess(context, params.processId, asTalent(context)),
  myStep: ({ params, body }, context) => takeStep(context, params.processId, body, asTalent(context)),
  myMessage: ({ params, body }, context) => write(context, params.processId, body.text, asTalent(context)),
  async mySeen({ params }, context) {
    await see(context, params.processId, asTalent(context))
    return done
  },
  myCalendar: ({ params }, context) => interviewFile(context, params.processId, asTalent(context)),
  async myFollowUp({ params, body }, context) {
    await answerOwn(context, params.followUpId, body)
    return done
  },

  async keptFollowUp({ params, body }, context) {
    await answerKept(context, params.organisationId, params.followUpId, body)
    return done
  },
  jobStages: ({ params }, context) => countStages(context, params.organisationId, params.jobId),
  invite: ({ params, body }, context) => begin.invite(context, params.organisationId, body),
  recommend: ({ params, body }, context) => begin.recommendKept(context, params.organisationId, body),
  processes: ({ params, query }, context) =>
    listProcesses(context, params, query, asOrganisation(params.organisationId)),
  process: ({ params }, context) => showProcess(context, params.processId, asOrganisation(params.organisationId)),
  step: ({ params, body }, context) => takeStep(context, params.processId, body, asOrganisation(params.organisationId)),
  message: ({ params, body }, context) =>
    write(context, params.processId, body.text, asOrganisation(params.organisationId)),
  async seen({ params }, context) {
    await see(context, params.processId, asOrganisation(params.organisationId))
    return done
  },
  contact: ({ params }, context) => openContact(context, params.organisationId, params.processId),
  cv: ({ params }, context) => openCv(context, params.organisationId, params.processId),
  calendar: ({ params }, context) => interviewFile(context, params.processId, asOrganisation(params.organisationId)),
  analytics: ({ params, query }, context) => analyse(context, params.organisationId, query),

  placements: ({ query }, context) => listWaiting(context, query),
  officerProcess: ({ params }, context) => showProcess(context, params.processId, asOfficer(context)),
  evidence: ({ params, query, bytes }, context) => keepEvidence(context, params.processId, { name: query.name, bytes }),
  evidenceFile: ({ params }, context) => showEvidence(context, params.processId, params.fileId),
  place: ({ params, body }, context) => placeByEvidence(context, params.processId, body),
  officerRecommend: ({ body }, context) => begin.recommendAsOfficer(context, body),
  silent: ({ query }, context) => listSilent(context, query),
}

export const hiring = moduleOf('hiring', hiringRoutes, handlers)
