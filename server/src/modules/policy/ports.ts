import type { Payment } from '@renshu/policy'
import type { Tx } from '../../platform/database/index.ts'
import type { RecordSource, RecordSubject } from '../../platform/records.ts'

/** What the policies are told by other modules; `parts.ts` gives it. All are asked in scope `system`. */
export interface PolicyPorts {
  sources: readonly RecordSource[]
  /** What was paid under policies, for their limits, by the id of the subject; who is left out was paid nothing. */
  paymentsTo: (
    tx: Tx,
    city: string,
    kind: RecordSubject['kind'],
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly Payment[]>>
  /** Subjects with a case of a service that has not ended. */
  withOpenCase: (tx: Tx, city: string, service: string) => Promise<ReadonlySet<string>>
  /** Whether an officer's duties let him read what is held of people of a district; undefined: of some district. */
  mayReadPeople: (tx: Tx, city: string, officerId: string, district: string | undefined) => Promise<boolean>
  /** Whether an officer's duties let him state facts in a district; null: in the whole city; undefined: anywhere. */
  mayState: (tx: Tx, city: string, officerId: string, district: string | null | undefined) => Promise<boolean>
}
