import { expect, test } from 'vitest'
import { searchDesks } from './search-desks.ts'

test('people are looked for at the desks where somebody recruits, each named once', () => {
  expect(
    searchDesks([
      { organisationId: 'a', role: 'owner', purposes: null },
      { organisationId: 'b', role: 'recruiter', purposes: ['recruiting'] },
      { organisationId: 'a', role: 'recruiter', purposes: ['recruiting'] },
    ]),
  ).toEqual(['a', 'b'])
})

test('who may only look, or has a mandate for something else, is led to no desk', () => {
  expect(
    searchDesks([
      { organisationId: 'a', role: 'viewer', purposes: null },
      { organisationId: 'b', role: 'recruiter', purposes: ['cases'] },
    ]),
  ).toEqual([])
})
