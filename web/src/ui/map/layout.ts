export interface Place {
  /** Degrees. */
  lat: number
  lon: number
  count: number
  /** Half the width of the words at the bubble, in units of the drawing. */
  halfLabel: number
}
export interface Bubble {
  x: number
  y: number
  radius: number
}

export const WIDTH = 480
export const HEIGHT = 560
const SMALLEST = 12
const LARGEST = 40
/** Half of what a thumb needs, 44 px, where the drawing is as wide as a phone of 360 px. */
export const REACH = 33
const ROUNDS = 400
const APART = 6

/** Room a bubble takes: itself, the two lines of words at its middle, and what a thumb needs. */
const halfWidth = (radius: number, { halfLabel }: Place) => Math.max(radius, halfLabel, REACH)
const halfHeight = (radius: number) => Math.max(radius, REACH)

/** True positions, scaled evenly into the drawing; a degree of longitude shrinks with the latitude. */
function project(places: readonly Place[]): (place: Place) => { x: number; y: number } {
  const lats = places.map(({ lat }) => lat)
  const lons = places.map(({ lon }) => lon)
  const middle = { lat: (Math.min(...lats) + Math.max(...lats)) / 2, lon: (Math.min(...lons) + Math.max(...lons)) / 2 }
  const narrow = Math.cos((middle.lat * Math.PI) / 180)
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * narrow, 0.01)
  const high = Math.max(Math.max(...lats) - Math.min(...lats), 0.01)
  const scale = Math.min((WIDTH - 130) / wide, (HEIGHT - 110) / high)
  return ({ lat, lon }) => ({
    x: WIDTH / 2 + (lon - middle.lon) * narrow * scale,
    y: HEIGHT / 2 - (lat - middle.lat) * scale,
  })
}

/** Moves two bubbles that overlap apart, along the side on which they overlap least. */
function part(first: Bubble, second: Bubble, places: readonly [Place, Place]): void {
  const x = halfWidth(first.radius, places[0]) + halfWidth(second.radius, places[1]) + APART
  const y = halfHeight(first.radius) + halfHeight(second.radius) + APART
  const byX = x - Math.abs(second.x - first.x)
  const byY = y - Math.abs(second.y - first.y)
  if (byX <= 0 || byY <= 0) return
  if (byX < byY) {
    const step = (byX / 2) * (second.x < first.x ? -1 : 1)
    first.x -= step
    second.x += step
  } else {
    const step = (byY / 2) * (second.y < first.y ? -1 : 1)
    first.y -= step
    second.y += step
  }
}

/** Keeps a bubble and its words inside the drawing. */
function hold(bubble: Bubble, place: Place): void {
  const [x, y] = [halfWidth(bubble.radius, place) + 4, halfHeight(bubble.radius) + 4]
  bubble.x = Math.min(WIDTH - x, Math.max(x, bubble.x))
  bubble.y = Math.min(HEIGHT - y, Math.max(y, bubble.y))
}

/** A bubble for each place: area by count, at its true relative position, moved only as far as words would overlap. */
export function layOut(places: readonly Place[]): Bubble[] {
  if (!places.length) return []
  const at = project(places)
  const most = Math.max(1, ...places.map(({ count }) => count))
  const bubbles = places.map((place) => ({
    ...at(place),
    radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(place.count / most),
  }))
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, first] of bubbles.entries()) {
      for (let j = i + 1; j < bubbles.length; j++) part(first, bubbles[j]!, [places[i]!, places[j]!])
      hold(first, places[i]!)
    }
  return bubbles
}
