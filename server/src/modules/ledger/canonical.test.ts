import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalEntry, hashOfBatch, hashOfEntry, runsOf, seqsIn } from './canonical.ts'
import type { EntryRow } from './tables.ts'

const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)
const entry: fc.Arbitrary<Omit<EntryRow, 'hash'>> = fc.record({
  city: fc.constantFrom('370200', '371100'),
  id: fc.uuid(),
  seq: fc.nat(),
  kind: text,
  counts: fc.constantFrom('personTimes', 'persons', 'fen'),
  occurredOn: fc.constantFrom('2026-03-01', '2026-03-02'),
  recordedAt: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
  district: maybe(text),
  organisationId: maybe(fc.uuid()),
  throughOrganisationId: maybe(fc.uuid()),
  personPseudonym: maybe(text),
  occupation: maybe(text),
  industry: maybe(text),
  count: fc.maxSafeInteger(),
  amountFen: maybe(fc.maxSafeInteger()),
  sourceModule: text,
  sourceId: text,
  reversesId: maybe(fc.uuid()),
  reason: maybe(text),
  recordedBy: maybe(text),
})

test('two entries have the same text only when every field is the same', () => {
  fc.assert(
    fc.property(entry, entry, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (one, other, mask) => {
      const names = Object.keys(one) as (keyof typeof one)[]
      // Most fields alike, so that a difference in one of them is what is tested.
      const mixed = {
        ...one,
        ...Object.fromEntries(names.filter((_, at) => mask[at]).map((name) => [name, other[name]])),
      }
      const isSame = names.every(
        (name) => String(one[name]) === String(mixed[name]) && (one[name] === null) === (mixed[name] === null),
      )
      return (canonicalEntry(one) === canonicalEntry(mixed)) === isSame
    }),
    { numRuns: 500 },
  )
})

test('the order in which fields were put together does not matter', () => {
  fc.assert(
    fc.property(entry, (one) => {
      const turned = Object.fromEntries(Object.entries(one).toReversed()) as typeof one
      return hashOfEntry(turned) === hashOfEntry(one)
    }),
  )
})

test('the documented text of an entry', () => {
  const nothing = {
    district: null,
    organisationId: null,
    throughOrganisationId: null,
    occupation: null,
    industry: null,
  }
  const example = {
    ...nothing,
    city: '370200',
    id: '0197a5c0-0000-7000-8000-000000000001',
    seq: 1,
    kind: 'accounts.personRegistered',
    counts: 'persons' as const,
    occurredOn: '2026-03-01',
    recordedAt: new Date('2026-03-01T01:02:03.004Z'),
    personPseudonym: '00112233445566778899aabbccddeeff',
    count: 1,
    amountFen: null,
    sourceModule: 'accounts',
    sourceId: 'a',
    reversesId: null,
    reason: null,
    recordedBy: null,
  }
  expect(canonicalEntry(example)).toBe(
    '{"city":"370200","id":"0197a5c0-0000-7000-8000-000000000001","seq":1,"kind":"accounts.personRegistered","counts":"persons","occurredOn":"2026-03-01","recordedAt":"2026-03-01T01:02:03.004Z","district":null,"organisationId":null,"throughOrganisationId":null,"personPseudonym":"00112233445566778899aabbccddeeff","occupation":null,"industry":null,"count":1,"amountFen":null,"sourceModule":"accounts","sourceId":"a","reversesId":null,"reason":null,"recordedBy":null}',
  )
})

test('numbers of a batch are read back as they were written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a - b)
      return JSON.stringify([...seqsIn(runsOf(sorted), 1000)]) === JSON.stringify(sorted)
    }),
  )
  expect(runsOf([1, 2, 3, 5, 7, 8])).toBe('1-3,5,7-8')
})

test('a list of numbers that somebody swelled does not swell the memory', () => {
  expect(seqsIn('1-999999999999', 100).size).toBe(100)
})

test('the order of entries is part of a batch', () => {
  const batch = {
    city: '370200',
    number: 1,
    firstSeq: 1,
    lastSeq: 2,
    seqs: '1-2',
    entries: 2,
    previousHash: '',
    sealedAt: new Date(0),
  }
  expect(hashOfBatch(batch, ['a', 'b'])).not.toBe(hashOfBatch(batch, ['b', 'a']))
})
