import { expect, test } from 'vitest'
import { type ReasonKey, type Values, reasonText } from './index.ts'
import { en } from './en.ts'
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

test('a code that is in no table is shown as it is rather than as nothing', () => {
  expect(reasonText({ key: 'refusals.industry', values: { industry: 'Z99' } }, 'zh')).toBe('求职者不考虑Z99')
  expect(reasonText({ key: 'refusals.occupation', values: { occupation: '9-99' } }, 'en')).toBe(
    'the talent refuses 9-99',
  )
})
