import { accountsRoutes } from '@renshu/contracts'
import { moduleOf } from '../../platform/http/index.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { accountsHolder, platformHolder, REMOVE_BYTES } from './holders.ts'
import type { Holder } from './holdings.ts'
import { handlersOf } from './routes.ts'

export { accountsFailures } from '@renshu/contracts'
export { hasConsent } from './actions/consents.ts'
export { addMember, joinOrganisation, roleOf } from './actions/members.ts'
export { createOfficer } from './actions/officers.ts'
export { findOrCreate, openSession } from './actions/sign-in.ts'
export { type HeldTable, type Holder, sectionsOf } from './holdings.ts'
export { identify, isCovered } from './identify.ts'

/** The module, with what the modules above hold about people. */
export const accountsOf = (above: readonly Holder[]) =>
  moduleOf('accounts', accountsRoutes, handlersOf([platformHolder, accountsHolder, ...above]))

/** Bytes of an erased person's file go, unless another record has the same. */
export const accountsJobs = ({ database, files }: Services): readonly JobDefinition[] => [
  {
    name: REMOVE_BYTES,
    async run({ sha256 }) {
      const { rows } = await database.asOwner((connection) =>
        connection.query('select from platform.file where sha256 = $1 limit 1', [sha256]),
      )
      if (!rows.length) await files.remove(sha256 as string)
    },
  },
]
export { type AccountsFill, fillAccounts } from './store/fill.ts'
