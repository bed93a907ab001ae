/** A setting out of its documented range: the one thing the engine refuses by throwing. */
export class InvalidSettings extends Error {
  readonly setting: string
  readonly value: unknown
  constructor(setting: string, value: unknown) {
    super(`match setting ${setting} must not be ${String(value)}`)
    this.name = 'InvalidSettings'
    this.setting = setting
    this.value = value
  }
}
