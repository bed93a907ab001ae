import { describe, expect, test } from 'vitest'
import { makePair } from '../testing/contests.ts'
import { Contest, type ContestColumns, type Pair } from './contest.ts'
import { InvalidContest } from './errors.ts'
import { MOST_SEEKERS } from './limits.ts'

const COLUMNS: ContestColumns = {
  seekers: 2,
  capacity: [1, 2],
  start: [0, 2, 3],
  post: [0, 1, 1],
  forSeeker: [10, 20, 30],
  forPost: [1, 2, 3],
  fit: [4, 5, 6],
}

const refusal = (make: () => Contest): unknown => {
  try {
    return make()
  } catch (error) {
    return error instanceof InvalidContest ? error.field : error
  }
}

test('pairs stand seeker by seeker, the preferred first, equal ones by the number of the post', () => {
  const pairs = [
    makePair(1, 2, 30),
    makePair(0, 2, 20, { forPost: 7 }),
    makePair(1, 1, 30),
    makePair(0, 0, 20),
    makePair(0, 1, 21),
  ]
  expect(Contest.of(2, [1, 1, 1], pairs)).toMatchObject({
    start: Uint32Array.of(0, 3, 5),
    post: Uint32Array.of(1, 0, 2, 1, 2),
    forSeeker: Uint32Array.of(21, 20, 20, 30, 30),
    forPost: Uint32Array.of(21, 20, 7, 30, 30),
    fit: Uint32Array.of(21, 20, 20, 30, 30),
  })
})

test('columns and pairs make the same contest', () => {
  const pair = (seeker: number, post: number, forSeeker: number, forPost: number, fit: number): Pair => ({
    seeker,
    post,
    forSeeker,
    forPost,
    fit,
  })
  const pairs = [pair(1, 1, 30, 3, 6), pair(0, 1, 20, 2, 5), pair(0, 0, 10, 1, 4)]
  expect(Contest.fromColumns(COLUMNS)).toEqual(Contest.of(2, [1, 2], pairs))
})

describe('a contest is refused', () => {
  test.each([-1, 1.5, Number.NaN, Infinity, MOST_SEEKERS + 1])('of %d seekers', (seekers) => {
    expect(refusal(() => Contest.of(seekers, [], []))).toBe('seekers')
  })

  test.each([-1, 1.5, Number.NaN, Infinity, 2 ** 32])('with %d places at a post', (places) => {
    expect(refusal(() => Contest.of(1, [1, places], []))).toBe('capacity')
  })

  test.each([-1, 2, 0.5, Number.NaN])('with a pair of seeker %d of 2', (seeker) => {
    expect(refusal(() => Contest.of(2, [1], [makePair(seeker, 0)]))).toBe('seeker')
  })

  test.each([-1, 2, 0.5, Number.NaN])('with a pair of post %d of 2', (post) => {
    expect(refusal(() => Contest.of(1, [1, 1], [makePair(0, post)]))).toBe('post')
  })

  test.each(['forSeeker', 'forPost', 'fit'] as const)('with a worth %s out of its range', (name) => {
    for (const worth of [-1, 0.5, 10_001, Number.NaN, Infinity])
      expect(refusal(() => Contest.of(1, [1], [makePair(0, 0, 1, { [name]: worth })]))).toBe(name)
  })

  test('with a pair that is named twice', () => {
    expect(refusal(() => Contest.of(1, [1, 1], [makePair(0, 0), makePair(0, 1), makePair(0, 0, 7)]))).toBe('pair')
  })

  test.each<[what: string, field: string, change: Partial<ContestColumns>]>([
    ['rows for other seekers', 'length of start', { start: [0, 3] }],
    ['a first row that begins late', 'start', { start: [1, 2, 3] }],
    ['rows that overlap', 'start', { start: [0, 4, 3] }],
    ['rows that run backwards', 'start', { start: [0, 2, 1] }],
    ['rows that leave pairs over', 'length of post', { start: [0, 1, 2] }],
    ['a column that is too short', 'length of forPost', { forPost: [1, 2] }],
    ['a column that is too long', 'length of fit', { fit: [1, 2, 3, 4] }],
  ])('with %s', (_, field, change) => {
    expect(refusal(() => Contest.fromColumns({ ...COLUMNS, ...change }))).toBe(field)
  })
})
