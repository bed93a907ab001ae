import type { Failure, Failures } from '@renshu/contracts'

type Values = Record<string, string | number>

/** An expected failure: answered as problem+json, never logged as an error. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly failure: Failure
  readonly values: Values
  readonly fields: readonly { path: string; message: string }[]
  constructor(failure: Failure, values: Values = {}, fields: readonly { path: string; message: string }[] = []) {
    super(failure.code)
    this.failure = failure
    this.values = values
    this.fields = fields
  }
}

const make = ([name, failure]: [string, Failure]) => [name, (values?: Values) => new AppError(failure, values)]

/** Makes the failures of a module throwable: `throw fail.full({ booths: 12 })`. */
export function throwing<T extends Failures>(declared: T) {
  return Object.fromEntries(Object.entries(declared).map(make)) as { [K in keyof T]: (values?: Values) => AppError }
}
