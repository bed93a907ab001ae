import { expect, test } from 'vitest'
import { readCv } from './read-cv.ts'

const ON = '2026-03-02'

const WORKER = `个人简历
姓  名：样例甲\t性别：男\t出生年月：1988年5月
学历：大专\t现居住地：青岛市黄岛区\t电话：13800000000
求职意向：叉车司机、仓库管理员
期望薪资：6000-8000元/月\t期望城市：青岛
工作经历
2019.03-至今\t样例物流有限公司\t叉车司机
负责仓库装卸，熟练驾驶电动叉车
2012年7月—2018年12月\t样例机械厂\t数控车工
操作数控车床
教育背景
2009.09-2012.06\t样例职业技术学院\t数控技术\t大专
技能证书
持有叉车证N1，C1驾驶证，低压电工证（正在考）
自我评价
踏实肯干，10年工作经验`

test('a worker’s CV in the usual sections is read by field', () => {
  const read = readCv(WORKER, ON)
  expect(read).toMatchObject({
    name: '样例甲',
    born: 1988,
    education: 'college',
    years: 10,
    places: ['370200'],
    salary: { min: 600_000, max: 800_000 },
  })
  expect(read.wishes.map(({ title }) => title)).toEqual(['叉车司机', '仓库管理员'])
  expect(read.wishes[0]!.occupation).toBe('6-30-05-01')
  expect(read.certificates).toEqual(expect.arrayContaining(['forklift-n1', 'driving-c1']))
  expect(read.certificates).not.toContain('electric-low')
  expect(read.history).toEqual([
    {
      employer: '样例物流有限公司',
      title: '叉车司机',
      from: '2019-03',
      until: null,
      text: '负责仓库装卸，熟练驾驶电动叉车',
    },
    { employer: '样例机械厂', title: '数控车工', from: '2012-07', until: '2018-12', text: '操作数控车床' },
  ])
})

const ENGINEER = `样例欧阳乙 | Java开发工程师
28岁 | 本科 | 青岛
【求职意向】
Java开发工程师 | 青岛 | 15-20K
【工作经验】
样例信息技术有限公司
2021/07 ~ 2024/02
职位：后端开发工程师
1. 使用 Spring Boot、MySQL、Redis 开发订单系统
2020.07-2021.06 样例软件股份有限公司 测试工程师
【项目经历】
2022.01-2022.06 某平台
【教育经历】
2016-2020 样例大学 软件工程 本科`

test('a wish, a range and an employer may stand in other places', () => {
  const read = readCv(ENGINEER, ON)
  expect(read).toMatchObject({
    born: 1998,
    education: 'bachelor',
    years: 3,
    places: ['370200'],
    salary: { min: 1_500_000, max: 2_000_000 },
  })
  expect(read.wishes.map(({ title }) => title)).toEqual(['Java开发工程师'])
  expect(read.history).toMatchObject([
    { employer: '样例信息技术有限公司', title: '后端开发工程师', from: '2021-07', until: '2024-02' },
    { employer: '样例软件股份有限公司', title: '测试工程师', from: '2020-07', until: '2021-06' },
  ])
  expect(read.skills).toEqual(expect.arrayContaining(['MySQL', 'Redis']))
})

test('what a CV does not say stays open, and no text breaks the reading', () => {
  expect(readCv('', ON)).toEqual({
    name: undefined,
    born: undefined,
    education: undefined,
    years: undefined,
    wishes: [],
    places: [],
    salary: undefined,
    certificates: [],
    skills: [],
    history: [],
  })
  for (const text of [
    '：：：\n工作经历\n至今-2019',
    '工作经历\n'.repeat(5000),
    '姓名：'.repeat(9000),
    `2019-2020${' '.repeat(20_000)}`,
  ])
    expect(readCv(text, ON).wishes).toEqual([])
})

test('years that overlap are counted once', () => {
  const text = '工作经历\n2010-2012 样例一厂 车工\n2011-2012 样例二厂 车工\n2020.01-至今 样例三厂 车工'
  expect(readCv(text, ON).years).toBe(9)
})
