import { scrypt } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { hashPassword, matchesPassword } from './passwords.ts'

/** What each call of scrypt waits for, in order. */
type Done = (error: Error | null, key: Buffer) => void
const asked: Done[] = []
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  scrypt: vi.fn((_password: string, _salt: Buffer, _length: number, _settings: object, done: Done) => asked.push(done)),
}))
const KEY = Buffer.alloc(32, 1)
/** Lets everything run that waits for nothing outside. */
const turn = () => new Promise((resolve) => setImmediate(resolve))
beforeEach(() => {
  asked.length = 0
  vi.mocked(scrypt).mockClear()
})

test('two passwords are hashed at once, a third waits until one of them is done', async () => {
  const hashing = ['一', '二', '三', '四'].map(hashPassword)
  await turn()
  expect(asked).toHaveLength(2)
  asked[1]!(null, KEY)
  await hashing[1]
  await turn()
  expect(asked).toHaveLength(3)
  for (const at of [0, 2]) asked[at]!(null, KEY)
  await turn()
  asked[3]!(null, KEY)
  expect(new Set((await Promise.all(hashing)).map((hash) => hash.split('.').at(-1))).size).toBe(1)
})

test('comparing takes a place as hashing does, and a failure gives its place to the next', async () => {
  const [first, second, third] = [hashPassword('一'), matchesPassword('二', null), hashPassword('三')]
  await turn()
  expect(asked).toHaveLength(2)
  asked[0]!(new Error('out of memory'), KEY)
  await expect(first).rejects.toThrow('out of memory')
  await turn()
  expect(asked).toHaveLength(3)
  for (const at of [1, 2]) asked[at]!(null, KEY)
  expect(await second).toBe(false)
  await third
})
