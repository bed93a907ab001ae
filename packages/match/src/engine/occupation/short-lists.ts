import type { Scene } from '../../aspect.ts'
import { toPoints } from '../../definition.ts'
import { judgeWish } from '../../factors/occupation.ts'
import { BROKEN, UNJUDGED } from '../classes/verdicts.ts'
import type { Side } from '../classes/traits.ts'
import type { OccupationBook, Reaching } from './book.ts'
import { ShortList } from './short-list.ts'

/** A short list holds what gives at least so many hundredths: a bit more than a shared 中类 and a likeness of titles. */
const FLOOR = 1000
/** Entries of lists held at once, 14 bytes each and up to 16 more once they are settled. */
const KEPT_IN_LISTS = 1 << 22
/** Points and ceilings of classes held at once, two bytes each. */
const KEPT = 1 << 23
/** Classes that came since a list was looked at and of which each is judged; of more it is told from afar who may matter. */
const FEW = 8

/** How close the occupations of two sides are, by classes: exact points, and short lists that are kept. */
export class ShortLists {
  /** Hundredths at which a short list ends; everything below is found only by going through all classes. */
  readonly floor: number
  /** Most hundredths of any class. */
  readonly most: number
  /** Most hundredths that a wish foreign to the job can give a talent whose other wish makes the job acceptable. */
  readonly mostForeign: number
  readonly #scene: Scene
  readonly #asks: Side
  readonly #asking: OccupationBook
  readonly #answering: OccupationBook
  readonly #lists = new Map<number, ShortList>()
  readonly #rows = new Map<number, Uint16Array>()
  #entries = 0
  readonly #ceilings = new Map<number, Uint16Array>()

  constructor(scene: Scene, asks: Side, books: { jobs: OccupationBook; talents: OccupationBook }) {
    this.#scene = scene
    this.#asks = asks
    this.#asking = books[asks]
    this.#answering = asks === 'jobs' ? books.talents : books.jobs
    const { settings } = scene
    // A foreign wish can give the points while another makes the job acceptable; that is sorted out below the floor.
    const foreign = toPoints(settings.leastOccupation, settings.weights.occupation)
    this.mostForeign = asks === 'jobs' ? foreign : 0
    this.floor = Math.max(FLOOR, foreign + 1)
    this.most = toPoints(1, settings.weights.occupation)
  }

  /** Classes of the other side. */
  get size(): number {
    return this.#answering.size
  }

  /**
   * Points of an answering class for an asking class, with {@link BROKEN} when they are foreign to each other.
   *
   * @param dot product of the directions of their titles, if that is known
   */
  points(asking: number, answering: number, dot?: number): number {
    const asker = this.#asking.classes.parts[asking]
    const answerer = this.#answering.classes.parts[answering]
    const { weights, unknown } = this.#scene.settings
    if (!asker || !answerer) return toPoints(unknown.occupation, weights.occupation)
    const [own, other] = [this.#asking.vector(asking), this.#answering.vector(answering)]
    const { share, isForeign } =
      this.#asks === 'jobs'
        ? judgeWish(asker, answerer, this.#scene, { offered: own, wished: other, dot })
        : judgeWish(answerer, asker, this.#scene, { offered: other, wished: own, dot })
    return toPoints(share, weights.occupation) | (isForeign ? BROKEN : 0)
  }

  /** Points of all answering classes for one asking class as far as they have been worked out; {@link UNJUDGED} where not. */
  row(asking: number): Uint16Array {
    const found = this.#rows.get(asking)
    if (found && found.length >= this.size) return found
    const row = new Uint16Array(withRoom(this.size)).fill(UNJUDGED)
    if (found) row.set(found)
    this.#rows.set(asking, row)
    if (this.#rows.size * this.size > KEPT) this.#rows.delete(this.#rows.keys().next().value!)
    return row
  }

  /** The most points each answering class can give, see {@link OccupationBook.ceilings}; not to be changed. */
  ceilings(asking: number): Uint16Array {
    const found = this.#ceilings.get(asking)
    if (found && found.length >= this.size) return found
    // Classes that come meanwhile may give anything.
    const ceilings = new Uint16Array(withRoom(this.size)).fill(this.most)
    this.#answering.ceilings(this.#asking.classes.parts[asking], ceilings)
    this.#ceilings.set(asking, ceilings)
    if (this.#ceilings.size * this.size > KEPT) this.#ceilings.delete(this.#ceilings.keys().next().value!)
    return ceilings
  }

  /** The classes that give an asker at least {@link floor}. */
  list(asking: number): ShortList {
    const found = this.#lists.get(asking)
    // What is asked again goes to the end of the line of those to be forgotten.
    if (found && this.#entries * 2 > KEPT_IN_LISTS && this.#lists.delete(asking)) this.#lists.set(asking, found)
    if (found?.upTo === this.size) return found
    const list = found ?? this.#begin(asking)
    if (found) this.#takeIn(list, asking)
    else this.#entries += list.size
    this.#lists.set(asking, list)
    for (const [oldest, { size }] of this.#lists) {
      if (this.#entries <= KEPT_IN_LISTS || oldest === asking) break
      this.#entries -= size
      this.#lists.delete(oldest)
    }
    return list
  }

  /** Classes that came with updates. */
  #takeIn(list: ShortList, asking: number): void {
    const { classes, dots } = this.#cameSince(list.upTo, asking)
    // All are judged before the first is added: what breaks off is made again by the next question.
    const points = Array.from(classes, (answering, at) => this.points(asking, answering, dots?.[at]))
    for (const [at, answering] of classes.entries()) list.add(answering, points[at]!)
    list.upTo = this.size
  }

  #cameSince(from: number, asking: number): Pick<Reaching, 'classes' | 'dots'> {
    const few = this.size - from
    if (few > FEW) return this.#answering.reaching(this.#asking.classes.parts[asking], this.floor, from)
    return { classes: Uint32Array.from({ length: few }, (_, place) => from + place), dots: undefined }
  }

  #begin(asking: number): ShortList {
    const reaching = this.#answering.reaching(this.#asking.classes.parts[asking], this.floor)
    const list = new ShortList(reaching, this.floor, (answering, dot) => this.points(asking, answering, dot))
    list.upTo = this.size
    return list
  }
}

/** So that what is kept lasts while classes come with updates. */
const withRoom = (size: number): number => size + (size >> 3)
