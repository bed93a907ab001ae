import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { beginTrial } from './trial.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'renshu-trial-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return join(path, 'data')
}
const development = (environment: Record<string, string>, wanted = true) =>
  beginTrial(environment, wanted)['DEVELOPMENT']

test('an empty folder is for trying out, and stays so when it is filled', () => {
  const DATA_DIR = folder()
  expect(development({ DATA_DIR })).toBe('on')
  mkdirSync(join(DATA_DIR, 'pglite'))
  expect(development({ DATA_DIR })).toBe('on')
  expect(development({ DATA_DIR }, false)).toBe('on')
})

test('a folder that somebody filled otherwise never shows codes by itself', () => {
  const DATA_DIR = folder()
  mkdirSync(join(DATA_DIR, 'pglite'), { recursive: true })
  expect(development({ DATA_DIR })).toBeUndefined()
  expect(development({ DATA_DIR }, false)).toBeUndefined()
})

test('without a made-up city nothing is shown and nothing is marked', () => {
  const DATA_DIR = folder()
  expect(development({ DATA_DIR }, false)).toBeUndefined()
  expect(existsSync(DATA_DIR)).toBe(false)
})

test.each([
  { PUBLIC_URL: 'https://rc.example.gov.cn' },
  { DATABASE_URL: 'postgres://127.0.0.1/renshu' },
  { DEVELOPMENT: 'off' },
])('%o is no trial', (settings) => {
  const DATA_DIR = folder()
  expect(beginTrial({ DATA_DIR, ...settings }, true)).toEqual({ DATA_DIR, ...settings })
  expect(existsSync(DATA_DIR)).toBe(false)
})
