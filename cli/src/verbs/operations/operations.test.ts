import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { EXIT } from '../../failure/exit.ts'
import { BIN, type Run } from '../../testing/run.ts'

vi.setConfig({ testTimeout: 300_000 })

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'renshu-operations-'))))
afterAll(() => rmSync(folder, { recursive: true }))

type Settings = Record<string, string>
const begin = (words: string[], settings: Settings) =>
  spawn(process.execPath, [BIN, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', ...settings },
  })

async function renshu(words: string[], settings: Settings = {}): Promise<Run> {
  const child = begin(words, settings)
  const got: Run = { code: null, output: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (got.output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (got.errors += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { ...got, code }
}

/** A running platform on a free port: its address, and how a signal ends it. */
async function started(settings: Settings) {
  const child = begin(['start', '--no-demo'], { PORT: '0', ...settings })
  const [line] = (await once(child.stderr.setEncoding('utf8'), 'data')) as [string]
  const address = /http:\S+:\d+/.exec(line)?.[0]
  if (!address) throw new Error(line)
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    return (await gone)[0] as number
  }
  return { address, stop }
}

test('the platform says where it answers, keeps its folder to itself, and ends gently at a signal', async () => {
  const running = await started({})
  const ready = await fetch(`${running.address}/api/ready`)
  expect(ready.status).toBe(200)
  const backup = await renshu(['backup', join(folder, 'busy.gz')])
  expect(backup).toMatchObject({ code: EXIT.unavailable, errors: expect.stringContaining('DATA_DIR') as string })
  const port = new URL(running.address).port
  const second = await renshu(['start', '--no-demo'], { PORT: port, DATA_DIR: join(folder, 'second') })
  expect(second).toMatchObject({ code: EXIT.unavailable, errors: expect.stringContaining(port) as string })
  expect(await running.stop()).toBe(EXIT.ok)
})

test('a backup is restored elsewhere when the key is brought along', async () => {
  const file = join(folder, 'whole.gz')
  expect(await renshu(['migrate'])).toMatchObject({ code: EXIT.ok })
  const saved = await renshu(['backup', file])
  expect(saved).toMatchObject({ code: EXIT.ok, errors: expect.stringContaining('数据密钥') as string })
  const elsewhere = { DATA_DIR: join(folder, 'elsewhere') }
  expect(await renshu(['restore', file], elsewhere)).toMatchObject({ code: EXIT.input })
  mkdirSync(join(folder, 'keyed'))
  copyFileSync(join(folder, 'data/data.key'), join(folder, 'keyed/data.key'))
  const keyed = { DATA_DIR: join(folder, 'keyed') }
  expect(await renshu(['restore', file], keyed)).toMatchObject({
    code: EXIT.ok,
    errors: expect.stringContaining('逐表核对') as string,
  })
})

test('a data key is exchanged by command, and no other than the one in use opens the database', async () => {
  const DATA_DIR = join(folder, 'exchanged')
  const [before, after] = ['44'.repeat(32), '55'.repeat(32)] as [string, string]
  await (await started({ DATA_DIR, DATA_KEY: before })).stop()
  const under = (DATA_KEY: string, DATA_KEY_OLD = '') => ({ DATA_DIR, DATA_KEY, DATA_KEY_OLD })
  expect(await renshu(['ledger', 'verify'], under(after))).toMatchObject({ code: EXIT.unavailable })
  expect(await renshu(['reseal'], under(after, before))).toMatchObject({
    code: EXIT.ok,
    errors: expect.stringContaining('已换用新密钥') as string,
  })
  expect(await renshu(['ledger', 'verify'], under(after))).toMatchObject({ code: EXIT.ok })
}, 600_000)

test('what cannot be used is told by its exit code', async () => {
  writeFileSync(join(folder, 'foreign.gz'), 'not a backup')
  const codes: [string[], Settings, number][] = [
    [['start'], { PORT: 'x' }, EXIT.usage],
    [['migrate'], { DATABASE_URL: 'postgres://127.0.0.1:1/none', DATA_KEY: '11'.repeat(32) }, EXIT.unavailable],
    [['restore', join(folder, 'absent.gz')], {}, EXIT.input],
    [['restore', join(folder, 'foreign.gz')], {}, EXIT.input],
    [['backup', join(folder, 'no/such/folder.gz')], {}, EXIT.output],
    [['ledger', 'burn'], {}, EXIT.usage],
    [['ledger', 'verify', '--head', '370200:1'], {}, EXIT.usage],
    [['ledger', 'verify'], { DATA_DIR: join(folder, 'new') }, EXIT.unavailable],
    [['db', 'distribute'], {}, EXIT.unavailable],
  ]
  for (const [words, settings, code] of codes) {
    const run = await renshu(words, settings)
    expect(run.code, `${words.join(' ')}: ${run.errors}`).toBe(code)
    expect(run.errors).not.toMatch(/ {4}at /)
  }
})

test('an empty ledger passes, but not against an older head', async () => {
  expect(await renshu(['ledger', 'verify'])).toMatchObject({ code: EXIT.ok, output: '' })
  const head = `370200:1:${'ab'.repeat(32)}`
  const cut = await renshu(['ledger', 'verify', '--head', head, '--json'])
  expect(cut.code).toBe(EXIT.failed)
  expect(JSON.parse(cut.output)).toMatchObject({
    city: '370200',
    found: 1,
    problems: [{ kind: 'headDiffers', batch: 1 }],
  })
})

test('the statements of a distribution can be read without a cluster', async () => {
  const { code, output } = await renshu(['db', 'distribute', '--dry-run'])
  expect(code).toBe(EXIT.ok)
  expect(output).toContain(`select create_distributed_table('ledger.entry', 'city'`)
})
