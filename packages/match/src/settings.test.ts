import { expect, test } from 'vitest'
import { InvalidSettings } from './errors.ts'
import { DEFAULT_SETTINGS, type Settings, checkSettings } from './settings.ts'

const { weights, unknown, near } = DEFAULT_SETTINGS

test('the defaults are in their ranges', () => {
  expect(checkSettings(DEFAULT_SETTINGS)).toBe(DEFAULT_SETTINGS)
})

test.each<[refused: string, change: object]>([
  ['weights that do not add up', { weights: { ...weights, text: 9 } }],
  ['a negative weight', { weights: { ...weights, text: -1, occupation: 44 } }],
  ['a weight finer than a hundredth', { weights: { ...weights, text: 8.001, occupation: 34.999 } }],
  ['a missing weight', { weights: { ...weights, text: undefined } }],
  ['an unknown share above one', { unknown: { ...unknown, text: 1.1 } }],
  ['a tree that is too short', { tree: [0, 1] }],
  ['a tree that falls', { tree: [0, 0.5, 0.4, 0.7, 1] }],
  ['a floor at one, which would divide by nothing', { titleFloor: 1 }],
  ['a title part above one', { titlePart: 1.2 }],
  ['a closeness that is no number', { leastOccupation: Number.NaN }],
  ['a confidence above one', { sureReading: 2 }],
  ['a coarse place below nothing', { coarsePlace: -0.1 }],
  ['a negative tolerance', { salaryTolerance: -0.2 }],
  ['an open top of nothing', { openTop: 0 }],
  ['no way to work at all', { commuteKm: 0 }],
  ['a full text of nothing', { textFull: 0 }],
  ['stale at once', { staleDays: 0 }],
  ['an endless age', { legalAge: Infinity }],
  ['a near bound that is missing', { near: { ...near, placeKm: undefined } }],
  ['a near bound that is no number', { near: { ...near, certificates: Number.NaN } }],
])('%s is refused', (_, change) => {
  expect(() => checkSettings({ ...DEFAULT_SETTINGS, ...change } as Settings)).toThrow(InvalidSettings)
})
