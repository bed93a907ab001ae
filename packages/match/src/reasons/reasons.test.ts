import { expect, test } from 'vitest'
import { en } from './en.ts'
import { type Reason, type ReasonKey, reasonText } from './index.ts'
import { zh } from './zh.ts'

/** Every value a sentence may name; each sentence takes what it needs. */
const VALUES = {
  job: '叉车司机',
  wish: '370202',
  similarity: 82,
  name: '装卸搬运和运输代理服务人员',
  shared: ['叉车', 'forklift-n1'],
  missing: ['driving-a1|driving-a2', 'forklift-n1'],
  required: ['forklift-n1'],
  words: ['盘点'],
  offerMin: 600_000,
  offerMax: 800_000,
  wishMin: 700_000,
  by: 2,
  site: '370211',
  home: '370202',
  km: 21,
  limit: 15,
  years: 3,
  asked: 5,
  posted: '2026-11-01',
  renewed: '2026-11-02',
  offered: ['dispatch', 'fullTime'],
  accepted: ['fullTime'],
  startBy: '2026-12-01',
  availableFrom: '2026-12-03',
  employer: '青岛示例机械有限公司',
  industry: 'C34',
  shifts: ['night'],
  occupation: '4-02',
  min: 16,
  max: 60,
}
const EDUCATION = { held: 'college', asked: 'bachelor' }

const valuesOf = (key: ReasonKey): Reason['values'] =>
  key.startsWith('education.') ? EDUCATION : { ...VALUES, ...(key === 'employment.met' && { shared: ['fullTime'] }) }
const keys = Object.keys(zh) as ReasonKey[]

test.each(keys)('%s can be said in Chinese and in English', (key) => {
  for (const language of ['zh', 'en'] as const) {
    const sentence = reasonText({ key, values: valuesOf(key) }, language)
    expect(sentence).not.toMatch(/undefined|NaN|\{\}|（）|\[object/)
    expect(sentence.length).toBeGreaterThan(4)
  }
})

test('both languages have the same sentences', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted())
})

test.each([
  [
    { key: 'salary.below', values: { ...VALUES, by: 160_000 } },
    '薪资 6000–8000 元/月，期望 7000 元/月以上，差 1600 元/月',
  ],
  [{ key: 'salary.within', values: VALUES }, '期望 7000 元/月起，在岗位的 6000–8000 元/月 之内'],
  [{ key: 'experience.below', values: { years: 0, asked: 1, by: 1 } }, '没有工作经验，要求 1 年'],
  [{ key: 'experience.below', values: { years: 7 / 12, asked: 1, by: 5 / 12 } }, '有 7 个月经验，要求 1 年，差 5 个月'],
  [{ key: 'education.below', values: EDUCATION }, '学历大专，低于要求的本科'],
  [{ key: 'availability.late', values: VALUES }, '2026-12-03 才能到岗，最迟 2026-12-01，晚 2 天'],
  [{ key: 'place.tooFar', values: { ...VALUES, by: 6 } }, '工作地青岛市黄岛区离家约 21 公里，超出 6 公里'],
  [{ key: 'skills.all', values: { shared: ['叉车', 'forklift-n1'] } }, '要求的技能都具备：叉车、叉车司机 N1'],
  [{ key: 'certificates.missing', values: { missing: ['no-such-code'] } }, '缺少要求的no-such-code'],
] as [Reason, string][])('%o says it plainly', (reason, sentence) => {
  expect(reasonText(reason, 'zh')).toBe(sentence)
})
