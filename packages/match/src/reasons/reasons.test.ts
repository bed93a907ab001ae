import { expect, test } from 'vitest'
import { en } from './en.ts'
import { type Language, type ReasonKey, type Values, reasonText } from './index.ts'
import { isTelling } from './telling.ts'
import { zh } from './zh.ts'

const TITLES = { job: '铲车司机', wish: '叉车司机', similarity: 42 }
const PAY = { offerMin: 600_000, offerMax: 800_000, wishMin: 900_000 }
const PLACES = { site: '370211', wish: '370200', home: '370202' }
const WAY = { ...PLACES, km: 23, limit: 30, by: 7 }
const ITEMS = { shared: ['叉车', 'forklift-n1'], missing: ['装卸', 'driving-a1|driving-a2'] }
const LICENCES = { required: ['forklift-n1', 'electric-low'], missing: ['forklift-n1'] }
const DAYS = { startBy: '2026-12-01', availableFrom: '2026-12-11', by: 10 }
const TYPES = { offered: ['dispatch', 'fullTime'], accepted: ['fullTime', 'gig'], shared: ['fullTime'] }

/** For each reason values as the aspects give them. */
const VALUES: Record<ReasonKey, Values> = {
  'occupation.equal': TITLES,
  'occupation.level4': { ...TITLES, name: '起重装卸机械操作工' },
  'occupation.level3': { ...TITLES, name: '通用工程机械操作人员' },
  'occupation.level2': { ...TITLES, name: '运输设备和通用工程机械操作人员及有关人员' },
  'occupation.level1': { ...TITLES, name: '生产制造及有关人员' },
  'occupation.title': TITLES,
  'occupation.foreign': TITLES,
  'occupation.unknown': {},
  'skills.all': { ...ITEMS, missing: [] },
  'skills.some': ITEMS,
  'skills.none': { ...ITEMS, shared: [] },
  'skills.jobUnknown': {},
  'skills.talentUnknown': { missing: ITEMS.missing },
  'text.shared': { words: ['叉车', '仓库'] },
  'text.none': { words: [] },
  'text.unknown': {},
  'salary.met': PAY,
  'salary.within': PAY,
  'salary.tolerated': { ...PAY, by: 100_000 },
  'salary.openTop': { offerMin: 600_000, wishMin: 900_000, by: 300_000 },
  'salary.below': { offerMax: 600_000, wishMin: 900_000, by: 300_000 },
  'salary.jobUnknown': {},
  'salary.talentUnknown': {},
  'place.remote': {},
  'place.onSite': {},
  'place.inside': PLACES,
  'place.insideNear': WAY,
  'place.insideHome': { ...WAY, km: 0 },
  'place.home': { ...WAY, km: 0 },
  'place.coarse': PLACES,
  'place.outside': { ...PLACES, wish: '110105', km: 547 },
  'place.elsewhere': PLACES,
  'place.commute': WAY,
  'place.tooFar': WAY,
  'place.coarseHome': PLACES,
  'place.jobUnknown': {},
  'place.talentUnknown': {},
  'experience.met': { asked: 1, years: 3 },
  'experience.below': { asked: 3, years: 2.5, by: 0.5 },
  'experience.notNeeded': { asked: 0 },
  'experience.jobUnknown': { years: 3 },
  'experience.talentUnknown': { asked: 3 },
  'recency.known': { posted: '2026-11-01', renewed: '2026-11-20' },
  'recency.unknown': {},
  'education.met': { asked: 'college', held: 'bachelor' },
  'education.below': { asked: 'college', held: 'senior' },
  'education.notAsked': { asked: '', held: 'senior' },
  'education.talentUnknown': { asked: 'college', held: '' },
  'certificates.met': { required: LICENCES.required },
  'certificates.missing': LICENCES,
  'certificates.notAsked': {},
  'employment.met': TYPES,
  'employment.other': { offered: ['dispatch'], accepted: ['fullTime', 'gig'] },
  'employment.unknown': { offered: [], accepted: [] },
  'availability.met': { ...DAYS, by: -3 },
  'availability.late': DAYS,
  'availability.unknown': {},
  'refusals.none': {},
  'refusals.employer': { employer: '青岛示例机械有限公司' },
  'refusals.industry': { industry: 'H62' },
  'refusals.shifts': { shifts: ['night', 'threeShift'] },
  'refusals.occupation': { occupation: '4-02' },
  'age.met': {},
  'age.unsure': { min: 16 },
  'age.below': { min: 16 },
  'age.above': { max: 60 },
  'age.unknown': {},
}

/** What a sentence must not show: a value that is missing, a place left open, a word between nothing. */
const UNSAID = /undefined|NaN|null|\[object|[{}]|“”|^\s|\s$|[，；：、,:;]$| {2}/
/** Codes are for machines. */
const CODE = /\b(?:\d{6}|\d-\d\d|[A-Z]\d\d)\b|forklift-n1|driving-a\d|fullTime|threeShift/

test.each(Object.entries(VALUES))('%s can be said in both languages', (key, values) => {
  for (const language of ['zh', 'en'] as const) {
    const said = reasonText({ key: key as ReasonKey, values }, language)
    expect(said).toMatch(language === 'zh' ? /\p{Script=Han}/u : /[a-z]/)
    expect(said).not.toMatch(UNSAID)
    expect(said).not.toMatch(CODE)
  }
})

test('both languages say the same reasons, and the table above knows them all', () => {
  expect(Object.keys(zh).toSorted()).toEqual(Object.keys(VALUES).toSorted())
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(VALUES).toSorted())
})

