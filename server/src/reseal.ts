import { accountsSealing } from './modules/accounts/index.ts'
import { casesSealing } from './modules/cases/index.ts'
import { paymentsSealing } from './modules/payments/index.ts'
import { registrySealing } from './modules/registry/index.ts'
import { talentsSealing } from './modules/talents/index.ts'
import { exchangeKey, type OnBatch, platformSealing, type Resealed, type Sealing } from './platform/keys/index.ts'
import type { Services } from './platform/services.ts'
import { olderKeys } from './services.ts'

const MODULES = [platformSealing, accountsSealing, registrySealing, paymentsSealing, talentsSealing, casesSealing]

/** Everything that is sealed, or marked by what is sealed. */
export const sealing: Sealing = {
  tables: MODULES.flatMap(({ tables }) => tables),
  dropped: MODULES.flatMap(({ dropped = [] }) => dropped),
}

/**
 * Puts the data key of the settings in place of the one in use, which is among `DATA_KEY_OLD`. The services are opened
 * with `exchanging`.
 * @throws WrongDataKey
 */
export const reseal = (services: Services, onBatch?: OnBatch): Promise<Resealed> =>
  exchangeKey(services, olderKeys(services.config), sealing, onBatch)
