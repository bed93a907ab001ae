import { describe, expect, it } from 'vitest'
import { HEIGHT, layOut, type Place, REACH, WIDTH } from './layout.ts'

const place = (lat: number, lon: number, count = 10): Place => ({ lat, lon, count, halfLabel: 30 })
/** Ten seats as close as those of a coastal city. */
const town = [
  place(36.07, 120.41, 900),
  place(36.09, 120.37, 500),
  place(36.15, 120.43, 90),
  place(36.11, 120.47, 300),
  place(36.31, 120.4, 250),
  place(35.96, 120.18, 400),
  place(36.39, 120.45, 40),
  place(36.26, 120.03, 60),
  place(36.79, 119.99, 20),
  place(36.86, 120.46, 0),
]

describe('layOut', () => {
  it('keeps words of neighbouring bubbles, and where a thumb meets them, apart and everything inside the drawing', () => {
    const bubbles = layOut(town)
    for (const [i, a] of bubbles.entries()) {
      expect(a.x).toBeGreaterThan(0)
      expect(a.x).toBeLessThan(WIDTH)
      expect(a.y).toBeGreaterThan(0)
      expect(a.y).toBeLessThan(HEIGHT)
      for (const b of bubbles.slice(i + 1))
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(2 * REACH)
    }
  })

  it('puts the north above and the east to the right', () => {
    const [south, north] = layOut([place(36, 120), place(37, 120.5)])
    expect(north!.y).toBeLessThan(south!.y)
    expect(north!.x).toBeGreaterThan(south!.x)
  })

  it('draws a larger count as a larger bubble, and nobody as a visible one', () => {
    const [many, none] = layOut([place(36, 120, 100), place(37, 121, 0)])
    expect(many!.radius).toBeGreaterThan(none!.radius)
    expect(none!.radius).toBeGreaterThan(0)
  })

  it('separates two places with the same seat', () => {
    const [a, b] = layOut([place(36, 120), place(36, 120)])
    expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeGreaterThan(40)
  })

  it('has nothing to draw for no places', () => {
    expect(layOut([])).toEqual([])
  })
})
