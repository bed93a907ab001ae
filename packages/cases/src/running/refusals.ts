import type { Plain, Text } from '@renshu/policy'

const TEXTS = {
  otherVersion: ['这件办件按较早的版本办理，请用它开始时的版本', 'this case runs on the version it began on'],
  movedOn: ['办件刚刚有了变化，请看过最新情况再办', 'the case has moved on meanwhile; look at it again first'],
  noStep: ['现在不能办这一步', 'this step is not possible now'],
  ended: ['这件办件已经办结', 'the case has ended'],
  notYourRole: ['这一步由别的岗位办理', 'this step belongs to another role'],
  notApplicant: ['只有申请人或其委托的人可以办理', 'only the applicant, or who acts for him, may do this'],
  noMandate: ['没有有效的委托，不能代办', 'there is no mandate that stands today'],
  ownCase: [
    '与本人、本单位或所代理的人有关，应当回避',
    'this concerns you, your organisation or whom you act for; keep out',
  ],
  samePerson: ['前一步由您办理，这一步须由另一人办理', 'you took the step before; this one needs somebody else'],
  alreadySpoken: ['您已经办过这一步', 'you have taken this step already'],
  wrongDistrict: ['由别的区市办理', 'another district handles this'],
  placeNeeded: ['请说明在哪里受理、由哪里办理', 'say where it is taken in and where it is decided'],
  notHere: ['这一事项不能在别的区市收件', 'this service is not taken in by other districts'],
  unknownMode: ['这一事项没有这种服务方式', 'this service is not offered in this way'],
  applicantNeeded: ['请写明申请人', 'say who applies'],
  notNow: ['条件不满足，现在不能走这一步', 'the condition for this step does not hold'],
  notDue: ['期限还没有到', 'the time has not come'],
  tooFew: ['还没有足够的人表示意见', 'not enough people have spoken yet'],
  meanTooLow: ['平均分没有达到要求', 'the mean is too low'],
  reasonNeeded: ['请选择理由', 'choose a reason'],
  wordsNeeded: ['请写明情况', 'say why in words'],
  fieldsWrong: ['有几项要补充或更正', 'some answers are missing or wrong'],
  papersMissing: ['材料还不齐', 'papers are missing'],
  factsDiffer: [
    '有事实已经变化，请先采用新值或说明为何保留',
    'facts have changed; take the new value or say why the old one stays',
  ],
  staleFacts: ['您看到的事实不是最新的，请重新查看', 'what you saw is not what lies here now; look again'],
  otherDecision: [
    '政策决定与这件办件的事实或日期不符，请重新计算',
    'the decision of the policy is not on these facts and days; compute it again',
  ],
  notEntitled: ['按政策不符合条件', 'by the policy there is no entitlement'],
  undecided: ['还缺少事实，政策无法决定', 'facts are missing; the policy cannot decide'],
  reviewAgain: ['与审核时的事实或金额不同，请退回重新审核', 'facts or amount differ from those reviewed; send it back'],
  fourEyes: ['付款前须由两个不同的人办理', 'two different people are needed before any payment'],
  alreadyDone: ['这一结果已经产生，不会再产生一次', 'this outcome has been reached already'],
} satisfies Record<string, readonly [string, string]>
export type RefusalCode = keyof typeof TEXTS

/** A fact that is not as the record says now; `now` null: the record says nothing any more. */
export type Difference = { key: string; was: Plain; now: Plain | null; on: string }

/** Why a command was not obeyed, for people and for programs. */
export type Refusal = {
  code: RefusalCode
  text: Text
  wrong?: readonly { key: string; reason: Text }[]
  papers?: readonly string[]
  differences?: readonly Difference[]
  /** Facts the policy still needs. */
  missing?: readonly string[]
}

export function refuse(code: RefusalCode, detail: Omit<Refusal, 'code' | 'text'> = {}): Refusal {
  const [zh, en] = TEXTS[code]
  return { code, text: { zh, en }, ...detail }
}
export const isRefusal = (answer: object | undefined): answer is Refusal => answer !== undefined && 'code' in answer
