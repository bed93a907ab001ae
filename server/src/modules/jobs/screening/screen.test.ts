import { describe, expect, test } from 'vitest'
import type { JobContent } from '../content/content.ts'
import { type Market, screen, type Surroundings } from './screen.ts'
import { cleanText, screenText } from './wording.ts'

const kindsIn = (text: string): string[] =>
  screenText('description', text).map(({ kind, weight }) => `${kind}/${weight}`)

describe('words that are a signal', () => {
  test.each([
    ['限男性', 'gender/stop'],
    ['本岗位仅限男士', 'gender/stop'],
    ['男性优先', 'gender/stop'],
    ['性别：男', 'gender/stop'],
    ['限 男 性', 'gender/stop'],
    ['限\u200b男性', 'gender/stop'],
    ['前台（男）', 'gender/stop'],
    ['限女性', 'gender/look'],
    ['女士优先', 'gender/look'],
    ['招女服务员两名', 'gender/look'],
    ['限未婚', 'marriage/stop'],
    ['已婚已育优先', 'marriage/stop'],
    ['入职两年内不得怀孕', 'marriage/stop'],
    ['入职需做妊娠检测', 'marriage/stop'],
    ['少数民族勿扰', 'origin/stop'],
    ['限汉族', 'origin/stop'],
    ['仅限本地户口', 'origin/stop'],
    ['限青岛户籍', 'origin/stop'],
    ['外地人勿扰', 'origin/stop'],
    ['不要东北人', 'origin/stop'],
    ['本地人优先', 'origin/look'],
    ['乙肝携带者勿扰', 'health/stop'],
    ['入职体检查乙肝', 'health/stop'],
    ['残疾人勿投', 'health/stop'],
    ['四肢健全', 'health/look'],
    ['35岁以下', 'age/look'],
    ['年龄18-40周岁', 'age/look'],
    ['年龄50岁以内', 'age/note'],
    ['入职交押金500元', 'deposit/stop'],
    ['需缴纳保证金', 'deposit/stop'],
    ['押金200，包吃住', 'deposit/look'],
    ['收取服装费200元', 'fee/stop'],
    ['需交培训费', 'fee/stop'],
    ['入职后扣押身份证', 'identityPapers/stop'],
    ['收取身份证原件', 'identityPapers/stop'],
    ['兼职刷单，日结', 'fraud/stop'],
    ['出租银行卡', 'fraud/stop'],
    ['打字员，在家兼职日结', 'fraud/look'],
    ['日赚500', 'fraud/look'],
    ['境外高薪，包机票', 'fraud/look'],
    ['联系13800000000', 'contact/look'],
    ['电话138-0000-0000', 'contact/look'],
    ['微信：abc12345', 'contact/look'],
    ['QQ123456789', 'contact/look'],
    ['详见 https://example.com/x', 'contact/look'],
  ])('%s', (text, expected) => expect(kindsIn(text)).toEqual([expected]))
})

describe('words that are none', () => {
  test.each([
    '女职工委员会主席',
    '男女不限',
    '性别不限',
    '性别：男女不限',
    '不限性别',
    '负责女装销售',
    '限女装类目经验',
    '男科护士',
    '妇女儿童中心文员',
    '有限公司人事部',
    '管理系统权限男女员工通用',
    '婚假、产假齐全',
    '未婚已婚均可',
    '宿舍仅限单身',
    '少数民族优先',
    '外地员工提供住宿',
    '不限户籍',
    '户籍管理岗',
    '户外广告本地化运营',
    '残疾人优先',
    '乙肝疫苗研发',
    '负责3-6岁儿童教学',
    '为18-35岁客户提供服务',
    '年满18周岁',
    '60岁以下',
    '年龄不限',
    '不收取任何押金',
    '无需缴纳保证金',
    '免培训费',
    '入职不收服装费',
    '负责收取客户押金',
    '办理投标保证金缴纳',
    '跟进履约保证金50万元的退还',
    '无押金',
    '核对客户身份证件',
    '反刷单系统开发',
    '打击刷单行为',
    '手机性能跑分测试',
    '运营微信公众号',
    '微信小程序开发',
    '公司官网：www.example.com',
    '熟悉VxWorks',
    '工号20260101000',
    '3-5年经验，本科',
    '',
    '🚚'.repeat(50),
  ])('%s', (text) => expect(kindsIn(text)).toEqual([]))
})

test('a signal names the words as typed and their place, however they were hidden', () => {
  const text = '要求：限 女\u200b性，会电脑'
  const [signal] = screenText('description', text)
  expect(text.slice(signal!.from!, signal!.to!)).toBe(signal!.found)
  expect(signal!.found).toBe('限 女\u200b性')
})

test('ten thousand letters are read without an exception', () => {
  for (const text of [
    '限'.repeat(10_000),
    '男'.repeat(10_000),
    '交'.repeat(10_000),
    '1'.repeat(10_000),
    '\u202e'.repeat(10_000),
  ])
    expect(screenText('description', text).length).toBeGreaterThanOrEqual(0)
})

test.each([
  ['限男性，35岁以下，形象好', '形象好'],
  ['性别：女\n会电脑', '会电脑'],
  ['1、限女性；2、会电脑', '2、会电脑'],
  ['包吃住。联系电话：13800000000。', '包吃住。'],
  ['高中以上学历，不收取任何押金。', '高中以上学历，不收取任何押金。'],
])('clean wording of %s', (text, expected) => {
  expect(cleanText('description', text)).toBe(expected)
  expect(kindsIn(expected)).toEqual([])
})

const content = (wanted: Partial<JobContent> = {}): JobContent => ({
  title: '叉车司机',
  description: '装卸货物。',
  occupation: null,
  places: [],
  remote: false,
  salary: null,
  education: null,
  years: null,
  employment: [],
  shifts: [],
  welfare: [],
  certificates: [],
  skills: [],
  startBy: null,
  validUntil: '2026-04-30',
  scope: 'everyone',
  ...wanted,
})
const market: Market = { p10: 450_000, p50: 600_000, p90: 800_000, of: 40 }
const found = (wanted: Partial<JobContent>, around: Partial<Surroundings> = {}) =>
  screen(content(wanted), { market, minimumWage: 220_000, alike: null, refused: null, ...around }).map(
    ({ kind, weight, why }) => `${kind}/${weight}/${why}`,
  )

test('pay is held against the minimum wage and against like postings', () => {
  expect(found({ salary: { min: 500_000, max: 700_000 } })).toEqual([])
  expect(found({ salary: { min: 150_000, max: 200_000 } })).toEqual(['payLow/look/belowMinimum'])
  expect(found({ salary: { max: 200_000 }, employment: ['fullTime'] })).toEqual(['payLow/stop/belowMinimum'])
  expect(found({ salary: { min: 230_000, max: 250_000 } })).toEqual(['payLow/look/payLow'])
  expect(found({ salary: { min: 2_000_000, max: 3_000_000 } })).toEqual(['payHigh/look/payHigh'])
  expect(found({ salary: { min: 2_000_000, max: 3_000_000 } }, { market: null })).toEqual([])
  expect(found({ salary: null })).toEqual([])
})

test('a posting that says nearly the same as a refused one is looked at', () => {
  expect(found({}, { refused: '叉车司机' })).toEqual(['refused/look/refused'])
})

test('a posting that says the same as an open one is looked at', () => {
  expect(found({}, { alike: '叉车司机' })).toEqual(['duplicate/look/duplicate'])
})
