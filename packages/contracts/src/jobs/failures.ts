import { failures } from '../failure.ts'

export const jobsFailures = failures('jobs', {
  noJob: { kind: 'notFound', zh: '没有这个岗位', en: 'No such posting' },
  notListed: { kind: 'notFound', zh: '这个岗位已经下架或不存在', en: 'This posting is closed or does not exist' },
  ended: {
    kind: 'conflict',
    zh: '岗位已经停止招聘，可以复制为新岗位',
    en: 'The posting is closed; copy it into a new one',
  },
  badPlace: { kind: 'invalid', zh: '不认识工作地点 {place}', en: 'The place of work {place} is not known' },
  badDay: {
    kind: 'invalid',
    zh: '截止日期要在今天之后、一年之内，到岗日期不早于今天',
    en: 'The last day lies after today and within a year, work begins not before today',
  },
  unknownCode: { kind: 'invalid', zh: '不认识 {code}', en: '{code} is not known' },
  unknownEmployer: {
    kind: 'invalid',
    zh: '代招的单位不在名录里，或没有委托贵机构发布岗位',
    en: 'The client is not in the register or gave no mandate for postings',
  },
  notAllowed: {
    kind: 'invalid',
    zh: '不能发布：{found}（{why}）。改掉后再发布，已填写的内容保留',
    en: 'Cannot be published: {found} ({why}). Change it and publish again; what you typed is kept',
  },
  contentChanged: {
    kind: 'conflict',
    zh: '岗位内容在您审核时改过，请看过新内容再决定',
    en: 'The posting changed while you looked at it; look again before you decide',
  },
  reasonMissing: { kind: 'invalid', zh: '不通过要写明理由', en: 'A refusal needs its reason' },
  ownCase: {
    kind: 'forbidden',
    zh: '您是这家单位的成员，按回避规定不能审核',
    en: 'You belong to this organisation and may not decide on it',
  },
  unreadableTable: { kind: 'invalid', zh: '读不出表格：{problem}', en: 'The table cannot be read: {problem}' },
  tooManySearches: { kind: 'conflict', zh: '最多保存 20 个搜索', en: 'At most twenty searches are saved' },
  badSearch: { kind: 'invalid', zh: '搜索条件无效', en: 'Not a search' },
})
