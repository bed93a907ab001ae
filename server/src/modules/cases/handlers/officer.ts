import type { officerCaseRoutes } from '@renshu/contracts'
import type { Context, Handlers } from '../../../platform/http/index.ts'
import { lookAtAccount } from '../running/account.ts'
import { verifyCase } from '../actions/chain.ts'
import { listMessages, see, write } from '../actions/messages.ts'
import { listAllNotices } from '../actions/notices.ts'
import { answerObjection } from '../actions/objections.ts'
import * as papers from '../actions/papers.ts'
import { asOfficer, showCase } from '../actions/read.ts'
import { takeStep, tryDecision } from '../actions/step.ts'
import * as tasks from '../actions/tasks.ts'
import { counterForm, counterUpload, takeIn } from '../forms/counter.ts'
import type { CasesPorts } from '../ports.ts'
import { requireDuty } from '../running/on-duty.ts'
import { caseFile } from '../views/file.ts'

/** Handlers for officers with a duty, and administrators. */
const onDuty = <T extends Record<string, (input: never, context: Context) => Promise<unknown>>>(handlers: T): T =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      async (input: { params?: { caseId?: string } }, context: Context) => {
        await requireDuty(context, input.params?.caseId)
        return handle(input as never, context)
      },
    ]),
  ) as unknown as T

type Handling = Handlers<typeof officerCaseRoutes>
type Plain<K extends keyof Handling> = { [Name in K]: Extract<Handling[Name], (...of: never) => unknown> }

/** What looks into cases. */
const lookingHandlers = (
  ports: CasesPorts,
): Plain<
  | 'officerCases'
  | 'officerNotices'
  | 'lookAtAccount'
  | 'officerCase'
  | 'officerStep'
  | 'decideCase'
  | 'assign'
  | 'colleagues'
  | 'officerUpload'
  | 'officerPaper'
  | 'officerMessages'
  | 'officerMessage'
  | 'officerSeen'
  | 'chain'
> => ({
  officerCases: ({ query }, context) => tasks.listOfficerCases(context, query),
  lookAtAccount: ({ params, body }, context) => lookAtAccount(context, params, body.reason),
  officerNotices: ({ query }, context) => listAllNotices(context, query),
  officerCase: ({ params }, context) => showCase(ports, context, params.caseId, asOfficer),
  officerStep: ({ params, body }, context) => takeStep(ports, context, params.caseId, body, asOfficer),
  decideCase: ({ params, body }, context) => tryDecision(ports, context, params.caseId, body, asOfficer),
  assign: ({ params, body }, context) => tasks.assign(ports, context, params.caseId, body),
  colleagues: ({ params }, context) => tasks.listColleagues(context, params.caseId),
  officerUpload: ({ params, query, bytes }, context) => papers.uploadFor(context, params.caseId, { ...query, bytes }),
  officerPaper: ({ params }, context) => papers.showFor(context, params.caseId, params.fileId),
  officerMessages: ({ params, query }, context) => listMessages(context, params.caseId, query),
  officerMessage: ({ params, body }, context) => write(context, params.caseId, body.text, 'office'),
  async officerSeen({ params }, context) {
    await see(context, params.caseId, 'office')
    return { done: true }
  },
  chain: ({ params }, context) => verifyCase(context, params.caseId),
})

/** The desk of an officer. */
export const officerHandlers = (ports: CasesPorts): Handling => ({
  ...onDuty(lookingHandlers(ports)),
  tasks: ({ query }, context) => tasks.listTasks(context, query),
  taskCounts: (_, context) => tasks.countOwnTasks(context),
  answerObjection: ({ params, body }, context) => answerObjection(context, params.objectionId, body.answer),
  counterForm: ({ body }, context) => counterForm(ports, context, body),
  counterUpload: ({ params, query, bytes }, context) => counterUpload(context, params.caseId, { ...query, bytes }),
  takeIn: async ({ body }, context) =>
    caseFile(ports, context, await takeIn(ports, context, body), await asOfficer(context)),
})
