import { failures } from '../failure.ts'

export const talentsFailures = failures('talents', {
  noProfile: { kind: 'notFound', zh: '还没有填写求职意向', en: 'There is no profile yet' },
  noTalent: { kind: 'notFound', zh: '没有这位求职者，或已不公开', en: 'No such talent, or no longer visible' },
  badPlace: { kind: 'invalid', zh: '不认识地点 {place}', en: 'The place {place} is not known' },
  unknownCode: { kind: 'invalid', zh: '不认识 {code}', en: '{code} is not known' },
  unreadableCv: {
    kind: 'invalid',
    zh: '读不出这份简历：{problem}。可以换一份，或直接填写',
    en: 'This CV cannot be read: {problem}. Try another file or fill the form',
  },
  unknownDocument: { kind: 'invalid', zh: '材料不存在或不是您上传的', en: 'A document is not one you uploaded' },
  alreadyClaimed: { kind: 'conflict', zh: '已经申请过，正在核实或已认定', en: 'Claimed already' },
  alreadyDecided: { kind: 'conflict', zh: '这件已经办结', en: 'Decided already' },
  reasonMissing: { kind: 'invalid', zh: '不通过要写明理由', en: 'A refusal needs its reason' },
  consentMissing: {
    kind: 'invalid',
    zh: '导入求职者要有本人同意：同意日期、期限',
    en: 'An import needs the consent of each person, with its day and term',
  },
  unreadableTable: { kind: 'invalid', zh: '读不出表格：{problem}', en: 'The table cannot be read: {problem}' },
  tooManyLooks: {
    kind: 'tooMany',
    zh: '贵单位今天查看的求职者已到上限（{most} 位），请明天再看；今天看过的还能打开。确有需要，请联系人社部门',
    en: 'Your organisation opened {most} profiles today, which is the most of a day; go on tomorrow. Those opened today still open. If you need more, ask the bureau',
  },
  tooManyListed: {
    kind: 'tooMany',
    zh: '贵单位今天列出的求职者已到上限（{most} 位）。{day} 零点起可以接着看；今天列出过的，随时还能再看。条件写细一些，列出的人会更合适。确有需要，请联系人社部门',
    en: 'Lists showed your organisation {most} people today, which is the most of a day. More can be listed from {day}, midnight; those listed today can be seen again at any time. Narrower filters list people who fit better. If you need more, ask the bureau',
  },
  ownCase: {
    kind: 'forbidden',
    zh: '涉及您本人，按回避规定不能办理',
    en: 'This concerns yourself; you may not decide',
  },
})
