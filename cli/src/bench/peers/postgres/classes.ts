import { type DEFINITION, type Job, type Scene, type Talent, toPoints } from '@renshu/match'
import { entryOf } from '../aspects.ts'
import { Numbering } from '../numbering.ts'

/** What a broken constraint has in place of points. */
const BROKEN = -1

/** The talents as one aspect tells them apart: a number for each, and what each number stands for. */
class Classes {
  readonly #entry: (typeof DEFINITION)[number]
  readonly #numbers = new Numbering()
  readonly #parts: unknown[] = []

  constructor(entry: (typeof DEFINITION)[number]) {
    this.#entry = entry
  }

  of(talent: Talent): number {
    const part = this.#entry.aspect.ofTalent(talent)
    const number = this.#numbers.of(JSON.stringify(part) ?? '')
    if (number === this.#parts.length) this.#parts.push(part)
    return number
  }

  /** For each number the points of the factor (none for a pure constraint), or {@link BROKEN}. */
  judge(job: Job, scene: Scene): number[] {
    const { aspect, factor, constraint } = this.#entry
    const asked = aspect.ofJob(job)
    const weight = factor ? scene.settings.weights[factor] : 0
    return this.#parts.map((part) => {
      const { share = 0, failure } = aspect.judge(asked, part, scene)
      return constraint && failure ? BROKEN : toPoints(share, weight)
    })
  }
}

/** What SQL arithmetic cannot compare: titles, places and names. The definition judges it before the question is sent. */
export class TalentClasses {
  readonly occupation = new Classes(entryOf('occupation'))
  readonly distance = new Classes(entryOf('distance'))
  readonly refusals = new Classes(entryOf('refusals'))
}
