import { assert, constantFrom, date, integer, nat, property, string, stringMatching, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { divisions } from '../divisions/division.ts'
import { creditCodeCheck, organisationCheck } from './credit-code.ts'
import { explainIdProblem, readCreditCode, readId, readMobile, readResidentId } from './index.ts'
import { residentIdCheck } from './resident-id.ts'

const districts = [...divisions()].filter(({ level }) => level === 'district').map(({ code }) => code)
const DIGITS = '0123456789'
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const withCheck = (body: string): string => body + residentIdCheck(body)
const birth = date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true })
const residentIds = tuple(constantFrom(...districts), birth, nat(999)).map(([area, born, order]) =>
  withCheck(`${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`),
)

const creditCodes = tuple(
  constantFrom('91', '92', '51', '12'),
  constantFrom(...districts),
  stringMatching(/^[0-9A]{8}$/),
).map(([head, area, organisation]) => {
  const body = head + area + organisation + organisationCheck(organisation)
  return body + creditCodeCheck(body)
})

const replaced = (text: string, at: number, char: string): string => text.slice(0, at) + char + text.slice(at + 1)

test('the example of the standard for resident ids is valid, in either case of the X', () => {
  const facts = { kind: 'residentId', valid: true, born: '1949-12-31', sex: 'female', area: '110105' }
  expect(readResidentId('11010519491231002X')).toEqual({ text: '11010519491231002X', ...facts })
  expect(readResidentId(' １１０１０５ 19491231 002x ')).toMatchObject(facts)
})

test('every well-made resident id is valid and gives back its parts', () => {
  assert(
    property(residentIds, (id) => {
      const reading = readResidentId(id)
      expect(reading).toMatchObject({ valid: true, area: id.slice(0, 6) })
      expect(reading.born?.replaceAll('-', '')).toBe(id.slice(6, 14))
      expect(reading.sex).toBe(Number(id[16]) % 2 === 1 ? 'male' : 'female')
      expect(readId(id).kind).toBe('residentId')
    }),
  )
})

test('any single wrong digit of a resident id is found', () => {
  assert(
    property(residentIds, nat(16), constantFrom(...DIGITS), (id, at, digit) => {
      if (digit !== id[at]) expect(readResidentId(replaced(id, at, digit))).toMatchObject({ reason: 'checkDigit' })
    }),
  )
})

test('a resident id of a former district stays valid and leads to its city of today', () => {
  expect(readResidentId(withCheck('37028419800229012'))).toMatchObject({ valid: true, area: '370200' })
  expect(readResidentId(withCheck('51220119700101001'))).toMatchObject({ valid: true, area: '500000' })
})

test('a city without districts is an area, a city with districts is none', () => {
  expect(readResidentId(withCheck('44190019900101001'))).toMatchObject({ valid: true, area: '441900' })
  expect(readResidentId(withCheck('37020019900101001'))).toMatchObject({ valid: false, reason: 'area' })
})

test.each([
  ['37020219900230001', 'birthDate'],
  ['37020218991231001', 'birthDate'],
  ['37020219901301001', 'birthDate'],
  ['99020219900101001', 'area'],
  ['37029919900101001', 'area'],
  ['00000019900101001', 'area'],
])('the resident id %s with its check digit has a wrong %s', (body, reason) => {
  expect(readResidentId(withCheck(body))).toMatchObject({ valid: false, reason })
})

test('a birth date after the given day is refused, and only then', () => {
  const id = withCheck('37020220260301001')
  expect(readResidentId(id).valid).toBe(true)
  expect(readResidentId(id, '2026-02-28').reason).toBe('birthDate')
  expect(readResidentId(id, '2026-03-01').valid).toBe(true)
})

test('the 15-digit form is recognised with its facts and is not valid', () => {
  const reading = readResidentId('370202800229012')
  expect(reading).toMatchObject({ valid: false, reason: 'oldForm', born: '1980-02-29', sex: 'female', area: '370202' })
})

test('residence permits of people from Taiwan and of foreigners have the same form', () => {
  expect(readResidentId(withCheck('83000019900101001'))).toMatchObject({ valid: true, area: '710000' })
  expect(readResidentId(withCheck('93784019900101001'))).toMatchObject({ valid: true, area: '370000' })
})

