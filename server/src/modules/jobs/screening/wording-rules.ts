import type { JobSignal } from '@renshu/contracts'
import type { Why } from './why.ts'

/** Words that are a signal unless what stands before them takes it back. */
export interface WordingRule {
  kind: JobSignal['kind']
  weight: JobSignal['weight']
  why: Why
  /** On the folded text; global. */
  pattern: RegExp
  /** What stands within twelve characters before, in the same clause, and takes it back. */
  unless?: RegExp
}

/** 不限男女, 有限公司, 权限. */
const LIMIT = '(?<![不无非有权期年上下界])(?:仅限|只限|限招|限|只招|仅招|只要|仅要|招收|必须是|必须为|须为)'
/** 女装, 女职工委员会, 男科: a field of work, not a person who is wanted. */
const NOT_FIELD =
  '(?![女男装鞋裤包科厕宾子篮足童友表饰袜发帽衫]|职工|性(?:健康|用品|产品|客户|服|内衣|时尚|护理)|士(?:内衣|服|用品|护理))'
const NOT_BOTH = '(?!(?:性|士|生)?[、/或和及与]?[男女](?:性|士|生)?(?:不限|均可|皆可|都可|各))'
const person = (sex: string) => `${sex}${NOT_FIELD}(?:性|士|生|孩|员工|工)?`
const wantedSex = (sex: string): RegExp =>
  new RegExp(
    [
      `${LIMIT}${NOT_BOTH}${person(sex)}`,
      `${sex}(?:性|士|生|孩)?(?:者)?(?:优先|为佳|更佳)`,
      `性别(?:要求)?[:：]?(?:限|为)?${sex}(?!女|[、/或和及与]?[男女]|性?不限)(?:性|士|生)?`,
      `招聘?${sex}(?:性|士|工|生|孩|服务员|文员|员工|普工|营业员|业务员)`,
      `[(（【[](?:限)?${sex}(?:性|士|生)?[)）】\\]]`,
    ].join('|'),
    'g',
  )

const CHASED = '(?:勿扰|勿投|勿来|免谈|除外|不要|谢绝|不考虑|不录用|请绕行|绕道)'
const PREVENTING = /(?:反|防|打击|识别|治理|拒绝|不是|并非|杜绝|谨防|严禁|禁止|整治|不做|非|警惕|远离)$/
/** Somebody's duties towards customers are no demand on who applies. */
const DUTY =
  /(?:负责|协助|处理|办理|核对|跟进|客户|租户|租客|业主|供应商|投标|引导|粉丝|用户|顾客|会员|代理商|商家|卖方|买方|三方|家长|学员|管理|登记|整理|退还|核算)[^,，。;；\n]{0,10}$/
const NO_CHARGE =
  /(?:不|无|免|未|没有?|无需|无须|不用|不会|不得|绝不|从不|拒绝|谢绝|凡|如有|任何|严禁|禁止|谨防)[^,，。;；\n]{0,6}$/
