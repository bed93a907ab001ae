import type { SalaryUnit } from './reading.ts'

/** Which pay an amount states: the whole, the fixed part, during probation, after it, or something beside the pay. */
export type Role = 'plain' | 'total' | 'base' | 'trial' | 'regular' | 'extra'

export type Token =
  | { kind: 'figure'; value: number; /** 1, or the largest of 百千万 named in it. */ scale: number; high?: number }
  | { kind: 'scale'; scale: number }
  /** A unit behind an amount (元/天) or straight before it (每天200). */
  | { kind: 'per'; unit: SalaryUnit }
  /** Words that tell the role of the amount that follows, its unit, or both. */
  | { kind: 'label'; role?: Role; unit?: SalaryUnit; edge?: 'least' | 'most' }
  | { kind: 'to' | 'money' | 'foreign' | 'negotiable' | 'floor' | 'ceiling' | 'unlimited' | 'plus' | 'earned' }
  | { kind: 'extra' | 'times' | 'hours' | 'days' | 'week' | 'rest' | 'months' | 'double' | 'piecework' | 'counter' }
  | { kind: 'dot' | 'slash' | 'noise' | 'gap' | 'break' | 'other' }

const of = (token: Token, words: string): [string, Token][] =>
  words.split(' ').map((word) => [word === '␣' ? ' ' : word, token])

const piece = '单 件 个 次 票 趟 篇 题 条 节 课时 课 场 台 吨 米 平方 平 只 斤 公斤 公里 套 份 批 车 幅 字 千字 人次 稿'
const perPiece = piece
  .split(' ')
  .flatMap((unit) => [`/${unit}`, `每${unit}`, `一${unit}`])
  .join(' ')

