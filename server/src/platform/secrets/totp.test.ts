import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { base32, newTotpSecret, totpStep, totpUrl } from './totp.ts'

const STEP = 30
const oracle = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), period: STEP, digits: 6 })

test('codes are those of RFC 6238', () => {
  const secret = base32(Buffer.from('12345678901234567890'))
  expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ] as const)
    expect(totpStep(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / STEP))
})

test('another implementation makes the same codes, of any secret and at any time', () => {
  for (let tries = 0; tries < 200; tries++) {
    const secret = newTotpSecret()
    const timestamp = randomBytes(5).readUIntBE(0, 5)
    const code = oracle(secret).generate({ timestamp })
    expect(totpStep(secret, code, new Date(timestamp))).toBe(Math.floor(timestamp / 1000 / STEP))
  }
})

test('a step of drift is allowed, two are not', () => {
  const secret = newTotpSecret()
  const at = 1_772_000_010_000
  const codeAt = (steps: number) => oracle(secret).generate({ timestamp: at + steps * STEP * 1000 })
  const now = Math.floor(at / 1000 / STEP)
  expect([-2, -1, 0, 1, 2].map((steps) => totpStep(secret, codeAt(steps), new Date(at)))).toEqual([
    undefined,
    now - 1,
    now,
    now + 1,
    undefined,
  ])
  for (const code of ['', '12345', '1234567', 'abcdef']) expect(totpStep(secret, code, new Date(at))).toBeUndefined()
})

test('the address says what an authenticator needs', () => {
  const url = new URL(totpUrl('GEZDGNBVGY3TQOJQ', '人枢 Renshu', '于海洋'))
  expect(url.protocol).toBe('otpauth:')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    issuer: '人枢 Renshu',
    secret: 'GEZDGNBVGY3TQOJQ',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
  expect(decodeURIComponent(url.pathname)).toContain('人枢 Renshu:于海洋')
})
