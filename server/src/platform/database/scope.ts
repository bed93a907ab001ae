/**
 * In whose name a transaction runs. Row-level security reads it; decision 0008.
 * `system` is for jobs and for finding out who somebody is, never for what a request asked.
 */
export type Scope =
  | { kind: 'system'; city: string }
  | { kind: 'public'; city: string }
  | { kind: 'person'; city: string; personId: string }
  | { kind: 'member'; city: string; personId: string; organisationId: string }
  /** `district` null: the whole city. */
  | { kind: 'officer'; city: string; personId: string; district: string | null }

const SAFE = /^[0-9a-z-]*$/

/** The value as a quoted literal. SET takes no parameters, so anything but digits, letters and hyphens is refused. */
function quoted(value: string): string {
  if (!SAFE.test(value)) throw new TypeError(`not a value of a scope: ${JSON.stringify(value)}`)
  return `'${value}'`
}

/** The statements that put a transaction into a scope: `SET LOCAL`, which Citus carries to its workers. */
export function settingsOf(scope: Scope): string {
  const settings = {
    'app.scope': scope.kind,
    'app.city': scope.city,
    'app.person': 'personId' in scope ? scope.personId : '',
    'app.organisation': 'organisationId' in scope ? scope.organisationId : '',
    'app.district': scope.kind === 'officer' ? (scope.district ?? '') : '',
  }
  return Object.entries(settings)
    .map(([name, value]) => `set local "${name}" = ${quoted(value)};`)
    .join(' ')
}
