import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { City } from '../city/index.ts'
import { LOOPBACK } from '../platform/config.ts'
import type { Services } from '../platform/services.ts'
import { createDemo } from './create-demo.ts'
import type { Progress } from './parts.ts'
import type { CitySizes } from './town/town.ts'

type Environment = Record<string, string | undefined>

/**
 * The settings of somebody who tries the product out in a folder of his own. An empty folder is marked as one for that
 * before its city is made up, so that a killed beginning is gone on with; in a marked folder one-time codes are shown
 * on screen unless DEVELOPMENT says otherwise. Beside a PUBLIC_URL or a HOST that other machines reach, and on a database server, nothing is taken for a
 * trial by itself: somebody's records may come to lie there.
 * @param wanted false where no city is to be made up
 */
export function beginTrial(environment: Environment, wanted: boolean): Environment {
  const { PUBLIC_URL, DATABASE_URL, DEVELOPMENT, DATA_DIR, HOST } = environment
  const isReachable = HOST && !LOOPBACK.includes(HOST)
  if (PUBLIC_URL || DATABASE_URL || DEVELOPMENT || isReachable) return environment
  const folder = DATA_DIR || 'data'
  const mark = join(folder, 'demo')
  if (wanted && !existsSync(join(folder, 'pglite'))) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(mark, '')
  }
  return existsSync(mark) ? { ...environment, DEVELOPMENT: 'on' } : environment
}

/**
 * Makes up the city of the settings where codes are shown on screen and nothing is registered yet, or goes on with it.
 * @param onBegin called before a city is made up, which takes some seconds
 * @returns whether it was made now
 */
export async function makeTrialCity(
  services: Services,
  sizes: Partial<CitySizes>,
  onBegin: (city: City, isGoneOnWith: boolean) => Promise<void>,
  progress: Progress = () => {},
): Promise<boolean> {
  const { config, cities } = services
  const city = cities.get(config.CITY)
  if (!city || !config.DEVELOPMENT) return false
  return createDemo(services, city, sizes, (isGoneOnWith) => onBegin(city, isGoneOnWith), progress)
}
