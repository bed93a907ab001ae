import type { TitleVector } from '@renshu/codes'
import type { Scene } from '../../aspect.ts'
import type { Offer } from '../../factors/occupation.ts'
import type { Settings } from '../../settings.ts'
import type { TitleSketch } from '../../titles.ts'
import { Arena, type ArenaState } from '../arena.ts'
import { Classes, type ClassesState } from '../classes/classes.ts'
import { DIRECTION_BYTES, type Kernel, loadKernel } from '../kernel/index.ts'

/** A title with its readings; nothing stands for a talent without a wish. */
export type OccupationPart = Offer | undefined

const nameOf = (part: OccupationPart): string => {
  if (!part) return ''
  let name = ''
  for (const { code, confidence } of part.occupations) name += `${code}:${confidence}|`
  // Last, because a title may hold anything.
  return `${name}=${part.title}`
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
  /** Share that a common level gives when both readings are sure. */
  closeness: number[]
  /** Confidence of the asker's best reading. */
  sureness: number
}
/** Classes that may reach something, each with the most points it can give and its dot product with the asker's direction. */
export type Reaching = { classes: Uint32Array; most: Uint16Array; dots: Int32Array | undefined }
/** Steps of a cosine between -1 and 1 for which a likeness is worked out once. */
const COSINES = 512
/** Classes there is room for at first. */
const FIRST_ROOM = 256

