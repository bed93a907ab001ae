/** How long each kind of work lasted. */
export class Times {
  readonly #lasted = new Map<string, number[]>()

  async of<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const done = await work()
    const lasted = this.#lasted.get(name) ?? []
    this.#lasted.set(name, [...lasted, performance.now() - began])
    return done
  }

  /** Milliseconds that a share of the work of each kind did not exceed, in the order in which the kinds came. */
  rows(): { name: string; count: number; p50: number; p99: number }[] {
    return [...this.#lasted].map(([name, lasted]) => {
      const sorted = lasted.toSorted((a, b) => a - b)
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
      return { name, count: sorted.length, p50: at(0.5), p99: at(0.99) }
    })
  }
}
