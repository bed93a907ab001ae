import { failures } from '../failure.ts'

export const policyFailures = failures('policy', {
  noPolicy: { kind: 'notFound', zh: '没有这项政策', en: 'There is no such policy' },
  noVersion: { kind: 'notFound', zh: '没有这个版本', en: 'There is no such version' },
  noDecision: { kind: 'notFound', zh: '没有这份判定，或您看不到它', en: 'No such decision, or not yours to see' },
  noEntitlement: { kind: 'notFound', zh: '没有这项待享，或您看不到它', en: 'No such entitlement, or not yours to see' },
  noBudget: { kind: 'notFound', zh: '没有这次测算', en: 'There is no such simulation' },
  noFact: { kind: 'notFound', zh: '没有这条记录', en: 'There is no such record' },
  noSubject: {
    kind: 'notFound',
    zh: '平台上没有这个单位或这个人，或不在您的辖区',
    en: 'No such organisation or person here, or outside your district',
  },
  factsWrong: { kind: 'invalid', zh: '有的内容不能用：{facts}', en: 'Some facts cannot be used: {facts}' },
  factsHeld: {
    kind: 'invalid',
    zh: '平台已有记录，与填写的不同：{facts}；记录有误请先更正记录',
    en: 'These differ from what is on record: {facts}; have the record corrected first',
  },
  otherSubject: {
    kind: 'invalid',
    zh: '这项政策由{subject}申请',
    en: 'This policy is applied for by {subject}',
  },
  valuesWrong: {
    kind: 'invalid',
    zh: '试算的标准不能用：{reason}',
    en: 'The values to be tried cannot be used: {reason}',
  },
  alreadyClosed: {
    kind: 'conflict',
    zh: '这项待享已办理、已放弃或已失效',
    en: 'This has been taken up, declined or has ended',
  },
  alreadyRunning: { kind: 'conflict', zh: '正在运行，请稍后查看结果', en: 'It is running; look at the result shortly' },
  alreadyWithdrawn: { kind: 'conflict', zh: '这条记录已撤销', en: 'This record was withdrawn already' },
  unknownRecord: {
    kind: 'invalid',
    zh: '没有政策或事项用到记录 {record}，或平台自己掌握它',
    en: 'No policy or service asks for the record {record}, or the platform itself knows it',
  },
  wrongValue: { kind: 'invalid', zh: '{record} 应当是{needed}', en: '{record} must be {needed}' },
  futureDay: { kind: 'invalid', zh: '日期不能晚于今天', en: 'The day must not be later than today' },
  unreadableTable: { kind: 'invalid', zh: '读不出表格：{problem}', en: 'The table cannot be read: {problem}' },
  columnMissing: { kind: 'invalid', zh: '表格缺少列：{columns}', en: 'The table lacks columns: {columns}' },
  noDuty: {
    kind: 'forbidden',
    zh: '登记外部数据要有受理、审核或复核的职责，查看个人数据要有审核或复核的职责',
    en: 'To record data of other authorities an officer needs a duty at the counter, of review or approval; to read data of people, of review or approval',
  },
  ownCase: {
    kind: 'forbidden',
    zh: '涉及您本人或您所在的单位，按回避规定不能办理',
    en: 'This concerns yourself or your organisation; you may not act',
  },
})