/** Classes and what is known of their titles. */
export type OccupationState = { classes: ClassesState<OccupationPart>; arena: ArenaState }

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
  /** Confidence of the best reading of each class. */
  #sureness = new Float64Array(FIRST_ROOM)
  readonly #vectors: TitleVector[] = []
  /** For each step of the cosine, the most part of the way from the floor of a likeness to 1. */
  readonly #aboveBySteps: Float64Array
  /** Room for the classes that are near to an asker. */
  #near = { classes: new Uint32Array(0), most: new Uint16Array(0), dots: new Int32Array(0) }
  #viewed: { asker: OccupationPart; size: number; view: View } | undefined
  #arena!: Arena
  #kernel!: Kernel
  #directions!: Int8Array
  #kins!: Uint32Array
  #known = 0

  /** @param known the state of an earlier time, to go on from */
  constructor(scene: Scene, known?: OccupationState) {
    this.#scene = scene
    const { sketch } = scene.titles
    this.#aboveBySteps = Float64Array.from({ length: COSINES + 2 }, (_, step) =>
      sketch ? aboveFloor(sketch.ceiling(((step + 1) * 2) / COSINES - 1), scene.settings) : 1,
    )
    this.classes = new Classes(nameOf, known?.classes)
    this.#makeRoom(Math.max(FIRST_ROOM, this.size))
    if (known) this.#recall(Arena.from(known.arena))
    this.#learn()
  }

  get state(): OccupationState {
    return { classes: this.classes.state, arena: this.#arena.state }
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
    const { reading, zones } = view
    const least = settings.leastOccupation * full - ROUNDING
    for (let number = 0; number < this.size; number++) {
      const most = full * this.#mostShare(view, number)
      const isForeign = reading === SURE && this.#readings[number] === SURE && zones[number] === FAR && most < least
      ceilings[number] = Math.min(full, Math.ceil(most + ROUNDING)) | (isForeign ? FOREIGN : 0)
    }
    for (const number of this.#unclear(view)) ceilings[number] = full
  }

  /** The most share that a class can give, from what is known from afar. */
  #mostShare({ reading, inverse, dots, zones, closeness, sureness }: View, number: number): number {
    const { titlePart } = this.#scene.settings
    const cosine = dots[number]! * inverse * this.#inverse[number]!
    const above = this.#aboveBySteps[Math.floor((cosine + 1) * (COSINES / 2) + ROUNDING)]!
    if (reading === UNREAD || this.#readings[number] === UNREAD) return above
    const own = this.#sureness[number]!
    return closeness[zones[number]!]! * (own < sureness ? own : sureness) + titlePart * above
  }

  /**
   * Classes that may give so many points, as far as can be told without comparing the titles.
   *
   * @param from the first class that is looked at
   */
  reaching(asker: OccupationPart, points: number, from = 0): Reaching {
    const { settings } = this.#scene
    const full = Math.round(settings.weights.occupation * 100)
    const view = this.#viewOf(asker, from)
    if (!view) {
      const classes = Uint32Array.from({ length: this.size - from }, (_, place) => from + place)
      return { classes, most: new Uint16Array(classes.length).fill(full), dots: undefined }
    }
    const { classes, most, dots } = this.#near
    let size = this.#findNear(view, (points - HALF) / full, from)
    let kept = 0
    for (let at = 0; at < size; at++) {
      const number = classes[at]!
      const ceiling = Math.min(full, Math.ceil(full * this.#mostShare(view, number) + ROUNDING))
      if (ceiling < points || this.#isUnclear(view, number)) continue
      classes[kept] = number
      most[kept++] = ceiling
    }
    size = kept
    for (const number of this.#unclear(view)) {
      if (number < from) continue
      classes[size] = number
      most[size++] = full
    }
    for (let at = 0; at < size; at++) dots[at] = view.dots[classes[at]!]!
    return { classes: classes.slice(0, size), most: most.slice(0, size), dots: dots.slice(0, size) }
  }

  /** Writes down the classes whose cosine is high enough for a share: how many they are. */
  #findNear(view: View, share: number, from: number): number {
    const { inverse, reading, dots, zones } = view
    const least = Float64Array.from(this.#leastCosines(view, share), (cosine) => cosine / inverse)
    const [inverses, readings, size] = [this.#inverse, this.#readings, this.size]
    const { classes } = this.#near
    let found = 0
    for (let number = from; number < size; number++) {
      const kind = reading === UNREAD || readings[number] === UNREAD ? UNREAD_KIND : zones[number]!
      classes[found] = number
      if (dots[number]! * inverses[number]! >= least[kind]!) found++
    }
    return found
  }

  /** The vector of the title of a class. */
  vector(number: number): TitleVector {
    return (this.#vectors[number] ??= this.#scene.titles.vector(this.classes.parts[number]!.title))
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

  /** How an asker lies to all classes from one on; nothing when its title says nothing from afar. */
  #viewOf(asker: OccupationPart, from = 0): View | undefined {
    if (this.#viewed?.asker === asker && this.#viewed?.size === this.size) return this.#viewed.view
    // Looking writes over what the one before was given.
    this.#viewed = undefined
    const view = this.#look(asker, from)
    if (view && from === 0) this.#viewed = { asker, size: this.size, view }
    return view
  }

  #look(asker: OccupationPart, from: number): View | undefined {
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
    const out = dots.byteOffset + from * dots.BYTES_PER_ELEMENT
    this.#kernel.dots(this.#directions.byteOffset, from + 1, this.size + 1, this.#directions.byteOffset, out)
    const closeness = settings.tree.map((share) => (1 - settings.titlePart) * share)
    const reading = readingOf(asker, settings)
    const zones = this.#zonesOf(asker)
    return { sketch, kin: sketch.kin(vector), inverse, reading, dots, zones, closeness, sureness: surenessOf(asker) }
  }

  #isUnclear({ kin }: View, number: number): boolean {
    return this.#inverse[number] === 0 || this.#kins[number] === kin
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
    this.#sureness[number] = surenessOf(part)
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
    this.#near = { classes: new Uint32Array(size), most: new Uint16Array(size), dots: new Int32Array(size) }
    this.#viewed = undefined
    const sureness = new Float64Array(size)
    sureness.set(this.#sureness.subarray(0, this.#known))
    this.#sureness = sureness
    const readings = new Uint8Array(size)
    readings.set(this.#readings.subarray(0, this.#known))
    this.#readings = readings
  }
}

/** Part of the way from the floor of a likeness to 1. */
const aboveFloor = (likeness: number, { titleFloor }: Settings): number =>
  Math.max(0, (likeness - titleFloor) / (1 - titleFloor))

const surenessOf = (part: OccupationPart): number =>
  part?.occupations.reduce((most, { confidence }) => Math.max(most, confidence), 0) ?? 0

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
