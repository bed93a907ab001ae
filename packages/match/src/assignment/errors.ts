/** A contest that cannot be: a number out of its documented range, a pair named twice, columns that do not belong together. */
export class InvalidContest extends Error {
  readonly field: string
  readonly value: unknown
  constructor(field: string, value: unknown) {
    super(`${field} of a contest must not be ${String(value)}`)
    this.name = 'InvalidContest'
    this.field = field
    this.value = value
  }
}
