import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { loadPolicies, loadRegion, loadServices, regionsIn, type TestedPolicy } from '@renshu/policy-files'
import { Stop } from '../failure/stop.ts'
import type { Terminal } from '../terminal.ts'
import { write } from '../terminal.ts'

type Loaded = ReturnType<typeof loadRegion>

/** Where the cities lie when the environment names no other place. */
const CITIES = resolve(import.meta.dirname, '../../../cities')
const DEFAULT_CITY = '370200'

/** @throws Stop (input) when there is no such folder */
function citiesDirectory(): string {
  const directory = process.env['CITIES_DIR'] || CITIES
  if (!existsSync(directory)) throw new Stop('input', (m) => m.policy.noFolder(directory))
  return directory
}

/** The policies of the named folders, or of every one there is. @throws Stop (input) when there is no such folder */
export function loadFolders(folders: readonly string[]): Loaded {
  const chosen = folders.map((folder) => resolve(folder))
  const missing = chosen.find((folder) => !existsSync(folder))
  if (missing) throw new Stop('input', (m) => m.policy.noFolder(missing))
  const directory = citiesDirectory()
  const all = chosen.length > 0 ? chosen : regionsIn(directory).map((region) => join(directory, region))
  const loaded = all.map((folder) => loadRegion(dirname(folder), basename(folder)))
  return { policies: loaded.flatMap(({ policies }) => policies), faults: loaded.flatMap(({ faults }) => faults) }
}

/** What is wrong with the policies and services of a folder, or of all; nothing where there is no folder. */
export function faultsIn(folder: string | undefined): Loaded['faults'] {
  const isThere = existsSync(folder === undefined ? process.env['CITIES_DIR'] || CITIES : resolve(folder))
  return isThere ? [...loadFolders(folder === undefined ? [] : [folder]).faults, ...serviceFaults(folder)] : []
}

/** Services stand on the policies of a city, so those of province and country are checked with each city that has them. */
function serviceFaults(folder: string | undefined): Loaded['faults'] {
  const directory = folder === undefined ? citiesDirectory() : dirname(resolve(folder))
  const regions = folder === undefined ? regionsIn(directory) : [basename(resolve(folder))]
  const cities = regions.filter((region) => !region.slice(2, 6).startsWith('0000'))
  const faults = cities.flatMap((region) => loadServices(directory, region.slice(0, 6)).faults)
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}

/** How many policies and services a city has, and what they count on. */
export interface CityRules {
  policies: number
  services: number
  /** Names of the records they ask for, each once, sorted. */
  records: string[]
}

/** @param folder of the city, as it was named; without one, where the cities lie */
export function rulesOf(code: string, folder: string | undefined): CityRules {
  const directory = folder === undefined ? citiesDirectory() : dirname(resolve(folder))
  const policies = loadPolicies(directory, code).policies.map(({ prepared }) => prepared.policy)
  const services = loadServices(directory, code).services.map(({ prepared }) => prepared.service)
  const asking = [
    ...policies.flatMap(({ facts }) => facts),
    ...services.flatMap(({ fields, papers = [] }) => [...fields, ...papers]),
  ]
  return {
    policies: policies.length,
    services: services.length,
    records: [...new Set(asking.flatMap(({ record }) => record ?? []))].toSorted(),
  }
}

/** The policies of a city, with those it inherits. @throws Stop (usage) for a city that has no folder */
export function loadCity(given: string | undefined): ReturnType<typeof loadPolicies> {
  const city = given ?? (process.env['CITY'] || DEFAULT_CITY)
  const directory = citiesDirectory()
  if (!regionsIn(directory).some((region) => region.startsWith(`${city}-`)))
    throw new Stop('usage', (m) => m.import.badCity(city))
  return loadPolicies(directory, city)
}

/** Says what is wrong in the files. @throws Stop (failed) when anything is */
export async function tellFaults(faults: Loaded['faults'], { output, language }: Terminal): Promise<void> {
  for (const { file, line, reason } of faults) await write(output, `${file}:${line}: ${reason[language]}\n`)
  if (faults.length > 0) throw new Stop('failed', (m) => m.policy.faulty(faults.length))
}

/** Folder of the region a policy comes from. */
export const regionOf = ({ file }: TestedPolicy): string => file.split('/')[0]!
