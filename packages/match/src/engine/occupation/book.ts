import type { Scene } from '../../aspect.ts'
import type { Offer } from '../../factors/occupation.ts'
import type { Settings } from '../../settings.ts'
import type { TitleSketch } from '../../titles.ts'
import { Arena, type ArenaState } from '../arena.ts'
import { Classes } from '../classes/classes.ts'
import { DIRECTION_BYTES, type Kernel, loadKernel } from '../kernel/index.ts'

/** A title with its readings; nothing stands for a talent without a wish. */
export type OccupationPart = Offer | undefined

const keyOf = (part: OccupationPart): string => {
  if (!part) return ''
  let key = ''
  for (const { code, confidence } of part.occupations) key += `${code}:${confidence}|`
  // Last, because a title may hold anything.
  return `${key}=${part.title}`
}

/** Where the digits of the levels 2 中类, 3 小类 and 4 细类 of a 大典 code end. */
const LEVEL_ENDS = [4, 7, 10] as const

/** Set in a ceiling when the class is surely foreign to the asker. */
export const FOREIGN = 0x8000

const [UNREAD, DOUBTFUL, SURE] = [0, 1, 2]
/** Where titles without readings stand: behind the five levels of the tree. */
const UNREAD_KIND = 5
/** The deepest level at which two readings without a common 中类 can meet. */
const FAR = 1
/** More points than the rounding of fractions can make out. */
const ROUNDING = 1e-6
/** A share of so much less than a whole number of points is rounded up to it. */
const HALF = 0.5

/** How one asker lies to all classes of a book. */
type View = {
  sketch: TitleSketch
  kin: number
  /** One over the length of the asker's direction. */
  inverse: number
  reading: number
  dots: Int32Array
  zones: Uint8Array
  /** Share that a common level gives. */
  closeness: number[]
}
/** Classes there is room for at first. */
const FIRST_ROOM = 256

/** Classes and what is known of their titles. */
export type OccupationState = { parts: OccupationPart[]; arena: ArenaState }

/** The occupation classes of one side, with what tells from afar how close a title can be to them. */
export class OccupationBook {
  readonly classes: Classes<OccupationPart>
  readonly #scene: Scene
  readonly #byGroup = new Map<string, number[]>()
  readonly #byKin = new Map<number, number[]>()
  /** Classes of which nothing is known from afar. */
  readonly #blind: number[] = []
  /** One over the length of each direction, 0 without one. */
  #inverse = new Float64Array(FIRST_ROOM)
  /** Whether each class has no reading, a doubtful or a sure one. */
  #readings = new Uint8Array(FIRST_ROOM)
  #arena!: Arena
  #kernel!: Kernel
  #directions!: Int8Array
  #kins!: Uint32Array
  #known = 0

  /** @param known the state of an earlier time, to go on from */
  constructor(scene: Scene, known?: OccupationState) {
    this.#scene = scene
    this.classes = new Classes(keyOf, known?.parts)
    this.#makeRoom(Math.max(FIRST_ROOM, this.size))
    if (known) this.#recall(Arena.from(known.arena))
    this.#learn()
  }

  get state(): OccupationState {
    return { parts: this.classes.parts, arena: this.#arena.state }
  }

  get size(): number {
    return this.classes.size
  }

  /** @throws IndexFull */
  number(part: OccupationPart): number {
    const number = this.classes.number(part)
    if (number >= this.#known) this.#learn()
    return number
  }

  /** Classes in the order of the tree, by best reading and then by title: the place of each. */
  ranks(): Uint32Array {
    const codes = this.classes.parts.map((part) => `${part?.occupations[0]?.code ?? ''}|${part?.title ?? ''}`)
    const order = Array.from(codes, (_, number) => number).sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1))
    const ranks = new Uint32Array(order.length)
    for (const [rank, number] of order.entries()) ranks[number] = rank
    return ranks
  }