test.each([
  ['1101051949123100', 'length'],
  ['11010519491231002Y', 'charset'],
  ['110105********002X', 'masked'],
])('the text %s is no resident id: %s', (text, reason) => {
  expect(readResidentId(text)).toMatchObject({ kind: 'residentId', valid: false, reason })
})

test('every well-made credit code is valid and names its area', () => {
  assert(
    property(creditCodes, (code) => {
      expect(readCreditCode(code.toLowerCase())).toMatchObject({ valid: true, area: code.slice(2, 8) })
    }),
  )
})

test('any single wrong character of a credit code is found', () => {
  assert(
    property(creditCodes, nat(17), constantFrom(...ALPHABET), (code, at, char) => {
      if (char !== code[at]) expect(readCreditCode(replaced(code, at, char))).toMatchObject({ reason: 'checkDigit' })
    }),
  )
})

const creditCode = (body: string): string => body + creditCodeCheck(body)
const organisation = (body: string): string => body + organisationCheck(body)

test('the example of the standard for organisation codes has its check character', () => {
  expect(organisation('D2143569')).toBe('D2143569X')
})

test.each([
  [creditCode(`00370202${organisation('MA3C0000')}`), 'authority'],
  [creditCode(`95370202${organisation('MA3C0000')}`), 'authority'],
  [creditCode(`91990202${organisation('MA3C0000')}`), 'area'],
  [creditCode('91370202MA3C00001'), 'organisation'],
  ['91370202MA3C0000I5', 'charset'],
  ['91370202MA3C00', 'length'],
])('the credit code %s is wrong: %s', (text, reason) => {
  expect(readCreditCode(text)).toMatchObject({ kind: 'creditCode', valid: false, reason })
})

test('a code of a development zone leads to its city, a national one to no area', () => {
  expect(readCreditCode(creditCode(`91320594${organisation('MA3C0000')}`))).toMatchObject({
    valid: true,
    area: '320500',
  })
  expect(readCreditCode(creditCode(`11100000${organisation('MA3C0000')}`))).not.toHaveProperty('area')
})

test.each([
  '13800138000',
  '+86 138-0013-8000',
  '008613800138000',
  '86 13800138000',
  '１３８００１３８０００',
  '138 0013 8000',
])('the mobile number is read from %s', (text) => {
  expect(readMobile(text)).toEqual({ text, kind: 'mobile', valid: true })
})

test.each(['14500000000', '16600000000', '17100000000', '19000000000', '19200000000', '19900000000'])(
  'the newer range of %s is in use',
  (text) => {
    expect(readMobile(text).valid).toBe(true)
  },
)

test.each([
  ['0532-80000000', 'landline'],
  ['400-820-8820', 'landline'],
  ['12300000000', 'prefix'],
  ['15400000000', 'prefix'],
  ['1380013800', 'length'],
  ['138****8000', 'masked'],
  ['+852 6123 4567', 'foreign'],
  ['微信同号', 'charset'],
])('%s is no mobile number: %s', (text, reason) => {
  expect(readMobile(text)).toEqual({ text, kind: 'mobile', valid: false, reason })
})

test('the kind of an identifier is told from its form', () => {
  expect(readId('13800138000').kind).toBe('mobile')
  expect(readId('11010519491231002X').kind).toBe('residentId')
  expect(readId('370202800229012')).toMatchObject({ kind: 'residentId', reason: 'oldForm' })
  expect(readId('91370202MA3C00001A').kind).toBe('creditCode')
  expect(readId(creditCode(`91370202${organisation('71800000')}`))).toMatchObject({ kind: 'creditCode', valid: true })
  expect(readId('370202199001010000')).toMatchObject({ kind: 'residentId', valid: false })
  expect(readId('张三')).toEqual({ text: '张三', kind: 'unknown', valid: false })
})

test('any text is read without an error, kept as given, and what is not valid says why', () => {
  assert(
    property(string(), integer(), (text, number) => {
      for (const given of [text, String(number)])
        for (const read of [readCreditCode, readResidentId, readMobile]) {
          const reading = read(given)
          expect(reading.text).toBe(given)
          if (!reading.valid) expect(explainIdProblem(reading.reason!, 'zh')).not.toBe('')
        }
    }),
  )
})
