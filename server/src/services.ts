import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCities } from './city/index.ts'
import { Mirrors } from './platform/changes/index.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { type Config, ConfigError } from './platform/config.ts'
import { Database, lockFolder, openPglite, openPostgres, type Pool } from './platform/database/index.ts'
import { openFiles } from './platform/files/index.ts'
import { openJobs } from './platform/jobs/index.ts'
import { openLog, outlineOf } from './platform/log.ts'
import { openMessages } from './platform/messages/index.ts'
import { secretsOf } from './platform/secrets.ts'
import type { Services } from './platform/services.ts'

/** The key of sealed fields: from the settings, else made once in the data folder, readable by its owner alone. */
function dataKey({ DATA_KEY, DATA_DIR }: Config): Buffer {
  if (DATA_KEY) return Buffer.from(DATA_KEY, 'hex')
  const path = join(DATA_DIR, 'data.key')
  if (!existsSync(path)) {
    mkdirSync(DATA_DIR, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}

/**
 * Opens everything a server or a command needs, over a pool of connections that is already open.
 * @throws ConfigError where a city's folder is wrong, or the city of the settings has none
 */
export function servicesOver(pool: Pool, config: Config, clock: Clock = systemClock): Services {
  const log = openLog(config.LOG_LEVEL)
  const database = new Database(pool)
  const cities = loadCities(config.CITIES_DIR)
  if (!cities.has(config.CITY)) throw new ConfigError(`CITY: no folder of a city has the code ${config.CITY}`)
  return {
    config,
    cities,
    clock,
    log,
    database,
    files: openFiles(config),
    jobs: openJobs(database, log),
    secrets: secretsOf(dataKey(config)),
    messages: openMessages(config, clock),
    mirrors: new Mirrors(database, log, clock.now),
  }
}

export interface Opened {
  services: Services
  /** Closes the database and gives the data folder back. */
  close: () => Promise<void>
}

/**
 * Opens the database that the settings name: PostgreSQL, or PGlite in the data folder under its lock.
 * @throws FolderInUse when another process has the folder
 */
export async function openServices(config: Config): Promise<Opened> {
  if (config.DATABASE_URL) {
    const onError = (error: Error) => openLog(config.LOG_LEVEL).warn(outlineOf(error), 'idle connection')
    const services = servicesOver(
      openPostgres({ url: config.DATABASE_URL, most: config.DATABASE_CONNECTIONS, onError }),
      config,
    )
    return { services, close: () => services.database.close() }
  }
  const unlock = lockFolder(config.DATA_DIR)
  try {
    const services = servicesOver(await openPglite({ folder: join(config.DATA_DIR, 'pglite') }), config)
    const close = async () => {
      await services.database.close()
      unlock()
    }
    return { services, close }
  } catch (error) {
    unlock()
    throw error
  }
}
