import { expect, test } from 'vitest'
import { tellingReasons } from './telling.ts'

test('reasons stand by their points, what speaks against apart and once, and fillers nowhere', () => {
  const reason = (factor: string, points: number, of: number, telling = true) => {
    return { factor, points, of, text: factor, telling }
  }
  const reasons = [
    reason('text', 249, 800, false),
    reason('place', 1000, 1000),
    reason('skills', 300, 2500),
    reason('title', 1750, 3500),
    reason('years', 0, 500),
  ]
  const missing = [{ constraint: 'years', text: 'years' }]
  const { good, weak } = tellingReasons({ reasons, missing })
  expect(good.map(({ factor }) => factor)).toEqual(['title', 'place'])
  expect(weak.map(({ factor }) => factor)).toEqual(['skills'])
  expect(reasons[0]!.factor).toBe('text')
})
