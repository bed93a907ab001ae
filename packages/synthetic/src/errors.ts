/** An option or a record number that the city cannot be made from. */
export class InvalidCity extends Error {
  readonly option: string
  readonly value: unknown
  constructor(option: string, value: unknown) {
    super(`synthetic city: ${option} must not be ${String(value)}`)
    this.name = 'InvalidCity'
    this.option = option
    this.value = value
  }
}
