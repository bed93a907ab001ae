import { failures } from '../failure.ts'

export const hiringFailures = failures('hiring', {
  noProcess: { kind: 'notFound', zh: '没有这条应聘记录', en: 'No such process' },
  alreadyOpen: {
    kind: 'conflict',
    zh: '已经在应聘这个岗位，可以在“我的应聘”里看进展',
    en: 'There is an open process for this posting already',
  },
  notNow: {
    kind: 'conflict',
    zh: '现在不能{step}：应聘处于“{stage}”',
    en: 'Not possible now: {step} while the process stands at {stage}',
  },
  full: { kind: 'conflict', zh: '名额已满', en: 'All openings are taken' },
  slotTaken: {
    kind: 'conflict',
    zh: '这个时间刚被别人选走，请换一个',
    en: 'This time has just been taken; choose another',
  },
  slotPast: { kind: 'invalid', zh: '面试时间要在现在之后', en: 'An interview lies in the future' },
  badDay: {
    kind: 'invalid',
    zh: '日期不合适：{day}。录用的日期要在今天或之后，入职的日期不能晚于今天',
    en: 'This day will not do: {day}. An offer names days from today on, a start no day after today',
  },
  tooMany: {
    kind: 'tooMany',
    zh: '今天投递太多（最多 {most} 个），请明天再投',
    en: 'Too many applications today (at most {most}); go on tomorrow',
  },
  noContact: {
    kind: 'forbidden',
    zh: '对方没有同意公开联系方式，请用站内消息',
    en: 'The person did not agree to share contact; write a message here',
  },
  notVisible: { kind: 'notFound', zh: '没有这位求职者，或已不公开', en: 'No such talent, or no longer visible' },
  refusedBefore: {
    kind: 'conflict',
    zh: '对方最近拒绝过贵单位的邀请，{until} 之后才能再邀请',
    en: 'This person declined your invitation; invite again after {until}',
  },
  ownCase: {
    kind: 'forbidden',
    zh: '涉及您本人或您的单位，按回避规定不能办理',
    en: 'You are involved and may not decide',
  },
  evidenceMissing: {
    kind: 'invalid',
    zh: '没有对方确认时，要附录用证据',
    en: 'Without the other side, evidence is needed',
  },
})
