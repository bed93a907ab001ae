import { expect, test } from 'vitest'
import { certificate, certificates, covers } from './index.ts'

const covered = (held: string): string[] =>
  certificates()
    .map(({ code }) => code)
    .filter((code) => code !== held && covers(held, code))

const short = (held: string): string =>
  covered(held)
    .map((code) => code.replace('driving-', ''))
    .join(' ')

test('driving classes cover what the national table of classes says', () => {
  expect(short('driving-a1')).toBe('a3 b1 b2 c1 c2 c3 c4 m driving')
  expect(short('driving-a2')).toBe('b1 b2 c1 c2 c3 c4 c6 m driving')
  expect(short('driving-a3')).toBe('c1 c2 c3 c4 driving')
  expect(short('driving-b1')).toBe('c1 c2 c3 c4 m driving')
  expect(short('driving-b2')).toBe('c1 c2 c3 c4 m driving')
  expect(short('driving-c1')).toBe('c2 c3 c4 driving')
  expect(short('driving-c2')).toBe('driving')
  expect(short('driving-d')).toBe('e f')
})

test.each([
  ['driving-a1', 'driving-a2'],
  ['driving-a2', 'driving-a1'],
  ['driving-c2', 'driving-c1'],
  ['sightseeing-n2', 'forklift-n1'],
  ['forklift-n1', 'sightseeing-n2'],
  ['electric-high', 'electric-low'],
  ['electric-low', 'electric-high'],
  ['seafarer-second-mate', 'seafarer-third-mate'],
  ['seafarer-chief-mate', 'seafarer-third-mate'],
  ['seafarer-fourth-engineer', 'seafarer-third-mate'],
  ['crane-q1', 'crane-q2'],
  ['crane-q2-bridge', 'crane-q2-tower'],
  ['safety-b', 'safety-c'],
  ['cpa', 'accounting-senior'],
  ['teacher-senior', 'teacher-kindergarten'],
  ['skill-infant-5', 'skill-infant-4'],
  ['skill-infant-3', 'skill-nursery-4'],
  ['constructor-1-municipal', 'constructor-2-building'],
  ['driving', 'driving-c2'],
])('%s does not cover its neighbour %s', (held, wanted) => expect(covers(held, wanted)).toBe(false))

test.each([
  ['accounting-senior', 'accounting-junior'],
  ['cet-6', 'cet-4'],
  ['mandarin-1b', 'mandarin-2a'],
  ['teacher-senior', 'teacher-primary'],
  ['teacher-vocational', 'teacher-senior'],
  ['skill-infant-1', 'skill-infant-5'],
  ['skill-infant-5', 'skill-infant'],
  ['constructor-1-municipal', 'constructor-2-municipal'],
  ['constructor-1-port', 'constructor-1'],
  ['electric-low', 'electrician'],
  ['welding-special-equipment', 'welding'],
  ['lawyer', 'legal'],
  ['forklift-n1', 'forklift-n1'],
])('%s covers %s', (held, wanted) => expect(covers(held, wanted)).toBe(true))

test('any of joined alternatives will do', () => {
  expect(covers('driving-a2', 'driving-a1|driving-a2')).toBe(true)
  expect(covers('driving-c1', 'driving-a1|driving-a2')).toBe(false)
  expect(certificate('nurse|physician')?.name).toBe('护士执业资格或执业医师资格')
})

test('codes are unique, every certificate says what gives it, and what it covers exists', () => {
  const all = certificates()
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
  for (const { code, name, en, rule, givenBy, implies = [] } of all) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const field of [name, en, rule, givenBy]) expect(field, code).not.toBe('')
    for (const lower of implies) expect(certificate(lower), `${code} → ${lower}`).toBeDefined()
  }
})

test('an unknown code has no certificate', () => {
  expect(certificate('driving-z9')).toBeUndefined()
})
