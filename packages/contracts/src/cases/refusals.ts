import { failures } from '../failure.ts'

/** Why a step was not taken: one failure for each refusal of the engine. */
export const refusalFailures = failures('cases', {
  otherVersion: {
    kind: 'conflict',
    zh: '这件办件按较早的版本办理，请用它开始时的版本',
    en: 'This case runs on the version it began on',
  },
  movedOn: {
    kind: 'conflict',
    zh: '办件刚刚有了变化，请看过最新情况再办；您填写的内容没有丢',
    en: 'The case has moved on meanwhile; look at it again first, nothing you typed is lost',
  },
  noStep: { kind: 'conflict', zh: '现在不能办这一步', en: 'This step is not possible now' },
  ended: { kind: 'conflict', zh: '这件办件已经办结', en: 'The case has ended' },
  notYourRole: { kind: 'forbidden', zh: '这一步由别的岗位办理', en: 'This step belongs to another role' },
  notApplicant: {
    kind: 'forbidden',
    zh: '只有申请人或其委托的人可以办理',
    en: 'Only the applicant, or who acts for him, may do this',
  },
  noMandate: {
    kind: 'forbidden',
    zh: '没有有效的委托，不能代办',
    en: 'There is no mandate that stands today',
  },
  ownCase: {
    kind: 'forbidden',
    zh: '与本人、本单位或所代理的人有关，应当回避',
    en: 'This concerns you, your organisation or whom you act for; keep out',
  },
  samePerson: {
    kind: 'forbidden',
    zh: '前一步由您办理，这一步须由另一人办理',
    en: 'You took the step before; this one needs somebody else',
  },
  alreadySpoken: { kind: 'conflict', zh: '您已经办过这一步', en: 'You have taken this step already' },
  wrongDistrict: { kind: 'forbidden', zh: '由别的区市办理', en: 'Another district handles this' },
  placeNeeded: {
    kind: 'invalid',
    zh: '请说明在哪里受理、由哪里办理',
    en: 'Say where it is taken in and where it is decided',
  },
  notHere: {
    kind: 'invalid',
    zh: '这一事项不能在别的区市收件',
    en: 'This service is not taken in by other districts',
  },
  unknownMode: { kind: 'invalid', zh: '这一事项没有这种服务方式', en: 'This service is not offered in this way' },
  applicantNeeded: { kind: 'invalid', zh: '请写明申请人', en: 'Say who applies' },
  notNow: {
    kind: 'conflict',
    zh: '条件不满足，现在不能走这一步',
    en: 'The condition for this step does not hold',
  },
  notDue: { kind: 'conflict', zh: '期限还没有到', en: 'The time has not come' },
  tooFew: { kind: 'conflict', zh: '还没有足够的人表示意见', en: 'Not enough people have spoken yet' },
  meanTooLow: { kind: 'conflict', zh: '平均分没有达到要求', en: 'The mean is too low' },
  reasonNeeded: { kind: 'invalid', zh: '请选择理由', en: 'Choose a reason' },
  wordsNeeded: { kind: 'invalid', zh: '请写明情况', en: 'Say why in words' },
  fieldsWrong: { kind: 'invalid', zh: '有几项要补充或更正', en: 'Some answers are missing or wrong' },
  papersMissing: { kind: 'invalid', zh: '材料还不齐', en: 'Papers are missing' },
  factsDiffer: {
    kind: 'conflict',
    zh: '有事实已经变化，请先采用新值或说明为何保留',
    en: 'Facts have changed; take the new value or say why the old one stays',
  },
  staleFacts: {
    kind: 'conflict',
    zh: '您看到的事实不是最新的，请重新查看',
    en: 'What you saw is not what lies here now; look again',
  },
  otherDecision: {
    kind: 'conflict',
    zh: '政策决定与这件办件的事实或日期不符，请重新计算',
    en: 'The decision of the policy is not on these facts and days; compute it again',
  },
  notEntitled: {
    kind: 'conflict',
    zh: '按政策不符合条件，不能准予',
    en: 'By the policy there is no entitlement',
  },
  undecided: { kind: 'conflict', zh: '还缺少事实，政策无法决定', en: 'Facts are missing; the policy cannot decide' },
  reviewAgain: {
    kind: 'conflict',
    zh: '与审核时的事实或金额不同，请退回重新审核',
    en: 'Facts or amount differ from those reviewed; send it back',
  },
  fourEyes: {
    kind: 'forbidden',
    zh: '付款前须由两个不同的人办理',
    en: 'Two different people are needed before any payment',
  },
  alreadyDone: {
    kind: 'conflict',
    zh: '这一结果已经产生，不会再产生一次',
    en: 'This outcome has been reached already',
  },
})
