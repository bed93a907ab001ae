import { type Division, distanceKm, division, divisionsUnder, isWithin } from '@renshu/codes'
import { assert, constantFrom, oneof, property } from 'fast-check'
import { expect, test } from 'vitest'
import { isAround, isInside, kmOf, wayBetween } from './ways.ts'

const withAllUnder = (one: Division): string[] => [one.code, ...divisionsUnder(one.code).flatMap(withAllUnder)]
const provinces = Array.from({ length: 90 }, (_, at) => division(`${at + 10}0000`) ?? []).flat()
const codes = provinces.flatMap(withAllUnder)
const near = codes.filter((code) => code.startsWith('3702'))
const notInForce = ['', '999999', '370205', '3702', '000000']
const anyPlace = oneof(constantFrom(...codes), constantFrom(...near), constantFrom(...notInForce))

test('a way is what the divisions tell, however often it is asked for', () => {
  expect(codes.length).toBeGreaterThan(3000)
  assert(
    property(anyPlace, anyPlace, (from, to) => {
      const km = distanceKm(from, to)
      const told = [km === undefined ? undefined : Math.round(km), isWithin(from, to)]
      for (const way of [wayBetween(from, to), wayBetween(from, to)]) {
        expect([kmOf(way), isInside(way)]).toEqual(told)
        expect(isAround(way)).toBe(isWithin(to, from) && !isWithin(from, to))
      }
    }),
    { numRuns: 2000 },
  )
})

test('ways asked for later do not lose the earlier ones', () => {
  const first = near.map((code) => wayBetween('370202', code))
  for (const code of codes) wayBetween('370202', code)
  expect(near.map((code) => wayBetween('370202', code))).toEqual(first)
  expect(first.map(kmOf)).toEqual(near.map((code) => Math.round(distanceKm('370202', code)!)))
})
