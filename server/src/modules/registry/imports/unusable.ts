import type { RegisterField } from './columns.ts'
import type { Reason } from './reasons.ts'

/** A row that cannot be used, by the field that stops it. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
  readonly field: RegisterField
  readonly reason: Reason
  constructor(field: RegisterField, reason: Reason) {
    super(reason)
    this.field = field
    this.reason = reason
  }
}
