import type { ServiceDrawing } from '@renshu/contracts'

/** Sizes in the units of the drawing. */
export const BOX = { width: 132, height: 52 }
const COLUMN = 236
const ROW = 104
const EDGE = 28
/** How far steps between the same two stages lie apart. */
const LANE = 22

type Node = ServiceDrawing['nodes'][number]
type Line = ServiceDrawing['lines'][number]

export interface PlacedLine {
  id: string
  path: string
  /** Where its words stand. */
  at: { x: number; y: number }
}

const cornerOf = ({ column, row }: Pick<Node, 'column' | 'row'>) => ({
  x: EDGE + column * COLUMN,
  y: EDGE + LANE + row * ROW,
})

/** Width and height of the whole. */
export const sizeOf = ({ columns, rows }: Pick<ServiceDrawing, 'columns' | 'rows'>) => ({
  width: 2 * EDGE + (columns - 1) * COLUMN + BOX.width,
  height: 2 * (EDGE + LANE) + (rows - 1) * ROW + BOX.height,
})

/** Left upper corner of each stage. */
export const placesOf = ({ nodes }: Pick<ServiceDrawing, 'nodes'>): Map<string, { x: number; y: number }> =>
  new Map(nodes.map((node) => [node.id, cornerOf(node)]))

/** A step as a curve: forward from side to side, back below, to its own stage as a loop above it. */
export function placeLine({ id, from, to, way, lane }: Line, places: ReturnType<typeof placesOf>): PlacedLine | null {
  const [start, end] = [places.get(from), places.get(to)]
  if (!start || !end) return null
  if (way === 'same') return loop(id, start, lane)
  return way === 'forward' ? forward(id, start, end, lane) : back(id, start, end, lane)
}

type Point = { x: number; y: number }

function forward(id: string, start: Point, end: Point, lane: number): PlacedLine {
  const shift = lane * LANE
  const [a, b] = [
    { x: start.x + BOX.width, y: start.y + BOX.height / 2 + shift / 3 },
    { x: end.x, y: end.y + BOX.height / 2 + shift / 3 },
  ]
  const reach = Math.max(36, Math.min(120, (b.x - a.x) / 2))
  const path = `M${a.x} ${a.y} C${a.x + reach} ${a.y + shift} ${b.x - reach} ${b.y + shift} ${b.x} ${b.y}`
  const curve = [a, { x: a.x + reach, y: a.y + shift }, { x: b.x - reach, y: b.y + shift }, b] as const
  // Long lines run together on their way and part only near where they arrive.
  return { id, path, at: pointOn(curve, b.x - a.x > COLUMN ? ARRIVING : 0.5) }
}

/** How far along a long line its number stands. */
const ARRIVING = 0.78

/** A point of a cubic curve, from 0 at its beginning to 1 at its end. */
function pointOn([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const along = (name: 'x' | 'y') =>
    (1 - t) ** 3 * a[name] + 3 * (1 - t) ** 2 * t * b[name] + 3 * (1 - t) * t ** 2 * c[name] + t ** 3 * d[name]
  return { x: along('x'), y: along('y') }
}

function back(id: string, start: Point, end: Point, lane: number): PlacedLine {
  const depth = 34 + lane * LANE
  const [a, b] = [
    { x: start.x + BOX.width / 3, y: start.y + BOX.height },
    { x: end.x + (2 * BOX.width) / 3, y: end.y + BOX.height },
  ]
  const low = Math.max(a.y, b.y) + depth
  const path = `M${a.x} ${a.y} C${a.x} ${low} ${b.x} ${low} ${b.x} ${b.y}`
  return { id, path, at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 8 + 0.75 * low } }
}

function loop(id: string, { x, y }: Point, lane: number): PlacedLine {
  const high = y - 30 - lane * LANE
  const path = `M${x + 40} ${y} C${x + 30} ${high} ${x + 92} ${high} ${x + 92} ${y}`
  return { id, path, at: { x: x + 66, y: y - 26 - 0.75 * lane * LANE } }
}
