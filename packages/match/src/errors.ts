/** A setting out of its documented range: the one thing the engine refuses by throwing. */
export class InvalidSettings extends Error {
  readonly setting: string
  readonly value: number
  constructor(setting: string, value: number) {
    super(`match setting ${setting} must not be ${value}`)
    this.name = 'InvalidSettings'
    this.setting = setting
    this.value = value
  }
}
