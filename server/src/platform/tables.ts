import type { ColumnType, Generated } from 'kysely'

/** A jsonb column: read as a value, written as text. */
export type Json<T> = ColumnType<T, string, string>

export type PlatformTables = {
  'platform.migration': { name: string; sha256: string; appliedAt: Date }
  'platform.outbox': {
    seq: Generated<number>
    xid: Generated<string>
    city: string
    kind: string
    payload: Json<unknown>
    happenedAt: Date
  }
  'platform.subscription': { name: string; xid: string; seq: number; failures: Generated<number>; retryAt: Date | null }
  'platform.idempotency': {
    city: string
    caller: string
    key: string
    route: string
    bodyMac: string
    answerSealed: string | null
    createdAt: Date
  }
  'platform.rateLimit': { city: string; bucket: string; windowStart: Date; used: number }
  'platform.file': {
    city: string
    id: string
    name: string
    type: string
    size: number
    sha256: string
    organisationId: string | null
    personId: string
    createdAt: Date
  }
  'platform.changeCounter': { city: string; stream: string; seq: number }
  'platform.trace': {
    city: string
    id: string
    happenedAt: Date
    route: string
    personId: string | null
    organisationId: string | null
    throughOrganisationId: string | null
    forPersonId: string | null
    requestId: string
  }
}
