import { tellOwners, tellPerson } from '../../accounts/index.ts'
import type { Desk } from '../desk.ts'
import type { ProcessRow } from '../tables.ts'
import { noticeOf, type Words } from './notice.ts'

const SIGN_IN = { zh: '请登录“我的应聘”查看。', en: 'Sign in to see it under “My applications”.' }

/** What is told of a process; a message names the posting and nobody. */
const WORDS = {
  invited: {
    zh: (title) => `有单位邀请您应聘“${title}”。${SIGN_IN.zh}`,
    en: (title) => `An employer invites you to apply for “${title}”. ${SIGN_IN.en}`,
  },
  recommended: {
    zh: (title) => `人社部门向您推荐“${title}”，是否应聘由您决定。${SIGN_IN.zh}`,
    en: (title) => `The bureau recommends “${title}” to you; it is up to you. ${SIGN_IN.en}`,
  },
  proposed: {
    zh: (title) => `“${title}”约您面试，请选一个时间。${SIGN_IN.zh}`,
    en: (title) => `You are asked to an interview for “${title}”; choose a time. ${SIGN_IN.en}`,
  },
  offered: {
    zh: (title) => `“${title}”给您发了录用通知。${SIGN_IN.zh}`,
    en: (title) => `You have an offer for “${title}”. ${SIGN_IN.en}`,
  },
  refused: {
    zh: (title) => `“${title}”这次没有录用您，原因写在“我的应聘”里。`,
    en: (title) => `You were not chosen for “${title}”; the reason stands under “My applications”.`,
  },
  employerSilent: {
    zh: (title) => `“${title}”的单位一直没有回复，这次应聘已结束，不影响您再投别的岗位。`,
    en: (title) => `The employer of “${title}” did not answer; this application has ended.`,
  },
  talentSilent: {
    zh: (title) => `“${title}”等您答复的期限已过，这次应聘已结束。`,
    en: (title) => `The time for your answer about “${title}” has passed; this process has ended.`,
  },
  closed: {
    zh: (title) => `“${title}”已停止招聘，这次应聘随之结束。`,
    en: (title) => `“${title}” is closed, and your application with it.`,
  },
  jobChanged: {
    zh: (title) =>
      `您应聘的“${title}”改了招聘条件（工资、班次、地点、用工形式或名称）。请登录“我的应聘”对照您应聘时的内容，不合适可以撤回。`,
    en: (title) =>
      `The terms of “${title}” were changed (pay, shifts, places, employment or title). Compare them with those you applied to under “My applications”; you may withdraw.`,
  },
  jobHeld: {
    zh: (title) =>
      `“${title}”已被下架核查。请不要缴费，不要提供身份证件和银行卡；单位暂时看不到您的联系方式。可以在“我的应聘”里撤回，核查通过后会继续。`,
    en: (title) =>
      `“${title}” was taken off and is being checked. Pay nothing and give no identity papers; the employer cannot see your contact. You may withdraw; it goes on once the check is passed.`,
  },
  offerHeld: {
    zh: (title) =>
      `给您发录用通知的“${title}”已被下架核查。请不要缴费，不要提供身份证件和银行卡。现在不能接受，可以谢绝，也可以等核查结果；核查通过后答复的天数照原来剩下的算。`,
    en: (title) =>
      `“${title}”, which made you an offer, was taken off and is being checked. Pay nothing and give no identity papers. You cannot accept now; decline it or wait. Once it is passed you have as many days to answer as were left.`,
  },
  jobRefused: {
    zh: (title) =>
      `“${title}”没有通过核查，这次应聘已结束，不是您谢绝的，也不影响您投别的岗位。被收过钱或证件的，请告诉人社部门。`,
    en: (title) =>
      `“${title}” did not pass the check and your application has ended; it does not count as your refusal. If you were asked for money or papers, tell the bureau.`,
  },
  jobReleased: {
    zh: (title) => `“${title}”已通过核查，应聘继续。${SIGN_IN.zh}`,
    en: (title) => `“${title}” has passed the check, and your application goes on. ${SIGN_IN.en}`,
  },
  jobMoved: {
    zh: (title) => `您应聘的岗位与“${title}”重复，已经合并，应聘在“${title}”里继续。${SIGN_IN.zh}`,
    en: (title) => `The posting you applied to was merged into “${title}”, and your application goes on there.`,
  },
  jobMerged: {
    zh: (title, link) => `“${title}”与另一则招聘重复，已并入保留的一则，这次应聘随之结束。仍想应聘请看 ${link}`,
    en: (title, link) => `“${title}” was merged into another posting, and your application ends. To apply: ${link}`,
  },
  contactHidden: {
    zh: (title) =>
      `您的两份资料合并后，“${title}”的单位看不到您的姓名和联系方式了。愿意让它看到，请在“我的应聘”里公开。`,
    en: (title) =>
      `Since your two profiles were merged, the employer of “${title}” no longer sees your name and phone. You may show them under “My applications”.`,
  },
  standingLost: {
    zh: (title) => `发布“${title}”的单位目前没有招聘资格，暂时不能发录用通知。请勿缴费，留意进展。`,
    en: (title) => `The organisation behind “${title}” may not recruit at present and can make no offer. Pay nothing.`,
  },
  confirmStart: {
    zh: (title) => `“${title}”的到岗日期已过，请登录确认是否到岗。`,
    en: (title) => `The first day of work as “${title}” has passed; sign in and say whether it began.`,
  },
  followUp: {
    zh: (title) => `回访：您还在“${title}”工作吗？${SIGN_IN.zh}`,
    en: (title) => `A question: do you still work as “${title}”? ${SIGN_IN.en}`,
  },
  followUpKept: {
    zh: (count) => `有 ${count} 位代管求职者到了回访的日子，请登录机构工作台，在“应聘”里选“待回访”办理。`,
    en: (count) =>
      `Follow-ups of ${count} people you keep are due; sign in to your desk, “Processes”, “Follow-up due”.`,
  },
  startSaid: {
    zh: (title) => `“${title}”的单位填写了您的到岗日期，请核对并确认。${SIGN_IN.zh}`,
    en: (title) => `The employer of “${title}” named your first day of work; confirm it. ${SIGN_IN.en}`,
  },
  disputed: {
    zh: (title) => `“${title}”的单位对到岗提出了异议。${SIGN_IN.zh}`,
    en: (title) => `The employer of “${title}” disputes that work began. ${SIGN_IN.en}`,
  },
  placed: {
    zh: (title) => `“${title}”的到岗已由双方确认。${SIGN_IN.zh}`,
    en: (title) => `Your start as “${title}” is confirmed by both sides. ${SIGN_IN.en}`,
  },
  placedByOfficer: {
    zh: (title) => `人社部门已凭证据确认您在“${title}”到岗。与事实不符的，请联系人社部门。`,
    en: (title) => `The bureau confirmed by evidence that you began to work as “${title}”. If that is wrong, tell it.`,
  },
  written: {
    zh: (title) => `“${title}”的单位给您留言了。${SIGN_IN.zh}`,
    en: (title) => `The employer of “${title}” wrote to you. ${SIGN_IN.en}`,
  },
} as const satisfies Record<string, Words>

export type NoticeKind = keyof typeof WORDS

/**
 * Tells the talent, where it has an account; an agency sees its talents' processes at its desk.
 * @param link address of a page, where the words name one
 */
export async function tellTalent(desk: Desk, row: ProcessRow, kind: NoticeKind, link?: string): Promise<void> {
  const { personId, jobTitle } = row
  if (personId) await desk.asSystem(() => tellPerson(desk, personId, noticeOf(desk, kind, WORDS[kind], jobTitle, link)))
}

/** Tells an agency that people it keeps are to be asked whether they still work there, in one message. */
export const tellKeeper = (desk: Desk, agencyId: string, count: number): Promise<void> =>
  desk.asSystem(() => tellOwners(desk, agencyId, noticeOf(desk, 'followUpKept', WORDS.followUpKept, String(count))))
