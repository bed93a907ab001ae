import { expect, test } from 'vitest'
import { InvalidSettings } from './errors.ts'
import { DEFAULT_SETTINGS, FACTORS, type Settings, checkSettings } from './settings.ts'

/** The defaults with one setting (`near.placeKm`, `tree.2`) put to another value, or taken out. */
function changed(setting: string, value: unknown): Settings {
  const settings: Record<string, unknown> = structuredClone(DEFAULT_SETTINGS)
  const path = setting.split('.')
  const last = path.pop()!
  const holder = path.reduce((part, name) => part[name] as Record<string, unknown>, settings)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return settings as unknown as Settings
}

/** The setting that a check finds at fault; undefined when it finds none. */
function faultOf(settings: Settings): string | undefined {
  try {
    checkSettings(settings)
  } catch (error) {
    if (error instanceof InvalidSettings) return error.setting
    throw error
  }
  return undefined
}

const SHARES = [
  'titlePart',
  'leastOccupation',
  'sureReading',
  'coarsePlace',
  ...FACTORS.map((name) => `unknown.${name}`),
]
const POSITIVES = ['openTop', 'commuteKm', 'textFull', 'staleDays']
const NEAR = Object.keys(DEFAULT_SETTINGS.near).map((name) => `near.${name}`)
const NOT_NEGATIVE = ['salaryTolerance', 'legalAge', ...NEAR]
const WEIGHTS = FACTORS.map((name) => `weights.${name}`)
const ALL = [...SHARES, ...POSITIVES, ...NOT_NEGATIVE, ...WEIGHTS, 'titleFloor']

test('the defaults are valid and given back as they are', () => {
  expect(checkSettings(DEFAULT_SETTINGS)).toBe(DEFAULT_SETTINGS)
})

test.each(ALL)('%s must be there, and be a finite number', (setting) => {
  for (const value of [undefined, null, '0.5', Number.NaN, Infinity, -0.01])
    expect(faultOf(changed(setting, value)), String(value)).toBe(setting)
})

test.each(SHARES)('%s is a share from 0 to 1, the bounds included', (setting) => {
  expect([0, 0.5, 1].map((value) => faultOf(changed(setting, value)))).toEqual([undefined, undefined, undefined])
  expect(faultOf(changed(setting, 1.01))).toBe(setting)
})

test.each(POSITIVES)('%s is above 0, and has no end', (setting) => {
  expect([0.01, 5000].map((value) => faultOf(changed(setting, value)))).toEqual([undefined, undefined])
  expect(faultOf(changed(setting, 0))).toBe(setting)
})

test.each(NOT_NEGATIVE)('%s may be 0, and has no end', (setting) => {
  expect([0, 0.5, 5000].map((value) => faultOf(changed(setting, value)))).toEqual([undefined, undefined, undefined])
})

test('no setting is left unchecked', () => {
  const leaves = (part: object, path: string): string[] =>
    Object.entries(part).flatMap(([name, value]) =>
      typeof value === 'object' ? leaves(value, `${path}${name}.`) : [`${path}${name}`],
    )
  const levels = DEFAULT_SETTINGS.tree.map((_, level) => `tree.${level}`)
  expect([...ALL, ...levels].toSorted()).toEqual(leaves(DEFAULT_SETTINGS, '').toSorted())
})

const weights = (change: Partial<Settings['weights']>) => changed('weights', { ...DEFAULT_SETTINGS.weights, ...change })

test.each<[rule: string, settings: Settings, fault: string | undefined]>([
  ['a floor of all leaves nothing to compare', changed('titleFloor', 1), 'titleFloor'],
  ['a floor of nothing is one', changed('titleFloor', 0), undefined],
  ['weights add up to 100 and not to more', weights({ text: 8.01 }), 'weights'],
  ['nor to less', weights({ text: 7.99 }), 'weights'],
  ['a factor may have no weight', weights({ text: 0, skills: 33 }), undefined],
  ['weights have two decimals', weights({ text: 8.57, skills: 24.43 }), undefined],
  ['and no third', weights({ text: 8.005, skills: 24.995 }), 'weights.skills'],
  ['what the tenths add up to is rounded', weights({ text: 8.1, salary: 11.7, recency: 5.2 }), undefined],
  ['the tree has five levels, not four', changed('tree', [0, 0.1, 0.35, 0.7]), 'tree'],
  ['nor six', changed('tree', [0, 0.1, 0.35, 0.7, 1, 1]), 'tree'],
  ['its closeness never falls', changed('tree', [0, 0.4, 0.35, 0.7, 1]), 'tree.2'],
  ['but may stay', changed('tree', [0, 0.35, 0.35, 1, 1]), undefined],
  ['and begins at nothing or more', changed('tree.0', -0.1), 'tree.0'],
  ['or at all', changed('tree', [1, 1, 1, 1, 1]), undefined],
  ['and ends at all or less', changed('tree.4', 1.1), 'tree.4'],
  ['a level is a number', changed('tree.3', '0.7'), 'tree.3'],
])('%s', (_, settings, fault) => {
  expect(faultOf(settings)).toBe(fault)
})

test('the fault names the setting and its value', () => {
  const fault = new InvalidSettings('staleDays', 0)
  expect([fault.name, fault.setting, fault.value]).toEqual(['InvalidSettings', 'staleDays', 0])
  expect(fault.message).toBe('match setting staleDays must not be 0')
})
