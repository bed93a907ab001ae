import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCities } from './city/index.ts'
import { Mirrors } from './platform/changes/index.ts'
import { type Clock, machineClock } from './platform/clock.ts'
import { type Config, ConfigError } from './platform/config.ts'
import { Database, lockFolder, openPglite, openPostgres, type Pool } from './platform/database/index.ts'
import { openClock } from './platform/development/clock-ahead.ts'
import { openFiles } from './platform/files/index.ts'
import { openJobs } from './platform/jobs/index.ts'
import { formerKeys } from './platform/keys/index.ts'
import { openLog, outlineOf } from './platform/log.ts'
import { openMessages } from './platform/messages/index.ts'
import { type FormerKeys, secretsOf } from './platform/secrets/secrets.ts'
import type { Services } from './platform/services.ts'

/** The keys before the one in use, newest first. */
export const olderKeys = ({ DATA_KEY_OLD }: Config): Buffer[] =>
  (DATA_KEY_OLD ?? '').split(/[\s,]+/).flatMap((key) => (key ? [Buffer.from(key, 'hex')] : []))

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
 * @param former data keys before the one of the settings
 * @throws ConfigError where a city's folder is wrong, or the city of the settings has none
 */
export function servicesOver(pool: Pool, config: Config, clock: Clock, former?: FormerKeys): Services {
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
    secrets: secretsOf(dataKey(config), former),
    messages: openMessages(config, clock),
    mirrors: new Mirrors(database, log, clock.now),
  }
}

export interface Opened {
  services: Services
  /** Closes the database and gives the data folder back. */
  close: () => Promise<void>
}

interface Opening {
  /** The data key of the settings is to take the place of the one in use. */
  exchanging?: boolean
}

/** Services over a pool, once the database has said which data keys there were. */
async function servicesOf(pool: Pool, config: Config, { exchanging = false }: Opening): Promise<Services> {
  try {
    const keys = { key: dataKey(config), older: olderKeys(config) }
    const former = await new Database(pool).asOwner(async (connection) => {
      await openClock(connection, config.CLOCK_AHEAD)
      return formerKeys(connection, keys, exchanging)
    })
    return servicesOver(pool, config, machineClock(config.CLOCK_AHEAD), former)
  } catch (error) {
    await pool.close()
    throw error
  }
}

/**
 * Opens the database that the settings name: PostgreSQL, or PGlite in the data folder under its lock.
 * @throws FolderInUse when another process has the folder; WrongDataKey when records are sealed with another key;
 * ClockBehind when they were kept under a clock further ahead; ClockOfUse for a clock ahead over records in use
 */
export async function openServices(config: Config, opening: Opening = {}): Promise<Opened> {
  if (config.DATABASE_URL) {
    const onError = (error: Error) => openLog(config.LOG_LEVEL).warn(outlineOf(error), 'idle connection')
    const pool = openPostgres({ url: config.DATABASE_URL, most: config.DATABASE_CONNECTIONS, onError })
    const services = await servicesOf(pool, config, opening)
    return { services, close: () => services.database.close() }
  }
  const unlock = lockFolder(config.DATA_DIR)
  try {
    const pool = await openPglite({ folder: join(config.DATA_DIR, 'pglite') })
    const services = await servicesOf(pool, config, opening)
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