const eitherOf = (...patterns: RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'))

const MONEY_ASKED = '(?:收取?|缴纳?|交纳?|需交|须交|先交|预交|付|支付|扣)[^,，。;；\\n]{0,6}?'

export const WORDING_RULES: readonly WordingRule[] = [
  { kind: 'gender', weight: 'stop', why: 'gender', pattern: wantedSex('男') },
  // 妇女权益保障法 forbids keeping women out; a post for women only may be one the State names, so an officer looks.
  { kind: 'gender', weight: 'look', why: 'gender', pattern: wantedSex('女') },
  {
    kind: 'marriage',
    weight: 'stop',
    why: 'marriage',
    pattern:
      /(?<![不无])(?:限|要求|须|必须|仅招|只招)(?:未婚|已婚|已育|未育|单身)|(?:未婚|已婚|已育|未育|单身)(?:已育|未育)?(?:者|女性|女士|男士|人士)?(?:优先|为佳)|(?:[一二三两\d]年)内?(?:不得|不能|不可|不)(?:结婚|生育|怀孕|要孩子)|不得(?:结婚|怀孕|生育)|(?:入职|提供|进行|需|须)(?:做)?(?:孕检|妊娠(?:检测|测试|检查))|怀孕(?:勿|者勿)/g,
    // Whom a dormitory takes is no condition of the post.
    unless: /(?:宿舍|住宿|公寓|一间|房间)[^。；;\n]{0,10}$/,
  },
  {
    kind: 'origin',
    weight: 'stop',
    why: 'ethnicity',
    pattern: new RegExp(
      `(?<![不无])(?:仅限|只限|限|只招|仅招)汉族|汉族优先|少数民族${CHASED}|不(?:要|招|收|录用|考虑)(?:少数民族|[一-龥]{1,3}族)`,
      'g',
    ),
  },
  {
    kind: 'origin',
    weight: 'stop',
    why: 'origin',
    pattern: new RegExp(
      `(?<![不无有])(?:仅限|只限|限|只招|仅招)(?:本地|本市|当地|青岛|[一-龥]{2,4}?(?=户))(?:户籍|户口|人(?!才|员))|(?:外地|外省|农村|农业)(?:人|户口|户籍)?${CHASED}|不(?:要|招|收|录用|考虑)(?:外地|外省|农村|东北|河南|新疆|西藏)(?:人|户口|户籍|籍)`,
      'g',
    ),
  },
  {
    kind: 'origin',
    weight: 'look',
    why: 'origin',
    pattern: /(?:本地|本市|当地|青岛)(?:人|户口|户籍)(?:者)?(?:优先|为佳)/g,
  },
  {
    kind: 'health',
    weight: 'stop',
    why: 'carrier',
    pattern: new RegExp(
      `(?:乙肝|hbv|大三阳|小三阳|艾滋病?|hiv)(?:病毒)?(?:携带者?|患者|阳性)?${CHASED}|无(?:乙肝|艾滋)|不(?:招|要|收|录用)(?:乙肝|病毒携带|病原携带)|(?:入职|体检)[^,，。;；\\n]{0,8}(?:乙肝|两对半|hiv|艾滋)`,
      'g',
    ),
  },
  { kind: 'health', weight: 'note', why: 'carrier', pattern: /无(?:任何)?传染(?:性疾)?病/g },
  {
    kind: 'health',
    weight: 'stop',
    why: 'disability',
    pattern: new RegExp(`残疾(?:人|者)?${CHASED}|不(?:招|要|收|录用|考虑)残疾`, 'g'),
  },
  {
    kind: 'health',
    weight: 'look',
    why: 'disability',
    pattern: /(?:身体)?(?:无|没有)(?:肢体|身体)?残疾|(?:四肢|肢体)健全/g,
  },
  {
    kind: 'deposit',
    weight: 'stop',
    why: 'deposit',
    pattern: new RegExp(`${MONEY_ASKED}(?:押金|保证金|抵押金|风险金|担保金)`, 'g'),
    unless: eitherOf(NO_CHARGE, DUTY),
  },
  {
    // An amount beside the word asks for money without saying so.
    kind: 'deposit',
    weight: 'look',
    why: 'deposit',
    pattern: /(?<!投标|履约|质量|工资)(?:押金|保证金|抵押金|风险金|担保金)[:：]?\s?\d{2,}/g,
    unless: eitherOf(NO_CHARGE, DUTY, new RegExp(`${MONEY_ASKED}$`)),
  },
  {
    kind: 'fee',
    weight: 'stop',
    why: 'fee',
    pattern: new RegExp(
      `${MONEY_ASKED}(?:服装费|工装费|工服费|培训费|报名费|建档费|体检费|中介费|介绍费|材料费|办卡费|会员费|岗前费|资料费)`,
      'g',
    ),
    unless: eitherOf(NO_CHARGE, DUTY),
  },
  {
    kind: 'identityPapers',
    weight: 'stop',
    why: 'identityPapers',
    pattern:
      /(?:扣押|扣留|暂扣|抵押|押|收取|代管|保管|上交|收缴)(?:员工|本人)?(?:的)?(?:身份证|居民身份证|证件|毕业证|学历证|护照|驾驶证|资格证书?)(?:原件)?/g,
    unless: eitherOf(NO_CHARGE, DUTY),
  },
  {
    kind: 'fraud',
    weight: 'stop',
    why: 'fraud',
    pattern:
      /刷(?:单|信誉|信用|销量|好评|钻)|跑分(?:平台|兼职|项目|赚钱|代收)|兼职跑分|(?:出租|出借|收购|租用)(?:个人)?(?:银行卡|手机卡|电话卡|微信号?|对公账户)|代(?:实名|开户)/g,
    unless: eitherOf(PREVENTING, NO_CHARGE),
  },
  {
    kind: 'fraud',
    weight: 'look',
    why: 'fraud',
    pattern:
      /打字员[^。\n]{0,12}(?:日结|日赚|兼职|在家)|(?:兼职|在家|手机)[^。\n]{0,8}打字员|日(?:赚|入)\d{3,}|日结[^。\n]{0,6}(?:[5-9]\d{2}|\d{4,})元?|(?:[5-9]\d{2}|\d{4,})元?[/每一]天?[^。\n]{0,6}日结|足不出户|轻松(?:月入|日入|赚|过万)|躺赚|动动手指|手机(?:就能|就可以)?赚钱|高薪[^。\n]{0,6}(?:境外|缅甸|缅北|柬埔寨)|(?:境外|缅甸|缅北|柬埔寨)[^。\n]{0,10}(?:高薪|包机票|月入)|陪聊|陪侍|刷脸认证/g,
    unless: PREVENTING,
  },
  {
    kind: 'contact',
    weight: 'look',
    why: 'contact',
    pattern:
      /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?:微信|薇信|威信|v信)号?[:：]?\s?[a-z0-9][a-z0-9_-]{4,}|(?<![a-z0-9])(?:vx|wx|wechat)号?[:：]\s?[a-z0-9][a-z0-9_-]{4,}|加(?:我|本人)?(?:微信|薇信|v信|vx|v)(?![a-z视小公群朋])|(?:qq|扣扣)(?:群|号|咨询)?[:：]?\s?\d{5,11}|https?:\/\/\S+|www\.[a-z0-9.-]+/g,
    unless: eitherOf(DUTY, /(?:开发|维护|运营|基于|使用|官网|网站|网址|主页|website|url)[^,，。;；\n]{0,10}$/),
  },
]
