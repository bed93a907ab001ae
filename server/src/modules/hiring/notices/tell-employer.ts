import { tellRecruiters } from '../../accounts/index.ts'
import type { Desk } from '../desk.ts'
import type { ProcessRow } from '../tables.ts'
import { noticeOf, type Words } from './notice.ts'

const SIGN_IN = { zh: '请登录单位工作台，在“应聘”里查看。', en: 'Sign in to your desk, “Processes”.' }

/** What those who recruit are told of a process of their posting. */
const WORDS = {
  applied: {
    zh: (title) => `“${title}”有新的应聘。当天其余的应聘每晚汇总告知。${SIGN_IN.zh}`,
    en: (title) =>
      `A new application for “${title}”. Others of the day are told together in the evening. ${SIGN_IN.en}`,
  },
  agreed: {
    zh: (title) => `“${title}”：您邀请的求职者同意应聘。${SIGN_IN.zh}`,
    en: (title) => `Somebody you invited to apply for “${title}” agreed. ${SIGN_IN.en}`,
  },
  booked: {
    zh: (title) => `“${title}”：求职者选定了面试时间。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: a time was chosen for an interview. ${SIGN_IN.en}`,
  },
  accepted: {
    zh: (title) => `“${title}”：求职者接受了录用。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: your offer was accepted. ${SIGN_IN.en}`,
  },
  declined: {
    zh: (title) => `“${title}”：求职者谢绝了，原因写在应聘记录里。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: your invitation or offer was declined; the reason stands in the record. ${SIGN_IN.en}`,
  },
  withdrawn: {
    zh: (title) => `“${title}”：已约面试或已接受录用的求职者撤回了应聘。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: somebody with a booked interview or an accepted offer withdrew. ${SIGN_IN.en}`,
  },
  erased: {
    zh: (title) => `“${title}”：已约面试或已有录用的求职者删除了资料，这次应聘已结束。${SIGN_IN.zh}`,
    en: (title) =>
      `“${title}”: somebody with an interview or an offer had his data erased; it has ended. ${SIGN_IN.en}`,
  },
  offerLapsed: {
    zh: (title) => `“${title}”：录用通知到期，求职者没有答复，这次应聘已结束。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: your offer ran out without an answer; the process has ended. ${SIGN_IN.en}`,
  },
  startSaid: {
    zh: (title) => `“${title}”：对方填写了到岗日期，请核对并确认。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: the other side named the first day of work; confirm it. ${SIGN_IN.en}`,
  },
  disputed: {
    zh: (title) => `“${title}”：对方对到岗提出了异议。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: the other side disputes that work began. ${SIGN_IN.en}`,
  },
  placed: {
    zh: (title) => `“${title}”：到岗已确认，已计入就业。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: the start of work is confirmed and counted. ${SIGN_IN.en}`,
  },
  written: {
    zh: (title) => `“${title}”：求职者给您留言了。${SIGN_IN.zh}`,
    en: (title) => `“${title}”: you have a message. ${SIGN_IN.en}`,
  },
  answerDue: {
    zh: (title) => `“${title}”有求职者在等您的答复，逾期将自动结束并计入单位回复记录。`,
    en: (title) => `Somebody waits for your answer about “${title}”; silence ends it and is counted.`,
  },
  confirmStart: {
    zh: (title) => `“${title}”的到岗日期已过，请登录确认是否到岗。`,
    en: (title) => `The first day of work as “${title}” has passed; sign in and say whether it began.`,
  },
} as const satisfies Record<string, Words>

export type EmployerNotice = keyof typeof WORDS

/** Tells those who recruit for the organisation that posted the job. */
export const tellEmployer = (desk: Desk, row: ProcessRow, kind: EmployerNotice): Promise<void> =>
  desk.asSystem(() => tellRecruiters(desk, row.organisationId, noticeOf(desk, kind, WORDS[kind], row.jobTitle)))

const KEPT: Words = {
  zh: (title) => `您代管的求职者应聘“${title}”有新进展，请登录机构工作台，在“应聘”里查看。`,
  en: (title) => `There is news of somebody you keep about “${title}”; sign in to your desk, “Processes”.`,
}

/** Tells the agency that keeps the talent, where another posted the job. */
export async function tellAgency(desk: Desk, { agencyId, organisationId, jobTitle }: ProcessRow): Promise<void> {
  if (agencyId && agencyId !== organisationId)
    await desk.asSystem(() => tellRecruiters(desk, agencyId, noticeOf(desk, 'keptMoved', KEPT, jobTitle)))
}

interface Day {
  arrived: number
  ended: number
}

/** Tells an organisation in one message what came and ended of which it was not told at once. Scope system. */
export async function tellDay(desk: Desk, organisationId: string, { arrived, ended }: Day): Promise<void> {
  const words: Words = {
    zh: () =>
      [
        arrived > 0 && `另有 ${arrived} 份新应聘在等您答复`,
        ended > 0 && `${ended} 份应聘已结束（撤回、逾期、资料删除或岗位没有通过核查）`,
      ]
        .filter(Boolean)
        .join('；') + `。${SIGN_IN.zh}`,
    en: () =>
      [
        arrived > 0 && `${arrived} more new applications wait for your answer.`,
        ended > 0 && `${ended} applications ended (withdrawn, overdue, erased, or of a refused posting).`,
        SIGN_IN.en,
      ]
        .filter(Boolean)
        .join(' '),
  }
  await tellRecruiters(desk, organisationId, noticeOf(desk, 'day', words, ''))
}
