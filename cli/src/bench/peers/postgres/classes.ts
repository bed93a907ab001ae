import { type DEFINITION, type Job, type Scene, type Talent, toPoints } from '@renshu/match'
import { entryOf } from '../aspects.ts'
import { Numbering } from '../numbering.ts'

/** The points of a broken constraint are told by their complement, which is below zero. */
const orBroken = (points: number, isBroken: boolean): number => (isBroken ? ~points : points)

/** The parts of talents that one aspect tells apart: a number for each. */
class Parts {
  readonly #entry: (typeof DEFINITION)[number]
  readonly #numbers = new Numbering()
  readonly #parts: unknown[] = []

  constructor(entry: (typeof DEFINITION)[number]) {
    this.#entry = entry
  }

  number(part: unknown): number {
    const number = this.#numbers.of(JSON.stringify(part) ?? '')
    if (number === this.#parts.length) this.#parts.push(part)
    return number
  }

  of(talent: Talent): number {
    return this.number(this.#entry.aspect.ofTalent(talent))
  }

  /** For each number the points of the factor (none for a pure constraint); below zero when the constraint is broken. */
  judge(job: Job, scene: Scene): number[] {
    const { aspect, factor, constraint } = this.#entry
    const asked = aspect.ofJob(job)
    const weight = factor ? scene.settings.weights[factor] : 0
    return this.#parts.map((part) => {
      const { share = 0, failure } = aspect.judge(asked, part, scene)
      return orBroken(toPoints(share, weight), Boolean(constraint && failure))
    })
  }
}

/**
 * Lists of wishes, of which there are many more than wishes: each wish is judged alone, the best of a list counts, and a
 * list is broken when all of it is.
 */
class WishLists {
  readonly #wishes = new Parts(entryOf('occupation'))
  readonly #numbers = new Numbering()
  readonly #lists: number[][] = []

  of({ wishes }: Talent): number {
    const alone = wishes.length === 0 ? [wishes] : wishes.map((wish) => [wish])
    const list = alone.map((wish) => this.#wishes.number(wish))
    const number = this.#numbers.of(list.join())
    if (number === this.#lists.length) this.#lists.push(list)
    return number
  }

  judge(job: Job, scene: Scene): number[] {
    const verdicts = this.#wishes.judge(job, scene)
    return this.#lists.map((list) => {
      const points = list.map((wish) => Math.max(verdicts[wish]!, ~verdicts[wish]!))
      return orBroken(
        Math.max(...points),
        list.every((wish) => verdicts[wish]! < 0),
      )
    })
  }
}

/** What SQL arithmetic cannot compare: titles, places and names. The definition judges it before the question is sent. */
export class TalentClasses {
  readonly occupation = new WishLists()
  readonly distance = new Parts(entryOf('distance'))
  readonly refusals = new Parts(entryOf('refusals'))
}
