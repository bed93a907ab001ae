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
  jobHeld: {
    kind: 'conflict',
    zh: '岗位已被下架核查，联系方式不再展示，应聘不能继续；现在只能结束或撤回这次应聘。岗位审核通过后会恢复',
    en: 'The posting was taken off and is being checked: no contact is shown, and the process can only be ended until the posting is approved',
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
    zh: '今天已经投递 {most} 个岗位，到了一天的上限，请明天再投；写好的内容没有丢',
    en: 'You applied to {most} postings today, which is the most of a day; go on tomorrow, what you wrote is not lost',
  },
  followUpEarly: {
    kind: 'conflict',
    zh: '还没到回访的日子，{day} 起可以回答',
    en: 'It is too early to answer; it is asked from {day} on',
  },
  consentEnded: {
    kind: 'forbidden',
    zh: '这位求职者同意由贵机构代管的期限已过，或代管信息已删除，不能再代为回答；请先取得本人新的同意',
    en: 'The person no longer agrees to be kept by your agency; ask for a new consent before answering in his place',
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
