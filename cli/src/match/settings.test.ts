import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_SETTINGS } from '@renshu/match'
import { expect, test } from 'vitest'
import { messagesIn } from '../messages/index.ts'
import { Stop } from '../failure/stop.ts'
import { loadSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'renshu-settings-'))
function settingsFile(content: string): string {
  const path = join(folder, 'w.json')
  writeFileSync(path, content)
  return path
}
const complaint = (content: string): Promise<string> =>
  loadSettings(settingsFile(content)).then(
    () => 'none',
    (error: unknown) => (error instanceof Stop ? error.tell(messagesIn('zh')).replace(folder, '') : String(error)),
  )

test('without a file the defaults hold', async () => {
  expect(await loadSettings(undefined)).toBe(DEFAULT_SETTINGS)
})

test('a file changes what it names and nothing else', async () => {
  const settings = await loadSettings(settingsFile('{"salaryTolerance": 0.1, "near": {"placeKm": 10}}'))
  expect(settings).toEqual({
    ...DEFAULT_SETTINGS,
    salaryTolerance: 0.1,
    near: { ...DEFAULT_SETTINGS.near, placeKm: 10 },
  })
})

test('a file of factor names alone is read as the weights', async () => {
  const { weights } = await loadSettings(settingsFile('{"occupation": 30, "distance": 15}'))
  expect(weights).toEqual({ ...DEFAULT_SETTINGS.weights, occupation: 30, distance: 15 })
})

test('what is wrong with a file is said in one sentence', async () => {
  expect(await complaint('weights: 1')).toBe('/w.json 不是一个 JSON 对象，应写成 {"weights": {"occupation": 40, …}}。')
  expect(await complaint('{"salaryTolerence": 1}')).toBe(
    '/w.json 里的“salaryTolerence”不是一项设置。是不是 salaryTolerance？',
  )
  expect(await complaint('{"near": {"placeKm": "10"}}')).toBe('/w.json 里的“near.placeKm”不能是 "10"。')
  expect(await complaint('{"salaryTolerance": -1}')).toBe('/w.json 里的“salaryTolerance”不能是 -1。')
  expect(await complaint('{"occupation": 90}')).toMatch('权重之和应为 100，现在是 155')
})
