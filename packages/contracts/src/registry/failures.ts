import { failures } from '../failure.ts'

export const registryFailures = failures('registry', {
  noOrganisation: {
    kind: 'notFound',
    zh: '没有这家单位，或它尚未公开',
    en: 'No such organisation, or it is not public yet',
  },
  badCreditCode: {
    kind: 'invalid',
    zh: '统一社会信用代码不正确：{problem}，请对照营业执照核对',
    en: 'The unified social credit code is not right: {problem}; compare it with the business licence',
  },
  creditCodeTaken: {
    kind: 'conflict',
    zh: '这个统一社会信用代码已经登记。请本单位管理员邀请您加入；找不到管理员时，向区市人社部门提交证明材料认领',
    en: 'This credit code is registered already. Ask its owner to invite you, or claim it with documents at the bureau',
  },
  otherDistrict: {
    kind: 'invalid',
    zh: '所选区市不属于本市',
    en: 'This district does not belong to the city',
  },
  underReview: {
    kind: 'conflict',
    zh: '认证审核期间，地址、业态、法定代表人和成立日期不能改；要改请先撤回申请',
    en: 'While an application is under review, address, business types, legal representative and founding day stay; withdraw it first',
  },
  fixedOnceVerified: {
    kind: 'conflict',
    zh: '提交认证后，名称、代码和区市由人社部门更正，请联系经办人',
    en: 'Once verification was asked for, the bureau corrects name, code and district',
  },
  notAnAgency: {
    kind: 'conflict',
    zh: '只有人力资源服务机构登记许可、备案和从业人员',
    en: 'Only agencies register licences and practitioners',
  },
  isBranch: {
    kind: 'conflict',
    zh: '分支机构不能再设分支机构，许可和备案在总机构登记',
    en: 'A branch has no branches; licences are registered at its head',
  },
  badGroup: {
    kind: 'conflict',
    zh: '集团只有一级：不能选本单位，也不能选已属于其他集团的单位',
    en: 'A group has one level: choose neither this organisation nor one that belongs to a group',
  },
  badPeriod: { kind: 'invalid', zh: '截止日期早于开始日期', en: 'The last day is before the first' },
  futureDay: { kind: 'invalid', zh: '日期不能晚于今天', en: 'The day may not be later than today' },
  kindNotCovering: {
    kind: 'invalid',
    zh: '这种证件不能覆盖所选业态：职业中介类要人力资源服务许可证，劳务派遣要劳务派遣经营许可证',
    en: 'This paper does not cover the chosen types: recruiting needs a licence, dispatch a dispatch licence',
  },
  numberTaken: {
    kind: 'conflict',
    zh: '这个证号已经登记在另一条记录上',
    en: 'This number is registered on another record',
  },
  unknownDocument: {
    kind: 'invalid',
    zh: '材料不存在或不是本单位上传的',
    en: 'A document does not exist or was not uploaded by this organisation',
  },
  alreadySubmitted: {
    kind: 'conflict',
    zh: '已有一份认证申请在审核中',
    en: 'An application for verification is under review already',
  },
  yearNotOver: {
    kind: 'conflict',
    zh: '{year} 年还没有结束，或年度填写有误：年度报告只报已经结束的年度。请退回补正',
    en: 'The year {year} is not over, or not a year: a report tells of one that is. Ask for a correction',
  },
  figureTooLarge: {
    kind: 'conflict',
    zh: '{value} 不合常理，请退回核对后补正',
    en: '{value} cannot be; ask for a correction',
  },
  alreadyVerified: { kind: 'conflict', zh: '单位已经通过认证', en: 'The organisation is verified already' },
  alreadyDecided: {
    kind: 'conflict',
    zh: '这件已经办结或撤回',
    en: 'This was decided or withdrawn already',
  },
  reasonMissing: { kind: 'invalid', zh: '不通过要写明理由', en: 'A refusal needs its reason' },
  ownCase: {
    kind: 'forbidden',
    zh: '您是这家单位的成员，按回避规定不能审核',
    en: 'You belong to this organisation and may not decide on it',
  },
  alreadyMember: {
    kind: 'conflict',
    zh: '这个人已经是本单位成员，请由单位管理员调整角色',
    en: 'This person is a member already; an owner of the organisation changes roles',
  },
  noStanding: {
    kind: 'forbidden',
    zh: '单位目前没有办理资格：{reasons}',
    en: 'The organisation has no standing now: {reasons}',
  },
  unreadableTable: { kind: 'invalid', zh: '读不出表格：{problem}', en: 'The table cannot be read: {problem}' },
  columnMissing: {
    kind: 'invalid',
    zh: '表格缺少这些列：{columns}',
    en: 'The table lacks these columns: {columns}',
  },
})
