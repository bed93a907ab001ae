import type { ServiceDrawing } from '@renshu/contracts'
import { describe, expect, it } from 'vitest'
import { BOX, placeLine, placesOf, sizeOf } from './places.ts'

const name = { zh: '环节', en: 'Stage' }
const node = (id: string, column: number, row: number) => ({ id, label: name, column, row, end: null, clock: null })
const line = (from: string, to: string, way: 'forward' | 'back' | 'same', lane = 0) => ({
  id: `${from} ${to} ${lane}`,
  from,
  to,
  label: name,
  word: 'review' as const,
  role: 'reviewer' as const,
  way,
  lane,
  isAutomatic: false,
  fourEyes: false,
  outcomes: [],
})
const drawing: ServiceDrawing = {
  columns: 3,
  rows: 2,
  nodes: [node('a', 0, 0), node('b', 1, 1), node('c', 2, 0)],
  lines: [],
}
const places = placesOf(drawing)
const { width, height } = sizeOf(drawing)

describe('a service that is drawn', () => {
  it('has every stage inside the drawing, none over another', () => {
    for (const { x, y } of places.values()) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + BOX.width).toBeLessThanOrEqual(width)
      expect(y + BOX.height).toBeLessThanOrEqual(height)
    }
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(places.size)
  })

  it('has the words of each step inside the drawing, those between the same two stages apart', () => {
    const lines = [
      line('a', 'b', 'forward'),
      line('a', 'b', 'forward', 1),
      line('b', 'a', 'back', 2),
      line('a', 'a', 'same'),
    ]
    const placed = lines.map((each) => placeLine(each, places)!)
    for (const { at } of placed) {
      expect(at.x).toBeGreaterThan(0)
      expect(at.x).toBeLessThan(width)
      expect(at.y).toBeGreaterThan(0)
      expect(at.y).toBeLessThan(height)
    }
    expect(new Set(placed.map(({ at }) => `${at.x} ${at.y}`)).size).toBe(lines.length)
  })

  it('leaves out a step to a stage that is not drawn', () => {
    expect(placeLine(line('a', 'elsewhere', 'forward'), places)).toBeNull()
  })
})
