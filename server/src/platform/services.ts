import type { City } from '../city/index.ts'
import type { Mirrors } from './changes/index.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/index.ts'
import type { FileStore } from './files/index.ts'
import type { Jobs } from './jobs/index.ts'
import type { Log } from './log.ts'
import type { Messages } from './messages/index.ts'
import type { Secrets } from './secrets/secrets.ts'

/** What the composition root makes once and everybody shares. */
export interface Services {
  config: Config
  /** Everything local, by GB/T 2260 code. */
  cities: ReadonlyMap<string, City>
  clock: Clock
  log: Log
  database: Database
  files: FileStore
  jobs: Jobs
  secrets: Secrets
  messages: Messages
  /** What this process keeps in memory of each city. */
  mirrors: Mirrors
}
