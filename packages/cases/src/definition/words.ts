import type { Text } from '@renshu/policy'

const both = (zh: string, en: string): Text => ({ zh, en })

/** The words of the flow: what a step is, whatever its service calls it. */
export const WORDS = {
  submit: both('提交', 'submit'),
  accept: both('受理', 'accept'),
  correct: both('补正', 'ask to correct'),
  decline: both('不予受理', 'decline'),
  review: both('审核', 'review'),
  approve: both('复核', 'approve'),
  publish: both('公示', 'publish'),
  object: both('异议', 'object'),
  pay: both('支付', 'pay'),
  complete: both('办结', 'complete'),
  withdraw: both('撤回', 'withdraw'),
  appeal: both('复议', 'appeal'),
} as const
export type Word = keyof typeof WORDS

/** Who may take a step. `clock` is nobody: the step takes itself. */
export const ROLES = {
  applicant: both('申请人', 'applicant'),
  counter: both('窗口', 'counter'),
  reviewer: both('审核人', 'reviewer'),
  approver: both('复核人', 'approver'),
  cashier: both('支付人', 'cashier'),
  clock: both('到期自动', 'by itself'),
} as const
export type Role = keyof typeof ROLES

/** The seven ways of being served (服务方式). */
export const MODES = {
  nearby: both('就近办', 'nearby'),
  anywhere: both('全域办', 'at any counter'),
  easy: both('便捷办', 'online'),
  afterHours: both('延时办', 'after hours'),
  appointment: both('预约办', 'by appointment'),
  atHome: both('入户办', 'at home'),
  assisted: both('帮代办', 'by a helper'),
} as const
export type Mode = keyof typeof MODES

/** Words by which somebody judges the case. */
export const isDeciding = (word: Word): boolean => word === 'review' || word === 'approve'
/** Words after which what was judged before no longer counts: what lies there has changed, or is contested. */
export const isAnew = (word: Word): boolean =>
  word === 'submit' || word === 'correct' || word === 'object' || word === 'appeal'
