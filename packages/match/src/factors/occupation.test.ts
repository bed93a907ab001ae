import { sharedLevel } from '@renshu/codes'
import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts'
import { judge, outcome, toyTitles } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import type { OccupationGuess, Talent } from '../types.ts'
import { occupation } from './occupation.ts'

const read = (code: string, confidence: number): OccupationGuess => ({ code, confidence })
const offer = (title: string, ...occupations: OccupationGuess[]) => ({ title, occupations })
const wish = offer
const wishes = (...all: Talent['wishes']) => ({ wishes: all })

const FORKLIFT = read('6-30-05-01', 0.8)
const BOOKKEEPER = read('2-06-03-00', 0.9)
const DRIVER = offer('叉车司机', FORKLIFT)
/** 0.65 lies in the middle between the floor of 0.3 and 1. */
const titles = toyTitles({
  '叉车司机|铲车司机': 0.65,
  '叉车司机|行车工': 0.3,
  '叉车司机|会计': 0.2,
  '叉车司机|出纳': 0.29,
})
const sure = (title: string) => wishes(wish(title, read('6-30-05-01', 0.9)))
const BOOKS = wish('会计', BOOKKEEPER)

testRules(
  'the share of a wish',
  occupation,
  [
    ['the same title is all', offer('叉车司机'), wishes(wish('叉车司机', BOOKKEEPER)), 'kept', 'occupation.equal', 1],
    ['half by the tree, half by the title', DRIVER, sure('铲车司机'), 'kept', 'occupation.level4', 0.4 + 0.25],
    ['a title at the floor gives nothing', DRIVER, sure('行车工'), 'kept', 'occupation.level4', 0.4],
    ['nor does one below', DRIVER, sure('会计'), 'kept', 'occupation.level4', 0.4],
    [
      'the less sure reading counts, on this side too',
      DRIVER,
      wishes(wish('会计', read('6-30-05-01', 0.2))),
      'kept',
      'occupation.level4',
      0.1,
    ],
    [
      'a minor group',
      DRIVER,
      wishes(wish('会计', read('6-30-05-02', 1))),
      'kept',
      'occupation.level3',
      0.5 * 0.7 * 0.8,
    ],
    [
      'a sub-major group',
      DRIVER,
      wishes(wish('会计', read('6-30-01-00', 1))),
      'kept',
      'occupation.level2',
      0.5 * 0.35 * 0.8,
    ],
    [
      'a major group, doubtful',
      DRIVER,
      wishes(wish('会计', read('6-29-01-01', 0.5))),
      'kept',
      'occupation.level1',
      0.5 * 0.1 * 0.5,
    ],
    [
      'nothing but the title when one side was not read',
      offer('叉车司机'),
      sure('铲车司机'),
      'kept',
      'occupation.title',
      0.5,
    ],
    ['nor the other', DRIVER, wishes(wish('铲车司机')), 'kept', 'occupation.title', 0.5],
    [
      'the closest pair of readings',
      offer('叉车司机', read('6-29-01-01', 0.9), read('6-30-05-01', 0.4)),
      wishes(wish('会计', read('2-06-03-00', 0.9), read('6-30-05-01', 0.6))),
      'kept',
      'occupation.level4',
      0.5 * 0.4,
    ],
    ['the best wish', DRIVER, wishes(BOOKS, wish('叉车司机', FORKLIFT)), 'kept', 'occupation.equal', 1],
    ['in any order', DRIVER, wishes(wish('叉车司机', FORKLIFT), BOOKS), 'kept', 'occupation.equal', 1],
    ['no wish', DRIVER, wishes(), 'kept', 'occupation.unknown', 0.3],
    ['two empty titles are alike, not equal', offer(''), wishes(wish('')), 'kept', 'occupation.title', 1],
  ],
  { titles },
)

const surely = (confidence: number) => offer('叉车司机', read('6-30-05-01', confidence))

