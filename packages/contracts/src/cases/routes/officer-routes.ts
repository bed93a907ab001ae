import { z } from 'zod'
import { routes } from '../../route.ts'
import { Id, Instant, line, page } from '../../values.ts'
import {
  AnswerObjectionBody,
  AssignBody,
  CounterBody,
  CounterFormBody,
  DecideBody,
  NoticesQuery,
  OfficerCasesQuery,
  OfficerStepBody,
  TasksQuery,
} from '../bodies.ts'
import { CaseForm } from '../forms.ts'
import {
  CASES,
  DOWNLOAD,
  FILE,
  MESSAGE,
  MESSAGES,
  ofCase,
  ofPaper,
  REFUSALS,
  SEEN,
  STEP,
  SUBMIT,
  UPLOAD,
  OUTCOME_REFUSALS,
} from '../parts.ts'
import { CaseCard, CaseFile, CaseNotice, CaseObjection, CaseTask, Duty, TaskCounts } from '../records.ts'
import { CaseDecision, PartKey } from '../words.ts'

/** Of somebody who has no phone. */
const BY_DOCUMENT = ['cases.otherName', 'cases.documentUnchecked', 'platform.stale'] as const
const MINE = { access: 'officer', params: ofCase } as const

/** The desk of an officer: what waits, a case with everything, and what is taken in at a counter. */
export const officerCaseRoutes = routes({
  tasks: {
    method: 'GET',
    path: '/bureau/tasks',
    access: 'officer',
    summary: ['待办：按岗位、区市、环节、时限', 'What waits for the roles of the caller, the earliest due first'],
    query: TasksQuery,
    response: page(CaseTask),
    errors: ['platform.badCursor'],
  },
  taskCounts: {
    method: 'GET',
    path: '/bureau/tasks/counts',
    access: 'officer',
    summary: ['待办的数量', 'How much waits'],
    response: TaskCounts,
  },
  lookAtAccount: {
    ...MINE,
    method: 'POST',
    path: '/bureau/cases/:caseId/facts/:factKey/looks',
    summary: ['查看完整收款账户（支付人员，留痕）', 'An account in full, for cashiers; the look is recorded'],
    params: ofCase.extend({ factKey: PartKey }),
    body: z.strictObject({ reason: line(200) }),
    response: z.object({ shown: z.string() }),
    repeatable: true,
    limit: { times: 60, seconds: 3600 },
    errors: ['cases.noCase', 'cases.ended', 'cases.notYourRole', 'cases.ownCase', 'cases.unknownField', 'cases.noDuty'],
  },
  officerNotices: {
    method: 'GET',
    path: '/bureau/notices',
    access: 'officer',
    summary: ['岗位所在地的全部公示，含早已结束的', 'Every notice where the caller has a duty, long ended ones too'],
    query: NoticesQuery,
    response: page(CaseNotice),
    errors: ['platform.badCursor', 'cases.noDuty'],
  },
  officerCases: {
    ...CASES,
    path: '/bureau/cases',
    access: 'officer',
    summary: ['本区市的全部办件', 'Every case of the district'],
    query: OfficerCasesQuery,
    response: page(CaseCard),
  },
  officerCase: { ...FILE, ...MINE, path: '/bureau/cases/:caseId' },
  officerStep: {
    ...STEP,
    ...MINE,
    path: '/bureau/cases/:caseId/steps',
    body: OfficerStepBody,
    response: CaseFile,
    errors: [...STEP.errors, ...OUTCOME_REFUSALS, 'cases.idCardNeeded'],
  },
  decideCase: {
    ...MINE,
    method: 'POST',
    path: '/bureau/cases/:caseId/decision',
    summary: [
      '按政策计算：这样处理会是什么结果（不改变办件）',
      'What the policy says if the step was taken so; nothing is changed',
    ],
    body: DecideBody,
    response: CaseDecision,
    repeatable: true,
    errors: ['cases.noCase', 'cases.noPolicy', ...REFUSALS],
  },
  assign: {
    ...MINE,
    method: 'POST',
    path: '/bureau/cases/:caseId/assignment',
    summary: [
      '接办，或转给同岗位的人，写明原因',
      'Take a task over, or hand it to somebody of the same duty, with a reason',
    ],
    body: AssignBody,
    response: CaseFile,
    errors: [
      'cases.noCase',
      'cases.movedOn',
      'cases.notYourRole',
      'cases.ended',
      'cases.ownCase',
      'cases.samePerson',
      'cases.noDuty',
    ],
  },
  colleagues: {
    ...MINE,
    method: 'GET',
    path: '/bureau/cases/:caseId/colleagues',
    summary: ['可以转给谁', 'Who else may have the task, who has the fewest first'],
    response: z.object({ items: z.array(Duty) }),
    errors: ['cases.noCase'],
  },
  officerUpload: { ...UPLOAD, ...MINE, path: '/bureau/cases/:caseId/papers' },
  officerPaper: { ...DOWNLOAD, access: 'officer', params: ofPaper, path: '/bureau/cases/:caseId/papers/:fileId' },
  officerMessages: { ...MESSAGES, ...MINE, path: '/bureau/cases/:caseId/messages' },
  officerMessage: {
    ...MESSAGE,
    ...MINE,
    path: '/bureau/cases/:caseId/messages',
    summary: ['给申请人留言', 'Write to the applicant'],
  },
  officerSeen: { ...SEEN, ...MINE, path: '/bureau/cases/:caseId/seen' },
  answerObjection: {
    method: 'POST',
    path: '/bureau/objections/:objectionId',
    access: 'officer',
    summary: ['答复异议（不成立）', 'Answer an objection that does not hold'],
    params: z.object({ objectionId: Id }),
    body: AnswerObjectionBody,
    response: CaseObjection,
    errors: ['cases.noObjection', 'cases.notYourRole', 'cases.ownCase'],
  },
  chain: {
    ...MINE,
    method: 'GET',
    path: '/bureau/cases/:caseId/chain',
    summary: ['核验办件的历史', 'Verify the history of a case'],
    response: z.object({
      whole: z.boolean(),
      events: z.int(),
      /** Hash of the last event; null where the chain is broken. */
      head: z.string().nullable(),
      /** The first event that is not as it was, and what of it. */
      broken: z.object({ n: z.int(), what: z.enum(['order', 'link', 'hash', 'seal']) }).nullable(),
      /** What the events tell is what the list shows. */
      told: z.boolean(),
      at: Instant,
    }),
    errors: ['cases.noCase'],
  },
  counterForm: {
    method: 'POST',
    path: '/bureau/counter/form',
    access: 'officer',
    summary: [
      '窗口代填：已有记录自动带出（留痕）',
      'The form at a counter with what is on record; the look is recorded',
    ],
    body: CounterFormBody,
    response: CaseForm,
    repeatable: true,
    errors: ['cases.noService', 'cases.wrongApplicant', 'cases.noDuty', 'cases.noApplicant', ...BY_DOCUMENT],
  },
  counterUpload: {
    ...UPLOAD,
    access: 'officer',
    params: ofCase,
    path: '/bureau/counter/cases/:caseId/papers',
    summary: ['窗口扫描材料，收件之前', 'A paper scanned at the counter before the case is taken in'],
  },
  takeIn: {
    ...SUBMIT,
    path: '/bureau/counter/cases',
    access: 'officer',
    summary: [
      '窗口收件（全域通办、上门、延时、帮办）：在这里收，由办理地决定',
      'Take a case in at a counter, for the district that decides it',
    ],
    body: CounterBody,
    errors: [
      ...SUBMIT.errors,
      'cases.noDuty',
      'cases.noApplicant',
      'cases.wrongApplicant',
      'cases.unknownPaper',
      'cases.idCardNeeded',
      ...BY_DOCUMENT,
    ],
  },
})
