/** A merge that came to nothing. The engine is unharmed, and the next merge takes what this one should have taken. */
export class MergeFailed extends Error {
  readonly side: string
  constructor(side: string, cause: Error) {
    super(`merging the ${side} failed: ${cause.message}`, { cause })
    this.name = 'MergeFailed'
    this.side = side
  }
}