/** The vocabulary of pay, after `plain`. The longest word wins. */
export const WORDS: ReadonlyMap<string, Token> = new Map<string, Token>([
  ...of({ kind: 'to' }, '- -- 至 到 .. ...'),
  ...of({ kind: 'money' }, '元 块 块钱 圆 元整 ¥ 人民币 rmb cny'),
  ...of(
    { kind: 'foreign' },
    '$ usd 美元 美金 欧元 € eur 英镑 £ 日元 日币 jpy 港币 港元 hkd 新币 sgd 澳元 澳币 加币 韩元 台币',
  ),
  ...of({ kind: 'scale', scale: 1000 }, '千 k'),
  ...of({ kind: 'scale', scale: 10_000 }, '万 w'),

  ...of(
    { kind: 'per', unit: 'hour' },
    '/小时 /时 /h /hr /hour 每小时 每个小时 一小时 一个小时 每钟 /钟头 /工时 每工时',
  ),
  ...of({ kind: 'per', unit: 'day' }, '/天 /日 /day 每天 每日 一天 /工 每工 /工日 /班 每班 一班 /晚 每晚 一晚 /夜'),
  ...of({ kind: 'per', unit: 'week' }, '/周 /week 每周 一周 /星期 每星期 一星期'),
  ...of({ kind: 'per', unit: 'month' }, '/月 /个月 /month /m 每月 每个月 一个月 一月 monthly /人/月'),
  ...of({ kind: 'per', unit: 'year' }, '/年 /year /yr 每年 一年 yearly 元年'),
  ...of({ kind: 'per', unit: 'piece' }, perPiece),

  ...of({ kind: 'label', role: 'plain', unit: 'hour' }, '时薪 小时工资 小时薪资 小时费 工时费'),
  ...of({ kind: 'label', role: 'plain', unit: 'day' }, '日薪 日结 日工资 天薪 日薪资 日结工资 每日结算 当日结算'),
  ...of({ kind: 'label', role: 'plain', unit: 'week' }, '周薪'),
  ...of({ kind: 'label', role: 'plain', unit: 'month' }, '月薪 月工资 月薪资'),
  ...of(
    { kind: 'label', role: 'total', unit: 'month' },
    '月入 月收入 月综合 月均 均薪 月均收入 月均工资 月综合收入 综合月薪',
  ),
  ...of({ kind: 'label', role: 'plain', unit: 'year' }, '年薪 年收入 年包 年总包 年综合收入 年入'),
  ...of({ kind: 'label', role: 'plain' }, '工资 薪资 薪酬 薪水 待遇 薪资待遇 工资待遇 薪酬待遇'),
  ...of(
    { kind: 'label', role: 'total' },
    '综合 综合工资 综合薪资 综合收入 综合待遇 总收入 收入 到手 到手工资 实发 总工资 平均 平均工资',
  ),
  ...of(
    { kind: 'label', role: 'base' },
    '底薪 无责底薪 无责任底薪 无责 无责任 保底 保底工资 保底薪资 基本工资 基本薪资 基础工资 基础薪资 固定工资 固定薪资 岗位工资 基本底薪',
  ),
  ...of(
    { kind: 'label', role: 'trial' },
    '试用期 试用 试用期工资 实习期 培训期 学徒期 学徒 学徒工 见习期 试岗期 试岗 试工',
  ),
  ...of(
    { kind: 'label', role: 'regular' },
    '转正 转正后 转正工资 转正后工资 正式 正式员工 转正薪资 考核后 出师后 满师后 熟手 熟练工 熟练后',
  ),
  ...of({ kind: 'label', edge: 'least' }, '最低 不低于 至少 起薪 不少于 不低'),
  ...of({ kind: 'label', edge: 'most' }, '最高 不超过 不高于 高达 可达 最高可达 至多 不多于 可至'),

  ...of({ kind: 'floor' }, '以上 及以上 起 起步 起底 往上 朝上 开外 打底'),
  ...of({ kind: 'ceiling' }, '以下 及以下 以内 之内 封顶 顶薪'),
  ...of({ kind: 'unlimited' }, '上不封顶 不封顶 无上限 上无封顶 不设上限 无封顶 不限上限 上无上限'),
  ...of({ kind: 'plus' }, '+ 加 ⁺'),
  ...of(
    { kind: 'earned' },
    '提成 高提成 高额提成 业绩提成 项目提成 绩效 绩效奖 绩效奖金 绩效工资 奖金 高奖金 佣金 高佣金 分红 抽成 小费 奖励 业绩 业绩奖金 计件 计件工资 加班费 利润分红 浮动',
  ),
  ...of(
    { kind: 'extra' },
    '补贴 补助 津贴 餐补 饭补 房补 住房补贴 交通补贴 交通补 通讯补贴 话补 车补 高温补贴 夜班补贴 工龄奖 工龄工资 全勤 全勤奖 满勤奖 年终奖 节日福利 返费 押金 服务费 介绍费 中介费 入职奖 推荐奖 奖励金 补 报名费 培训费 编号 职位编号 房租 伙食费',
  ),
  ...of({ kind: 'negotiable' }, '面议 面谈 面仪 详谈 可谈 待议 协商 从优 优厚 另议 电议 商议 面洽 negotiable'),

  ...of({ kind: 'times' }, '* × x'),
  ...of({ kind: 'hours' }, '小时 个小时 h 钟头 个钟 工时'),
  ...of({ kind: 'days' }, '天 个班 个工'),
  ...of({ kind: 'week' }, '周一至周五 /每周'),
  ...of({ kind: 'rest' }, '月休 每月休 每月休息 月休息'),
  ...of({ kind: 'months' }, '薪 个月薪 个月薪资 个月工资'),
  ...of({ kind: 'double' }, '年底双薪 年终双薪'),
  ...of({ kind: 'piecework' }, '计件 计件制 计件工 按件计酬'),
  ...of(
    { kind: 'counter' },
    '人 名 位 岁 周岁 % ‰ 年 月 日 个月 点 号 室 楼 平米 ㎡ km 分钟 分 期 届 级 倍 间 强 cm 席 座 辆 次 个 险 金 班 休 线 节 条 件 单 家 kg 公里 米 后',
  ),
  ...of({ kind: 'noise' }, ': 约 大约 大概 左右 上下 税前 税后 之间 为 是 在 共 可 的 = 不等 均 ( 范围 区间 工资范围'),
  ...of({ kind: 'slash' }, '/'),
  ...of({ kind: 'dot' }, '·'),
  ...of({ kind: 'gap' }, '␣'),
  ...of({ kind: 'break' }, ', 、 。 ; | ) [ ] 【 】 《 》 ! ? 〖 〗 & • " # _ \\ .'),
])

/** Lengths of the words that begin with a character, longest first. */
export const WORD_LENGTHS: ReadonlyMap<string, readonly number[]> = [...WORDS.keys()].reduce((lengths, word) => {
  const known = lengths.get(word[0]!) ?? []
  return known.includes(word.length)
    ? lengths
    : lengths.set(
        word[0]!,
        [...known, word.length].sort((a, b) => b - a),
      )
}, new Map<string, number[]>())