test('what a side left unsaid is no reason, what was compared is one, whatever it speaks for', () => {
  for (const key of Object.keys(VALUES) as ReasonKey[])
    if (key.endsWith('nknown')) expect(isTelling({ key }), key).toBe(false)
  for (const key of ['skills.some', 'salary.below', 'place.outside', 'experience.notNeeded'] as const)
    expect(isTelling({ key }), key).toBe(true)
  expect(isTelling({ key: 'text.shared' })).toBe(false)
})

/** The values of the table above but for what a row changes. */
const SAID: [language: Language, key: ReasonKey, values: Values, sentence: string][] = [
  ['zh', 'occupation.title', {}, '名称“铲车司机”与意向“叉车司机”相近度 42%'],
  ['zh', 'occupation.title', { similarity: 0 }, '名称“铲车司机”与意向“叉车司机”不相近'],
  ['zh', 'skills.some', {}, '具备 叉车、叉车司机 N1；还缺 装卸、A1 大型客车驾驶证或A2 重型牵引挂车驾驶证'],
  ['zh', 'skills.all', { shared: [...'甲乙丙丁戊'] }, '要求的技能都具备：甲、乙、丙、丁、戊'],
  ['zh', 'skills.all', { shared: [...'甲乙丙丁戊己庚'] }, '要求的技能都具备：甲、乙、丙、丁、戊 等 7 项'],
  ['en', 'skills.all', { shared: [...'甲乙丙丁戊己庚'] }, 'has every skill asked for: 甲, 乙, 丙, 丁, 戊 and 2 more'],
  ['zh', 'salary.within', {}, '期望 9000 元/月起，在岗位的 6000–8000 元/月 之内'],
  ['zh', 'salary.met', { offerMax: 600_000 }, '薪资 6000 元/月，达到期望 9000 元/月以上'],
  ['zh', 'salary.openTop', {}, '薪资 6000 元/月以上，起薪比期望的 9000 元/月起 低 3000 元/月，上不封顶'],
  ['zh', 'salary.below', {}, '薪资 6000 元/月以下，期望 9000 元/月以上，差 3000 元/月'],
  ['en', 'salary.below', {}, 'offers up to 6000 yuan/month, wish 9000 yuan/month or more: 3000 yuan/month short'],
  ['zh', 'place.inside', {}, '工作地青岛市黄岛区在期望的青岛市范围内'],
  ['zh', 'place.inside', { wish: '000000' }, '工作地青岛市黄岛区在期望的全国范围内'],
  ['zh', 'place.inside', { wish: '370000' }, '工作地青岛市黄岛区在期望的山东省范围内'],
  ['zh', 'place.inside', { site: '310115', wish: '310000' }, '工作地上海市浦东新区在期望的上海市范围内'],
  ['zh', 'place.tooFar', {}, '工作地青岛市黄岛区离家约 23 公里，超出 7 公里'],
  ['en', 'place.commute', {}, '青岛市黄岛区 is about 23 km from home, within 30 km'],
  ['zh', 'experience.below', {}, '有 2.5 年经验，要求 3 年，差 6 个月'],
  ['zh', 'experience.below', { years: 7 / 12, asked: 1, by: 5 / 12 }, '有 7 个月经验，要求 1 年，差 5 个月'],
  ['zh', 'experience.below', { years: 0, asked: 1, by: 1 }, '没有工作经验，要求 1 年'],
  ['zh', 'experience.met', { years: 10.04 }, '有 10 年经验，达到要求的 1 年'],
  ['en', 'experience.below', {}, '2.5 years of experience, 3 years asked for: 6 months short'],
  ['zh', 'recency.known', {}, '岗位 2026-11-01 发布，简历 2026-11-20 更新'],
  ['zh', 'education.below', {}, '学历高中，低于要求的大专'],
  ['en', 'education.met', {}, 'bachelor, junior college asked for'],
  [
    'zh',
    'certificates.missing',
    {},
    '缺少要求的叉车司机 N1，取得办法：市场监督管理部门组织的特种设备作业人员考核，发《特种设备安全管理和作业人员证》',
  ],
  [
    'zh',
    'certificates.missing',
    { missing: ['driving-a1|driving-a2', '保健证'] },
    '缺少要求的A1 大型客车驾驶证或A2 重型牵引挂车驾驶证（至少一种），取得办法：驾校培训，公安机关交通管理部门考试（科目一至四）；缺少要求的保健证',
  ],
  ['zh', 'employment.other', {}, '岗位是劳务派遣，求职者只接受全职、零工'],
  ['zh', 'availability.late', {}, '2026-12-11 才能到岗，最迟 2026-12-01，晚 10 天'],
  ['en', 'availability.late', {}, 'available from 2026-12-11, needed by 2026-12-01: 10 days late'],
  ['zh', 'refusals.shifts', {}, '求职者不接受夜班、三班倒'],
  ['zh', 'refusals.industry', {}, '求职者不考虑餐饮业'],
  ['zh', 'refusals.industry', { industry: 'Z99' }, '求职者不考虑Z99'],
  ['en', 'refusals.occupation', { occupation: '9-99' }, 'the talent refuses 9-99'],
]

test.each(SAID)('in %s %s of %o is said plainly', (language, key, values, sentence) => {
  expect(reasonText({ key, values: { ...VALUES[key], ...values } }, language)).toBe(sentence)
})

test('only the dates that are known are told', () => {
  const said = (values: Values) => reasonText({ key: 'recency.known', values }, 'zh')
  expect(said({ posted: '2026-11-01' })).toBe('岗位 2026-11-01 发布')
  expect(said({ renewed: '2026-11-20' })).toBe('简历 2026-11-20 更新')
})
