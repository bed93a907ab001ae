import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/index.ts'
import type { FileStore } from './files/index.ts'
import type { Jobs } from './jobs/index.ts'
import type { Log } from './log.ts'
import type { Secrets } from './secrets.ts'

/** What the composition root makes once and everybody shares. */
export interface Services {
  config: Config
  clock: Clock
  log: Log
  database: Database
  files: FileStore
  jobs: Jobs
  secrets: Secrets
}
