import { assert, nat, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { secretsOf } from './secrets.ts'

const secrets = secretsOf(Buffer.alloc(32, 7))

test('what is sealed opens to the same text, and never looks the same twice', () => {
  assert(
    property(string({ unit: 'binary' }), (plain) => {
      const sealed = secrets.seal(plain)
      return sealed !== secrets.seal(plain) && secrets.open(sealed) === Buffer.from(plain, 'utf8').toString('utf8')
    }),
  )
})

test('a sealed text with any character changed does not open', () => {
  const sealed = secrets.seal('13800000000')
  assert(
    property(nat(sealed.length - 4), (at) => {
      const place = at + 3
      const other = sealed[place] === 'A' ? 'B' : 'A'
      // The last character of base64url may carry bits that mean nothing.
      if (place === sealed.length - 1) return true
      expect(() => secrets.open(sealed.slice(0, place) + other + sealed.slice(place + 1))).toThrow()
      return true
    }),
  )
})

test('another key opens nothing and finds nothing', () => {
  const other = secretsOf(Buffer.alloc(32, 8))
  expect(() => other.open(secrets.seal('x'))).toThrow()
  expect(other.blind('phone', '13800000000')).not.toBe(secrets.blind('phone', '13800000000'))
})

test('equal values are found again, but only for the same purpose', () => {
  assert(
    property(tuple(string(), string()), ([a, b]) => (secrets.blind('p', a) === secrets.blind('p', b)) === (a === b)),
  )
  expect(secrets.blind('phone', 'x')).not.toBe(secrets.blind('residentId', 'x'))
})

test('a key of another length is refused', () => {
  expect(() => secretsOf(Buffer.alloc(31))).toThrow(RangeError)
})
