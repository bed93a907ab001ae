import { assert, nat, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { indexKeyOf, secretsOf } from './secrets.ts'

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
    property(nat(sealed.length - 13), (at) => {
      const place = at + 12
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

test('texts sealed before an exchange open by the key before, new ones are sealed with the new key', () => {
  const old = Buffer.alloc(32, 7)
  const exchanged = secretsOf(Buffer.alloc(32, 8), { keys: [old] })
  const sealed = secrets.seal('13800000000')
  expect(exchanged.open(sealed)).toBe('13800000000')
  expect([exchanged.isCurrent(sealed), secrets.isCurrent(sealed)]).toEqual([false, true])
  const anew = exchanged.seal('13800000000')
  expect(exchanged.isCurrent(anew)).toBe(true)
  expect(() => secrets.open(anew)).toThrow(RangeError)
  expect(exchanged.blinds('phone', 'x')).toEqual([exchanged.blind('phone', 'x'), secrets.blind('phone', 'x')])
})

test('a text sealed before keys had ids opens by whichever key sealed it', () => {
  const unnamed = `v1.${secrets.seal('x').split('.')[2]!}`
  expect(secretsOf(Buffer.alloc(32, 8), { keys: [Buffer.alloc(32, 7)] }).open(unnamed)).toBe('x')
  expect(() => secretsOf(Buffer.alloc(32, 8)).open(unnamed)).toThrow(RangeError)
})

test('pseudonyms are made by the oldest key for ever', () => {
  const index = indexKeyOf(Buffer.alloc(32, 7))
  const exchanged = secretsOf(Buffer.alloc(32, 8), { indexes: [index] })
  expect(exchanged.pseudonym('p')).toBe(secrets.pseudonym('p'))
  expect(exchanged.pseudonym('p')).not.toBe(secretsOf(Buffer.alloc(32, 8)).pseudonym('p'))
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
