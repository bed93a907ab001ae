import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshPool } from '../testing/database.ts'
import { fuzz, type FuzzReport } from '../testing/fuzz/fuzz.ts'
import { type Ground, openGround } from '../testing/fuzz/ground.ts'

let ground: Ground
let report: FuzzReport
beforeAll(async () => {
  ground = await openGround(await freshPool())
  report = await fuzz({ ...ground, times: 25, seed: 20261121 })
}, 600_000)
afterAll(() => ground.close())

test('no input whatever makes a route fail', () => {
  expect(report.broken).toEqual([])
})

test('every route is called, and inputs get past its contract', () => {
  expect(Object.keys(report.perRoute)).toHaveLength(ground.endpoints.length)
  const unreached = Object.entries(report.perRoute).filter(([, { past }]) => past === 0)
  expect(unreached.map(([name]) => name)).toEqual([])
  expect(report.past / report.inputs).toBeGreaterThan(0.15)
})
