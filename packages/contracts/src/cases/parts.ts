import { z } from 'zod'
import { Done, Id, page, PageQuery } from '../values.ts'
import {
  BeginBody,
  BookBody,
  CaseMessageBody,
  CasesQuery,
  CaseStepBody,
  SaveBody,
  SubmitBody,
  TakeUpBody,
  UploadQuery,
} from './bodies.ts'
import { CaseDraft, CaseDraftCard, CasePaper } from './forms.ts'
import { Appointment, CaseCard, CaseFile, CaseMessage } from './records.ts'

export const ofCase = z.object({ caseId: Id })
export const ofPaper = z.object({ caseId: Id, fileId: Id })
export const ofDraft = z.object({ draftId: Id })
export const ofEntitlement = z.object({ entitlementId: Id })
export const ofAppointment = z.object({ appointmentId: Id })

/** What a step may be refused for; each with its words. */
export const REFUSALS = [
  'cases.otherVersion',
  'cases.movedOn',
  'cases.noStep',
  'cases.ended',
  'cases.notYourRole',
  'cases.notApplicant',
  'cases.noMandate',
  'cases.ownCase',
  'cases.samePerson',
  'cases.alreadySpoken',
  'cases.wrongDistrict',
  'cases.placeNeeded',
  'cases.notHere',
  'cases.unknownMode',
  'cases.applicantNeeded',
  'cases.notNow',
  'cases.notDue',
  'cases.tooFew',
  'cases.meanTooLow',
  'cases.reasonNeeded',
  'cases.wordsNeeded',
  'cases.fieldsWrong',
  'cases.papersMissing',
  'cases.factsDiffer',
  'cases.staleFacts',
  'cases.otherDecision',
  'cases.notEntitled',
  'cases.undecided',
  'cases.reviewAgain',
  'cases.fourEyes',
  'cases.alreadyDone',
] as const
/** What a module may refuse that a step has reached. */
export const OUTCOME_REFUSALS = [
  'cases.notToRevise',
  'cases.wrongApplicant',
  'registry.noOrganisation',
  'registry.notAnAgency',
  'registry.isBranch',
  'registry.kindNotCovering',
  'registry.badCreditCode',
  'registry.creditCodeTaken',
  'registry.otherDistrict',
  'registry.yearNotOver',
  'registry.figureTooLarge',
] as const
const OPENING = [
  'cases.noService',
  'cases.alreadyOpen',
  'cases.roundDone',
  'cases.unknownDistrict',
  'cases.noConcerned',
] as const

/** What applicants do, for themselves and for an organisation: the tables add path, access and mandate. */
export const BEGIN = {
  method: 'POST',
  summary: ['开始或继续填一个事项', 'Begin the form of a service, or go on with it'],
  body: BeginBody,
  response: CaseDraft,
  errors: ['cases.noService', 'cases.wrongApplicant', 'cases.unknownMode', 'cases.unknownDistrict'],
} as const
export const DRAFTS = {
  method: 'GET',
  summary: ['还没有提交的表', 'Forms not sent yet'],
  response: z.object({ items: z.array(CaseDraftCard) }),
} as const
export const DRAFT = {
  method: 'GET',
  summary: ['一张还没有提交的表', 'One form not sent yet'],
  response: CaseDraft,
  errors: ['cases.noDraft', 'cases.noService'],
} as const
export const SAVE = {
  method: 'PUT',
  summary: [
    '保存填写的内容；别处改过的不会被盖掉',
    'Keep what was answered; what another device changed is not written over',
  ],
  body: SaveBody,
  response: CaseDraft,
  errors: [
    'cases.noDraft',
    'cases.alreadySent',
    'cases.noService',
    'cases.unknownMode',
    'cases.unknownDistrict',
    'cases.unknownField',
    'cases.unknownPaper',
    'cases.noConcerned',
  ],
} as const
export const DROP = {
  method: 'DELETE',
  summary: ['删除还没有提交的表', 'Drop a form that was not sent'],
  response: Done,
  errors: ['cases.noDraft'],
} as const
export const SUBMIT = {
  method: 'POST',
  summary: ['提交；重复提交得到同一办件', 'Send it; sent twice it is the same case'],
  body: SubmitBody,
  response: CaseFile,
  errors: ['cases.noDraft', 'cases.draftMoved', ...OPENING, ...REFUSALS],
} as const
export const TAKE_UP = {
  method: 'POST',
  summary: ['同意享受（免申即享）：按已有记录开办并提交', 'Agree to an entitlement: the case is opened and sent'],
  body: TakeUpBody,
  response: CaseFile,
  errors: ['cases.noEntitlement', 'cases.unknownPaper', ...OPENING, ...REFUSALS],
} as const
export const CASES = {
  method: 'GET',
  query: CasesQuery,
  response: page(CaseCard),
  errors: ['platform.badCursor'],
} as const
export const FILE = {
  method: 'GET',
  summary: ['一件办件的全过程', 'One case with its history'],
  response: CaseFile,
  errors: ['cases.noCase'],
} as const
export const STEP = {
  method: 'POST',
  summary: ['办一步', 'Take a step'],
  body: CaseStepBody,
  response: CaseFile,
  errors: ['cases.noCase', 'cases.unknownPaper', 'cases.statedFacts', 'cases.grantedElsewhere', ...REFUSALS],
} as const
export const UPLOAD = {
  method: 'POST',
  consumes: 'bytes',
  summary: ['上传材料（内容与名称不符的不收）', 'Upload a paper; what is not what it says is refused'],
  query: UploadQuery,
  response: CasePaper,
  limit: { times: 200, seconds: 3600 },
  errors: [
    'cases.noCase',
    'cases.unknownPaper',
    'cases.tooManyPapers',
    'cases.ended',
    'files.empty',
    'files.unsupported',
  ],
} as const
export const DOWNLOAD = {
  method: 'GET',
  summary: ['查看材料', 'A paper as it was uploaded'],
  response: z.string(),
  produces: 'bytes',
  errors: ['cases.noCase', 'files.notFound'],
} as const
export const MESSAGE = {
  method: 'POST',
  body: CaseMessageBody,
  response: CaseMessage,
  limit: { times: 60, seconds: 3600 },
  errors: ['cases.noCase'],
} as const
export const MESSAGES = {
  method: 'GET',
  summary: ['留言，最近的在前', 'Messages, the newest first'],
  query: PageQuery,
  response: page(CaseMessage),
  errors: ['cases.noCase'],
} as const
export const SEEN = {
  method: 'POST',
  summary: ['留言已读', 'The messages were seen'],
  response: Done,
  repeatable: true,
  errors: ['cases.noCase'],
} as const
export const BOOK = {
  method: 'POST',
  summary: ['预约到窗口办理', 'Book a time at a counter'],
  body: BookBody,
  response: Appointment,
  limit: { times: 30, seconds: 86_400 },
  errors: [
    'cases.noCounter',
    'cases.noSlot',
    'cases.slotTaken',
    'cases.tooManyBookings',
    'cases.noCase',
    'cases.noService',
  ],
} as const
export const BOOKINGS = {
  method: 'GET',
  summary: ['预约', 'Appointments'],
  response: z.object({ items: z.array(Appointment) }),
} as const
export const CANCEL = {
  method: 'DELETE',
  summary: ['取消预约', 'Cancel an appointment'],
  response: Done,
  errors: ['cases.noAppointment'],
} as const
export const CALENDAR = {
  method: 'GET',
  summary: ['预约的日历文件（iCalendar）', 'The appointment as iCalendar'],
  response: z.string(),
  produces: 'bytes',
  errors: ['cases.noAppointment'],
} as const
