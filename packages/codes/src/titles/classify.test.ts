import fc from 'fast-check'
import { expect, test } from 'vitest'
import { occupation } from '../occupations/index.ts'
import { classifyTitle } from './classify.ts'

const first = (title: string, context = {}) => classifyTitle(title, context)[0]?.code
const sure = (title: string, context = {}) => classifyTitle(title, context)[0]?.confidence ?? 0

test('what employers write leads to the occupation', () => {
  expect(first('叉车司机')).toBe('6-30-05-01')
  expect(first('月嫂')).toBe('4-10-01-06')
  expect(first('操机')).toBe('6-18-01-07')
  expect(first('抖音主播')).toBe('4-01-06-02')
  expect(first('网约车司机')).toBe('4-02-02-01')
  expect(first('美团骑手')).toBe('4-10-08-01')
})

test('rank and stage do not change the occupation', () => {
  for (const title of ['高级会计', '会计（实习）', '急聘会计', '会计主管', '会计助理'])
    expect(first(title)).toBe('2-06-03-00')
})

test('an open head takes the field before it, a closed head decides itself', () => {
  expect(first('测试主管')).toBe('4-04-05-02')
  expect(first('罐头厂工人')).toBe('6-02-03-03')
  expect(first('Python讲师')).toBe('4-07-03-05')
  expect(first('医疗器械销售工程师')).toBe('4-01-02-01')
})

test('the same field means other occupations under other heads', () => {
  expect(first('化工工程师')).toBe('2-02-06-03')
  expect(first('化工操作工')).toBe('6-11-01-03')
  expect(first('汽车维修')).toBe('4-12-01-01')
  expect(first('汽车工程师')).toBe('2-02-07-11')
})

test('the last field before the head weighs most', () => {
  expect(first('Java大数据开发')).toBe('2-02-38-03')
  expect(first('大数据Java开发')).toBe('2-02-10-03')
})

test('the stage makes the teacher, wherever it stands', () => {
  expect(first('小学语文老师')).toBe('2-08-02-04')
  expect(first('高中双语物理教师')).toBe('2-08-02-01')
})

test('one head serves both sides of a slash', () => {
  expect(first('天猫/淘宝客服')).toBe('4-07-02-03')
})

test('the first of several jobs comes first and the others follow', () => {
  const codes = classifyTitle('厨师/服务员').map(({ code }) => code)
  expect(codes.slice(0, 2)).toEqual(['4-03-02-01', '4-03-02-05'])
})

test('a Latin word is not found inside another', () => {
  expect(first('C++')).toBe('2-02-10-03')
  expect(classifyTitle('google').some(({ evidence }) => evidence.includes('“go”'))).toBe(false)
})

test('English titles written as one word are read', () => {
  expect(first('SeniorHRBusinessPartner')).toBe('4-07-03-04')
  expect(first('Software Test Engineer')).toBe('4-04-05-02')
})

test('a title that may be anything says so', () => {
  for (const title of ['普工', '实习生', '司机', '合伙人']) expect(sure(title)).toBeLessThan(0.5)
})

test('a bare title takes what its posting says around it', () => {
  expect(first('实习生', { category: '会计' })).toBe('2-06-03-00')
  expect(classifyTitle('实习生', { category: '会计' })[0]?.evidence).toContain('类别')
  expect(first('骨干人才', { tags: ['五险一金', '叉车司机'] })).toBe('6-30-05-01')
  expect(first('诚邀加入', { description: '我公司因业务扩大，招聘汽车维修技师数名。' })).toBe('4-12-01-01')
})

test('the context supports a clear title and never overrules it', () => {
  expect(first('叉车司机', { category: '会计' })).toBe('6-30-05-01')
  expect(sure('测试主管', { category: '软件测试' })).toBeGreaterThan(sure('测试主管'))
})

test('an unknown Chinese title gets the nearest official names, with little confidence', () => {
  const [reading] = classifyTitle('磨刀人')
  expect(reading?.evidence).toContain('相近')
  expect(reading?.confidence).toBeLessThan(0.4)
})

test('nothing is made of nothing', () => {
  expect(classifyTitle('')).toEqual([])
  expect(classifyTitle('???')).toEqual([])
})

test('a reading is ranked, without repetition, at the fourth level and gives its reason', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('高级电工/焊工', '销售 (Java)+客服')),
      (title) => {
        const readings = classifyTitle(title)
        const ranked = readings.map(({ confidence }) => confidence)
        expect(readings.length).toBeLessThanOrEqual(5)
        expect(ranked).toEqual([...ranked].sort((a, b) => b - a))
        expect(new Set(readings.map(({ code }) => code)).size).toBe(readings.length)
        for (const { code, name, confidence, evidence } of readings) {
          expect(occupation(code)).toMatchObject({ name, level: 4 })
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          expect(evidence).not.toBe('')
        }
      },
    ),
  )
})
