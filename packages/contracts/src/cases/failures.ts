import { failures } from '../failure.ts'
import { refusalFailures } from './refusals.ts'

const own = failures('cases', {
  noService: { kind: 'notFound', zh: '没有这个事项，或已停办', en: 'There is no such service' },
  noCase: { kind: 'notFound', zh: '没有这件办件，或您看不到它', en: 'No such case, or not yours to see' },
  noDraft: {
    kind: 'notFound',
    zh: '没有这张表：可能已经提交、删除，或太久没有保存',
    en: 'No such form: it was sent, dropped, or not saved for too long',
  },
  alreadySent: {
    kind: 'conflict',
    zh: '这张表已经在别处提交，请到“我的办件”查看；刚才的修改没有带上',
    en: 'This form was sent on another device; see it under My cases. What was changed just now is not in it',
  },
  draftMoved: {
    kind: 'conflict',
    zh: '这张表刚在别处改过，请看过最新内容再提交；您填写的内容没有丢',
    en: 'The form was changed on another device; look at it before you send it. Nothing you typed is lost',
  },
  wrongApplicant: {
    kind: 'invalid',
    zh: '这个事项由{who}申请',
    en: 'This service is applied for by {who}',
  },
  notToRevise: {
    kind: 'forbidden',
    zh: '编号 {code} 的办件不能由本次复核改变：要已经作出决定，由该件办理地的复核人决定，复核的人没有经办过原件、与当事人没有关系',
    en: 'Case {code} is not to be revised so: it must be decided, the approver must be of the place that decided it, and nobody who reviews may have acted in it or have ties to its parties',
  },
  alreadyOpen: {
    kind: 'conflict',
    zh: '同样的申请正在办理（编号 {code}），不用重复提交',
    en: 'The same application is under way (code {code}); there is no need to send it twice',
  },
  statedFacts: {
    kind: 'forbidden',
    zh: '这件办件用到的外部数据由您登记或撤销过，须由另一人审核、复核',
    en: 'You stated or withdrew data of other authorities that this case reads; somebody else has to review and approve it',
  },
  grantedElsewhere: {
    kind: 'conflict',
    zh: '同一申请人的另一件办件（编号 {code}）已准予、尚未支付，支付后再准予这一件',
    en: 'Another case of the applicant (code {code}) is granted and not paid yet; grant this one after that',
  },
  roundDone: {
    kind: 'conflict',
    zh: '{round} 的已经办过或正在办理（编号 {code}）',
    en: 'That of {round} was done or is under way (code {code})',
  },
  unknownDistrict: { kind: 'invalid', zh: '本市没有这个区市', en: 'The city has no such district' },
  unknownField: { kind: 'invalid', zh: '这张表里没有这一项：{keys}', en: 'The form does not ask this: {keys}' },
  unknownPaper: {
    kind: 'invalid',
    zh: '这个事项没有这份材料，或文件不是为它上传的：{keys}',
    en: 'The service asks for no such paper, or the file was uploaded for another: {keys}',
  },
  tooManyPapers: {
    kind: 'tooMany',
    zh: '一件办件最多上传 {most} 个文件，请合并后再传',
    en: 'At most {most} files for one case; put some together',
  },
  noEntitlement: {
    kind: 'notFound',
    zh: '没有这一项可享受的政策，或已办理、已谢绝、已过期',
    en: 'No such entitlement, or it was taken up, declined or is over',
  },
  noNotice: { kind: 'notFound', zh: '没有这条公示', en: 'No such notice' },
  noticeOver: { kind: 'conflict', zh: '公示期已过', en: 'The time of the notice is over' },
  alreadyObjected: {
    kind: 'conflict',
    zh: '您对这条公示的异议还没有答复，答复后可以再提；要补充材料请联系受理窗口',
    en: 'Your objection to this notice is not answered yet; you may object again after that, or add to it at the counter',
  },
  noObjection: { kind: 'notFound', zh: '没有这条异议，或已经答复', en: 'No such objection, or it was answered' },
  noPolicy: { kind: 'invalid', zh: '这个事项没有要计算的政策', en: 'This service has no policy to decide' },
  noApplicant: { kind: 'notFound', zh: '没有这个申请人', en: 'No such applicant' },
  otherName: {
    kind: 'conflict',
    keep: true,
    zh: '这个身份证号登记在另一个姓名下。请对照证件核对号码和姓名；姓名确已变更的，目前只能按手机号办理',
    en: 'This resident id is recorded under another name. Check both against the card; after a change of name only the way by phone is open for now',
  },
  documentUnchecked: {
    kind: 'conflict',
    keep: true,
    zh: '有账户填写过这个身份证号，还没有核验（手机 {accounts}）。请问清是不是申请人本人的账户，再选一项',
    en: 'The number was written into an account and never checked (phone {accounts}). Ask the applicant whose account it is, and choose',
  },
  idCardNeeded: {
    kind: 'invalid',
    zh: '没有手机号的，要核对身份证原件',
    en: 'Of somebody without a phone the identity card itself has to be checked',
  },
  noDuty: { kind: 'forbidden', zh: '没有这个岗位，或不在您的岗位范围内', en: 'No such duty, or not within yours' },
  ownDuty: { kind: 'forbidden', zh: '不能给自己设岗', en: 'Nobody gives himself a duty' },
  notAnOfficer: {
    kind: 'invalid',
    zh: '只能给经办人员设岗，且不超出其区市',
    en: 'Only an officer has duties, within the district of that officer',
  },
  dutyGiven: { kind: 'conflict', zh: '已经有这个岗位', en: 'This duty is held already' },
  noCounter: { kind: 'notFound', zh: '没有这个窗口', en: 'No such counter' },
  noSlot: {
    kind: 'invalid',
    zh: '这个时间窗口不办理，请从列出的时间里选',
    en: 'The counter is not open then; choose one of the times listed',
  },
  slotTaken: {
    kind: 'conflict',
    zh: '这个时间刚被约满，请换一个',
    en: 'This time has just been taken; choose another',
  },
  tooManyBookings: {
    kind: 'tooMany',
    zh: '同时最多有 {most} 个未到的预约，请先取消一个',
    en: 'At most {most} appointments at a time; cancel one first',
  },
  noAppointment: { kind: 'notFound', zh: '没有这个预约，或已取消', en: 'No such appointment, or it was cancelled' },
  tooEarly: {
    kind: 'conflict',
    zh: '还没到预约的时间，不能登记',
    en: 'The appointment is still to come and cannot be marked yet',
  },
  noConcerned: {
    kind: 'invalid',
    zh: '这个事项不涉及别的单位，不能填写所涉单位',
    en: 'This service is about no other organisation; none can be named',
  },
  badHours: { kind: 'invalid', zh: '结束时间要晚于开始时间', en: 'Hours have to end after they begin' },
})

export const casesFailures = { ...own, ...refusalFailures }