testRules(
  'foreign work',
  occupation,
  [
    ['shares nothing with any wish', DRIVER, wishes(BOOKS), 'broken', 'occupation.foreign', 0],
    ['needs a reading as sure as this', surely(0.6), wishes(BOOKS), 'broken', 'occupation.foreign', 0],
    ['and not less', surely(0.59), wishes(BOOKS), 'kept', 'occupation.title', 0],
    ['of the wish too', DRIVER, wishes(wish('会计', read('2-06-03-00', 0.59))), 'kept', 'occupation.title', 0],
    [
      'may share the major group',
      DRIVER,
      wishes(wish('会计', read('6-29-01-01', 0.9))),
      'broken',
      'occupation.foreign',
      0.5 * 0.1 * 0.8,
    ],
    [
      'does not share the sub-major group',
      surely(0.6),
      wishes(wish('会计', read('6-30-01-00', 0.6))),
      'kept',
      'occupation.level2',
      0.5 * 0.35 * 0.6,
    ],
    ['has no title like the wish', DRIVER, wishes(wish('铲车司机', BOOKKEEPER)), 'kept', 'occupation.title', 0.25],
    ['is not foreign to an unread wish', DRIVER, wishes(BOOKS, wish('其他')), 'kept', 'occupation.title', 0],
    ['in any order', DRIVER, wishes(wish('其他'), BOOKS), 'kept', 'occupation.title', 0],
    ['is not told for an unread job', offer('叉车司机'), wishes(BOOKS), 'kept', 'occupation.title', 0],
  ],
  { titles },
)

const withSettings = (change: Partial<Settings>) => ({ titles, settings: { ...DEFAULT_SETTINGS, ...change } })

test('of any readings the closest pair counts, each as sure as its less sure side', () => {
  const codes = ['6-30-05-01', '6-30-05-02', '6-30-01-00', '6-29-01-01', '2-06-03-00', '6']
  const readings = array(record({ code: constantFrom(...codes), confidence: constantFrom(0, 0.1, 0.3, 0.5, 0.9, 1) }), {
    minLength: 1,
    maxLength: 4,
  })
  const settings = { ...DEFAULT_SETTINGS, titlePart: 0 }
  assert(
    property(readings, readings, (offered, wished) => {
      const pairs = offered.flatMap((a) =>
        wished.map((b) => settings.tree[sharedLevel(a.code, b.code)] * Math.min(a.confidence, b.confidence)),
      )
      const said = judge(occupation, offer('叉车司机', ...offered), wishes(wish('会计', ...wished)), {
        titles,
        settings,
      })
      expect(said.share).toBe(Math.max(...pairs))
    }),
  )
})

test.each([
  [0, 0.8],
  [0.2, 0.8 * 0.8 + 0.2 * 0.5],
  [1, 0.5],
])('the part of the title is a setting: %d gives %d', (titlePart, share) => {
  expect(judge(occupation, DRIVER, sure('铲车司机'), withSettings({ titlePart })).share).toBeCloseTo(share, 10)
})

test('what is foreign lies below the least closeness, not at it', () => {
  const scene = withSettings({ titleFloor: 0, leastOccupation: 0.15 })
  expect(outcome(judge(occupation, DRIVER, wishes(wish('行车工', BOOKKEEPER)), scene))).toBe('kept')
  expect(outcome(judge(occupation, DRIVER, wishes(wish('出纳', BOOKKEEPER)), scene))).toBe('broken')
})

test('the earlier of two wishes that are equally close is named', () => {
  const equally = wishes(wish('货运', FORKLIFT), wish('搬运', FORKLIFT))
  expect(judge(occupation, DRIVER, equally, { titles }).reason.values['wish']).toBe('货运')
})

test.each([
  ['6-30-05-01', '起重装卸机械操作工'],
  ['6-30-05-02', '通用工程机械操作人员'],
  ['6-30-01-00', '运输设备和通用工程机械操作人员及有关人员'],
  ['6-29-01-01', '生产制造及有关人员'],
])('the reason names what is common with %s and how alike the titles are', (code, name) => {
  const { reason } = judge(occupation, DRIVER, wishes(wish('铲车司机', read(code, 0.5))), { titles })
  expect(reason.values).toEqual({ job: '叉车司机', wish: '铲车司机', similarity: 50, name })
})
