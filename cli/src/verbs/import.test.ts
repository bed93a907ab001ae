import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountsRoutes, clientOf, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { EXIT } from '../failure/exit.ts'
import { BIN, type Run } from '../testing/run.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let folder: string
let register: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'renshu-import-'))
  register = join(folder, '名册.csv')
  writeFileSync(
    register,
    [
      '单位名称,统一社会信用代码,所属区市,地址,业态,备案编号,有效期',
      '示例甲人力,91370202MA0000007L,市南区,香港中路1号,培训,示备1,2024.5.1-2029.4.30',
      '示例乙人力,91370202MA0000000X,市南区,香港中路2号,培训,示备2,2024.5.1-2029.4.30',
    ].join('\n'),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

type Settings = Record<string, string>
const environment = (settings: Settings) => ({
  ...process.env,
  DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'silent',
  ...settings,
})

async function importing(words: string[], settings: Settings = {}): Promise<Run> {
  const child = spawn(process.execPath, [BIN, 'import', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(settings),
  })
  const got: Run = { code: null, output: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (got.output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (got.errors += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { ...got, code }
}

/** The code of an authenticator (RFC 6238) at this moment. */
function codeOf(secret: string): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  )
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(step).digest()
  const number = hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** A token of the administrator of a made-up city, as its start says how to sign in. */
async function signIn(address: string, printed: string): Promise<string> {
  const accounts = (token = '') =>
    clientOf(accountsRoutes, {
      origin: address,
      send: (request) => fetch(request),
      newKey: () => crypto.randomUUID(),
      headers: () => (token ? { authorization: `Bearer ${token}` } : {}) as Record<string, string>,
    })
  const phone = '19900000001'
  await accounts().sendCode({ body: { phone } })
  const code = await vi.waitFor(
    async () => {
      const { items } = await accounts().listShownMessages()
      return /\d{6}/.exec(items.find(({ to }) => to === phone)!.text)![0]
    },
    { timeout: 30_000, interval: 200 },
  )
  const { token } = await accounts().signInByCode({ body: { phone, code, client: 'program' } })
  const secret = /\b[A-Z2-7]{32}\b/.exec(printed)![0]
  const passed = await accounts(token!).passSecondFactor({ body: { code: codeOf(secret), client: 'program' } })
  return passed.token!
}

test('a register goes into the database, rejected rows into a file, and a second time nothing changes', async () => {
  const first = await importing(['register', register, '--json'])
  expect(first.code).toBe(EXIT.ok)
  expect(JSON.parse(first.output)).toEqual({ read: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 })
  expect(first.errors).toContain('读取 2 行 = 新增 1 + 更新 0 + 未变 0 + 退回 1')
  expect(readFileSync(`${register}.rejects.csv`, 'utf8')).toMatch(/3,统一社会信用代码,91370202MA0000000X,/)
  const second = await importing(['register', register, '--lang', 'en'])
  expect(second.errors).toContain('read 2 rows = 0 new + 0 changed + 1 as before + 1 rejected')
})

test('a register goes into a running platform in the name of an officer', async () => {
  const child = spawn(process.execPath, [BIN, 'start', '--demo-agencies', '0', '--demo-employers', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment({ DATA_DIR: join(folder, 'running'), PORT: '0' }),
  })
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
  await vi.waitFor(() => expect(printed).toContain('19900000009'), { timeout: 120_000, interval: 100 })
  const address = /http:\S+:\d+/.exec(printed)![0]
  rmSync(`${register}.rejects.csv`, { force: true })
  try {
    const settings = { RENSHU_TOKEN: await signIn(address, printed) }
    const done = await importing(['register', register, '--server', address], settings)
    expect(done).toMatchObject({ code: EXIT.ok, errors: expect.stringContaining('新增 1') as string })
    expect(existsSync(`${register}.rejects.csv`)).toBe(true)
    const refused = await importing(['register', register, '--server', address], { RENSHU_TOKEN: 'x' })
    expect(refused).toMatchObject({ code: EXIT.unavailable, errors: expect.stringContaining('请先登录') as string })
    const { items } = await clientOf(registryRoutes, {
      origin: address,
      send: (request) => fetch(request),
      newKey: () => crypto.randomUUID(),
    }).directory({ query: { q: '示例甲' } })
    expect(items.map(({ name }) => name)).toEqual(['示例甲人力'])
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
})

test('postings go into the demo that runs here, as the demo employer, and a second time nothing changes', async () => {
  const postings = join(folder, '岗位.csv')
  const rows = [
    '编号,职位名称,工作地点,薪资,职位描述',
    'a-1,叉车司机,青岛市黄岛区,6000-8000,装卸货物，包住。',
    'a-2,,青岛市市南区,5000,没有名称。',
    'a-3,前台,青岛市市南区,5000,接待来访，限男性。',
    'a-4,保洁员,青岛市市北区,3500,打扫办公楼。',
  ]
  writeFileSync(postings, rows.join('\n'))
  const child = spawn(process.execPath, [BIN, 'start', '--demo-agencies', '20', '--demo-employers', '30'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment({ DATA_DIR: join(folder, 'posting'), PORT: '0' }),
  })
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
  await vi.waitFor(() => expect(printed).toContain('19900000009'), { timeout: 120_000, interval: 100 })
  const address = /http:\S+:\d+/.exec(printed)![0]
  try {
    const first = await importing(['jobs', postings, '--server', address, '--json'])
    expect(first).toMatchObject({ code: EXIT.ok, errors: expect.stringContaining('演示账号') as string })
    expect(JSON.parse(first.output)).toEqual({
      read: 4,
      created: 2,
      updated: 0,
      unchanged: 0,
      waiting: 0,
      rejected: 2,
    })
    expect(readFileSync(`${postings}.rejects.csv`, 'utf8')).toMatch(/4,description,限男性,.*第二十七条/)
    const limited = await importing(['jobs', postings, '--server', address, '--limit', '1', '--json'])
    expect(JSON.parse(limited.output)).toMatchObject({ read: 1, created: 0, unchanged: 1 })
    const strange = await importing(['jobs', postings, '--server', address, '--organisation', 'x'])
    expect(strange.code).toBe(EXIT.usage)
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
})

test('what cannot be imported is told, with nothing imported', async () => {
  const wrong = join(folder, 'wrong.csv')
  writeFileSync(wrong, '姓名,电话\n甲,乙\n')
  expect(await importing(['register', wrong])).toMatchObject({ code: EXIT.input })
  expect(await importing(['register', join(folder, 'none.csv')])).toMatchObject({ code: EXIT.input })
  expect(await importing(['people', wrong])).toMatchObject({ code: EXIT.usage })
  expect(await importing(['register', wrong, '--city', '379900'])).toMatchObject({ code: EXIT.usage })
  expect(await importing(['register', wrong, '--server', 'ftp://x'])).toMatchObject({ code: EXIT.usage })
  expect(await importing(['jobs', register, '--city', '379900'], { PORT: '1' })).toMatchObject({ code: EXIT.usage })
  const away = await importing(['register', wrong, '--server', 'http://127.0.0.1:9'])
  expect(away).toMatchObject({ code: EXIT.unavailable, errors: expect.stringContaining('连不上') as string })
})
