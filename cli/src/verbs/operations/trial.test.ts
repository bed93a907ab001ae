import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { BIN } from '../../testing/run.ts'

vi.setConfig({ testTimeout: 300_000 })

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'renshu-trial-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts a platform, asks it something, stops it. @returns what was printed and what it answered */
async function tryOut<T>(words: string[], until: RegExp, ask: (address: string) => Promise<T>) {
  const child = spawn(process.execPath, [BIN, 'start', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent', PUBLIC_URL: '' },
  })
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const gone = once(child, 'exit')
  await vi.waitFor(() => expect(printed).toMatch(until), { timeout: 120_000, interval: 100 })
  const answer = await ask(/http:\S+:\d+/.exec(printed)![0])
  child.kill('SIGTERM')
  await gone
  return { printed, answer }
}

const get = async (address: string, path: string) =>
  (await (await fetch(`${address}/api/${path}`)).json()) as { demo: boolean; total: number; development: boolean }

test('an empty folder is filled with a city of the sizes asked for, and its accounts are told at every start', async () => {
  const ask = async (address: string) => ({
    isDemo: (await get(address, 'city')).demo,
    agencies: (await get(address, 'organisations?kind=agency')).total,
    showsCodes: (await get(address, 'session/ways')).development,
  })
  const first = await tryOut(['--demo-agencies', '50', '--demo-employers', '20'], /19900000009/, ask)
  expect(first.printed).toContain('正在生成演示用的青岛市')
  expect(first.printed).toMatch(/19900000001 .*全市 +[A-Z2-7]{32}\n/)
  expect(first.answer).toMatchObject({ isDemo: true, showsCodes: true })
  expect(first.answer.agencies).toBeGreaterThan(40)
  const second = await tryOut(['--lang', 'en'], /19900000009/, ask)
  expect(second.printed).not.toContain('Making up')
  expect(second.answer).toEqual(first.answer)
})

test('without a made-up city nobody is told and no code is shown', async () => {
  rmSync(join(folder, 'data'), { recursive: true })
  const { printed, answer } = await tryOut(['--no-demo'], /http:\S+:\d+/, (address) => get(address, 'session/ways'))
  expect(printed).not.toContain('19900000001')
  expect(answer.development).toBe(false)
})
