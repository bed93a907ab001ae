import { type Notice, tellOwners, tellPerson } from '../../accounts/index.ts'
import type { Desk } from '../desk.ts'
import type { ProcessRow } from '../tables.ts'

type Words = Record<'zh' | 'en', (title: string) => string>

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
  answerDue: {
    zh: (title) => `“${title}”有求职者在等您的答复，逾期将自动结束并计入单位回复记录。`,
    en: (title) => `Somebody waits for your answer about “${title}”; silence ends it and is counted.`,
  },
} as const satisfies Record<string, Words>

export type NoticeKind = keyof typeof WORDS

function noticeOf({ cities, city }: Desk, { jobTitle }: Pick<ProcessRow, 'jobTitle'>, kind: NoticeKind): Notice {
  const language = cities.get(city)?.language ?? 'zh'
  const sender = { zh: '【人枢】', en: '[Renshu] ' }[language]
  return { kind: `hiring.${kind}`, text: `${sender}${WORDS[kind][language](jobTitle)}` }
}

/** Tells the talent, where it has an account; an agency sees its talents' processes at its desk. */
export async function tellTalent(desk: Desk, row: ProcessRow, kind: NoticeKind): Promise<void> {
  const { personId } = row
  if (personId) await desk.asSystem(() => tellPerson(desk, personId, noticeOf(desk, row, kind)))
}

/** Tells those who own the organisation that posted the job. */
export const tellEmployer = (desk: Desk, row: ProcessRow, kind: NoticeKind): Promise<void> =>
  desk.asSystem(() => tellOwners(desk, row.organisationId, noticeOf(desk, row, kind)))
