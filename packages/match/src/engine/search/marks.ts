/** A set of small numbers that is emptied at no cost. */
export class Marks {
  #round = 0
  #rounds = new Uint32Array(0)

  /** Empties the set. @param size numbers are below it */
  begin(size: number): void {
    if (this.#rounds.length < size) this.#rounds = new Uint32Array(size)
    this.#round++
  }

  /** Whether the number has not been asked about since the set was emptied; from now on it has. */
  isNew(number: number): boolean {
    if (this.#rounds[number] === this.#round) return false
    this.#rounds[number] = this.#round
    return true
  }
}