  /**
   * Writes to `ceilings` the most points (hundredths) that each class can give to `asker`, from what is known without
   * comparing the titles, and {@link FOREIGN} where that is enough to know that they are foreign to each other.
   */
  ceilings(asker: OccupationPart, ceilings: Uint16Array): void {
    const { settings } = this.#scene
    const full = Math.round(settings.weights.occupation * 100)
    const view = this.#viewOf(asker)
    if (!view) {
      ceilings.fill(full, 0, this.size)
      return
    }
    const { sketch, inverse, reading, dots, zones, closeness } = view
    const least = settings.leastOccupation * full - ROUNDING
    for (let number = 0; number < this.size; number++) {
      const above = aboveFloor(sketch.ceiling(dots[number]! * inverse * this.#inverse[number]!), settings)
      const common = Math.min(reading, this.#readings[number]!)
      const most = full * (common === UNREAD ? above : closeness[zones[number]!]! + settings.titlePart * above)
      const isForeign = common === SURE && zones[number] === FAR && most < least
      ceilings[number] = Math.min(full, Math.ceil(most + ROUNDING)) | (isForeign ? FOREIGN : 0)
    }
    for (const number of this.#unclear(view)) ceilings[number] = full
  }

  /** Classes that may give so many points, as far as can be told without comparing the titles. */
  reaching(asker: OccupationPart, points: number): number[] {
    const { settings } = this.#scene
    const view = this.#viewOf(asker)
    if (!view) return Array.from({ length: this.size }, (_, number) => number)
    const { inverse, reading, dots, zones } = view
    const least = this.#leastCosines(view, (points - HALF) / Math.round(settings.weights.occupation * 100))
    const [inverses, readings] = [this.#inverse, this.#readings]
    const found: number[] = []
    for (let number = 0; number < this.size; number++) {
      const kind = reading === UNREAD || readings[number] === UNREAD ? UNREAD_KIND : zones[number]!
      if (dots[number]! * inverse * inverses[number]! >= least[kind]!) found.push(number)
    }
    return [...new Set([...found, ...this.#unclear(view)])]
  }

  /** For each level of the tree, and last for titles without readings, the cosine from which a share can be reached. */
  #leastCosines({ sketch, closeness }: View, share: number): number[] {
    const { settings } = this.#scene
    const leastFor = (above: number): number => {
      if (above <= 0) return -Infinity
      let [low, high] = [-1 - ROUNDING, 1 + ROUNDING]
      for (let step = 0; step < 40; step++) {
        const middle = (low + high) / 2
        if (aboveFloor(sketch.ceiling(middle), settings) >= above) high = middle
        else low = middle
      }
      return low - ROUNDING
    }
    const byTitle = (missing: number) => (settings.titlePart > 0 ? missing / settings.titlePart : missing > 0 ? 2 : 0)
    return [...closeness.map((close) => leastFor(byTitle(share - close - ROUNDING))), leastFor(share - ROUNDING)]
  }

  /** How an asker lies to all classes; nothing when its title says nothing from afar. */
  #viewOf(asker: OccupationPart): View | undefined {
    const { settings, titles } = this.#scene
    const { sketch } = titles
    if (!asker || !sketch) return undefined
    const vector = titles.vector(asker.title)
    const direction = sketch.direction(vector)
    const inverse = inverseOf(direction)
    if (inverse === 0 || direction.length > DIRECTION_BYTES) return undefined
    this.#directions.fill(0, 0, DIRECTION_BYTES)
    this.#directions.set(direction, 0)
    const dots = this.#arena.column('dots', 'i32')
    this.#kernel.dots(this.#directions.byteOffset, 1, this.size + 1, this.#directions.byteOffset, dots.byteOffset)
    const closeness = settings.tree.map((share) => (1 - settings.titlePart) * share)
    const reading = readingOf(asker, settings)
    return { sketch, kin: sketch.kin(vector), inverse, reading, dots, zones: this.#zonesOf(asker), closeness }
  }

  /** Classes about which the cosine says nothing. */
  #unclear({ kin }: View): number[] {
    return [...this.#blind, ...(this.#byKin.get(kin) ?? [])]
  }

  /** The deepest level at which each class may meet the asker; {@link FAR} where they have no 中类 in common. */
  #zonesOf(asker: Offer): Uint8Array {
    const zones = this.#arena.column('zones', 'u8').fill(FAR)
    for (const [i, end] of LEVEL_ENDS.entries())
      for (const { code } of asker.occupations)
        if (code.length >= end) for (const number of this.#byGroup.get(code.slice(0, end)) ?? []) zones[number] = i + 2
    return zones
  }

  #learn(): void {
    if (this.size > this.#inverse.length) this.#makeRoom(this.size * 2)
    for (; this.#known < this.size; this.#known++) this.#learnClass(this.#known, this.classes.parts[this.#known])
  }

  #learnClass(number: number, part: OccupationPart): void {
    const { titles } = this.#scene
    const vector = part && titles.sketch && titles.vector(part.title)
    const direction = vector && titles.sketch!.direction(vector)
    if (direction && direction.length <= DIRECTION_BYTES) {
      this.#directions.set(direction, (number + 1) * DIRECTION_BYTES)
      this.#kins[number] = titles.sketch!.kin(vector)
    }
    this.#enter(number, part)
  }

  /** Directions are copied, so that every thread has scratch of its own beside them. */
  #recall(known: Arena): void {
    this.#directions.set(known.column('directions', 'i8').subarray(0, (this.size + 1) * DIRECTION_BYTES))
    this.#kins.set(known.column('kins', 'u32').subarray(0, this.size))
    for (; this.#known < this.size; this.#known++) this.#enter(this.#known, this.classes.parts[this.#known])
  }

  #enter(number: number, part: OccupationPart): void {
    for (const group of groupsOf(part)) append(this.#byGroup, group, number)
    this.#readings[number] = readingOf(part, this.#scene.settings)
    const at = (number + 1) * DIRECTION_BYTES
    this.#inverse[number] = inverseOf(this.#directions.subarray(at, at + DIRECTION_BYTES))
    if (this.#inverse[number] === 0) this.#blind.push(number)
    else append(this.#byKin, this.#kins[number]!, number)
  }

  /** The first direction of the matrix is the asker's. */
  #makeRoom(size: number): void {
    const [directions, kins] = [this.#directions, this.#kins]
    this.#arena = Arena.ofSize(size * (DIRECTION_BYTES + 12))
    this.#directions = this.#arena.add('directions', 'i8', (size + 1) * DIRECTION_BYTES)
    this.#kins = this.#arena.add('kins', 'u32', size)
    this.#arena.add('dots', 'i32', size)
    this.#arena.add('zones', 'u8', size)
    this.#kernel = loadKernel(this.#arena.memory)
    if (directions) this.#directions.set(directions.subarray(0, (this.#known + 1) * DIRECTION_BYTES))
    if (kins) this.#kins.set(kins.subarray(0, this.#known))
    const inverse = new Float64Array(size)
    inverse.set(this.#inverse.subarray(0, this.#known))
    this.#inverse = inverse
    const readings = new Uint8Array(size)
    readings.set(this.#readings.subarray(0, this.#known))
    this.#readings = readings
  }
}

/** Part of the way from the floor of a likeness to 1. */
const aboveFloor = (likeness: number, { titleFloor }: Settings): number =>
  Math.max(0, (likeness - titleFloor) / (1 - titleFloor))

function readingOf(part: OccupationPart, { sureReading }: Settings): number {
  const [best] = part?.occupations ?? []
  return !best ? UNREAD : best.confidence >= sureReading ? SURE : DOUBTFUL
}

function groupsOf(part: OccupationPart): Set<string> {
  const groups = new Set<string>()
  for (const { code } of part?.occupations ?? [])
    for (const end of LEVEL_ENDS) if (code.length >= end) groups.add(code.slice(0, end))
  return groups
}

function append<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key)
  if (list) list.push(number)
  else lists.set(key, [number])
}

function inverseOf(direction: Int8Array): number {
  let square = 0
  for (const coordinate of direction) square += coordinate * coordinate
  return square === 0 ? 0 : 1 / Math.sqrt(square)
}
