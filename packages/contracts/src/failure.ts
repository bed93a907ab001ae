/** How an expected failure is answered; the HTTP status of each stands in the server's platform. */
export type FailureKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'

export interface Failure {
  /** `module.camelCase`, stable. */
  code: string
  kind: FailureKind
  /** What the request wrote before it failed stays, e.g. a counted wrong code. */
  keep?: true
  /** What happened, what is kept, what to do. `{name}` is replaced by a value of the failure. */
  zh: string
  en: string
}
export type Failures = Record<string, Failure>

/** Declares the failures of a module: `failures('fairs', { full: {…} }).full.code` is `fairs.full`. */
export function failures<const T extends Record<string, Omit<Failure, 'code'>>>(module: string, declared: T) {
  const named = Object.entries(declared).map(([name, failure]) => [name, { ...failure, code: `${module}.${name}` }])
  return Object.fromEntries(named) as { [K in keyof T]: Failure }
}
