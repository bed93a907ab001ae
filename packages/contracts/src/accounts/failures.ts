import { failures } from '../failure.ts'

export const accountsFailures = failures('accounts', {
  codeWrong: {
    kind: 'invalid',
    keep: true,
    zh: '验证码不对、已用过或已过期，请核对或重新获取',
    en: 'The code is wrong, used or expired; check it or ask for a new one',
  },
  tooManyCodes: {
    kind: 'tooMany',
    zh: '这个手机号获取验证码太频繁，请 {minutes} 分钟后再试',
    en: 'Too many codes for this phone; try again in {minutes} minutes',
  },
  passwordWrong: {
    kind: 'invalid',
    keep: true,
    zh: '手机号或密码不对；也可以用短信验证码登录',
    en: 'Phone or password is wrong; you can sign in by text message instead',
  },
  tooManyTries: {
    kind: 'tooMany',
    zh: '试错次数太多，请 {minutes} 分钟后再试，或改用短信验证码登录',
    en: 'Too many wrong tries; try again in {minutes} minutes or sign in by text message',
  },
  signInAgain: {
    kind: 'forbidden',
    zh: '请先重新登录，并在 10 分钟内办理，以确认是您本人',
    en: 'Sign in again and do this within 10 minutes, so that we know it is you',
  },
  oidcOff: {
    kind: 'unavailable',
    zh: '本市还没有接入统一身份认证，请用手机号登录',
    en: 'The unified identity is not connected; sign in by phone',
  },
  oidcFailed: {
    kind: 'invalid',
    keep: true,
    zh: '统一身份认证没有成功，请重新登录',
    en: 'The unified identity did not confirm you; start again',
  },
  oidcNotAsked: {
    kind: 'invalid',
    keep: true,
    zh: '统一身份认证没有重新核验您的身份，请退出统一身份认证后再试',
    en: 'The unified identity did not ask who you are again; sign out there and start again',
  },
  secondFactorWrong: {
    kind: 'invalid',
    keep: true,
    zh: '动态验证码不对或已用过，请等下一个',
    en: 'The authenticator code is wrong or used; wait for the next one',
  },
  secondFactorLocked: {
    kind: 'tooMany',
    zh: '动态验证码试错太多，已锁定，请 {minutes} 分钟后再试',
    en: 'Locked after too many wrong authenticator codes; try again in {minutes} minutes',
  },
  alreadyEnrolled: {
    kind: 'conflict',
    zh: '已绑定身份验证器；换绑请先完成第二步验证，丢失请联系管理员',
    en: 'An authenticator is set up; pass it first to replace it, or ask an administrator',
  },
  notEnrolled: {
    kind: 'conflict',
    zh: '还没有绑定身份验证器，请先绑定',
    en: 'No authenticator is set up yet; set one up first',
  },
  phoneTaken: {
    kind: 'conflict',
    zh: '这个手机号已用于另一个账号',
    en: 'This phone belongs to another account',
  },
  notAtCounter: {
    kind: 'conflict',
    zh: '只有在窗口凭证件登记、还没有手机号的人员，才能这样登记手机号',
    en: 'Only somebody recorded at a counter by a document, who has no phone yet, is given one here',
  },
  phoneHasAccount: {
    kind: 'conflict',
    zh: '这个手机号已有账户，和窗口的记录是两份，目前不能合并。请换一个本人的手机号，或仍凭身份证在窗口办理',
    en: 'This phone has an account; it and the record of the counter are two, and cannot be joined yet. Take another phone of the person, or go on by the identity card',
  },
  lastOwner: {
    kind: 'conflict',
    zh: '单位至少要有一位负责人，请先把负责人交给别人',
    en: 'An organisation needs an owner; hand ownership to somebody first',
  },
  alreadyMember: { kind: 'conflict', zh: '已经是这家单位的成员', en: 'Already a member of this organisation' },
  invitationGone: {
    kind: 'notFound',
    zh: '邀请不存在、已用过、已过期，或不是发给您这个手机号的',
    en: 'No such invitation, or it is used, expired or meant for another phone',
  },
  mandateToSelf: { kind: 'invalid', zh: '不能委托给自己', en: 'A mandate cannot be given to oneself' },
  mandatePeriod: {
    kind: 'invalid',
    zh: '委托的截止日期要在今天之后、起始日期之后、三年之内',
    en: 'A mandate ends after today and after it begins, within three years',
  },
  mandateOver: {
    kind: 'conflict',
    zh: '这份委托已经终止、拒绝或到期，请刷新后查看',
    en: 'This mandate was ended or declined, or its time is over; reload the page',
  },
  alreadyOfficer: { kind: 'conflict', zh: '已经是经办人员', en: 'Already an officer' },
  foreignDistrict: {
    kind: 'invalid',
    zh: '这个区市不属于本市，请重新选择',
    en: 'This district is not part of the city; choose another',
  },
  lastAdministrator: {
    kind: 'conflict',
    zh: '至少要保留一位管理员',
    en: 'At least one administrator has to remain',
  },
})
