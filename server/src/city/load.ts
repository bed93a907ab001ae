import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../platform/config.ts'
import type { City } from './city.ts'
import { type Finding, Findings } from './findings.ts'
import { cityIn, foldersOf, isCity, regionsIn } from './folder.ts'

/** Where the cities lie when the settings name no other place. */
export const CITIES = join(import.meta.dirname, '../../../cities')

export interface Checked {
  cities: City[]
  /** Everything that is wrong, file by file; a city with findings must not be used. */
  findings: Finding[]
}

/**
 * Reads and checks the folders of cities, of provinces and of the country below `directory`.
 * @param only name of one folder: what is wrong elsewhere is left out
 */
export function checkCities(directory = CITIES, only?: string): Checked {
  const findings = new Findings()
  if (!existsSync(directory)) {
    findings.add(directory, [], '没有这个文件夹', 'there is no such folder')
    return { cities: [], findings: findings.list }
  }
  const folders = foldersOf(directory, findings)
  const regions = regionsIn(directory, folders, findings)
  const cities = folders.filter(isCity).flatMap((folder) => cityIn(directory, folder, regions, findings) ?? [])
  if (!only) return { cities, findings: findings.list }
  if (!existsSync(join(directory, only))) findings.add(only, [], '没有这个文件夹', 'there is no such folder')
  return { cities, findings: findings.list.filter(({ file }) => file === only || file.startsWith(`${only}/`)) }
}

/**
 * All cities by their code, once, at start.
 * @throws ConfigError naming everything that is wrong
 */
export function loadCities(directory?: string): ReadonlyMap<string, City> {
  const { cities, findings } = checkCities(directory)
  if (findings.length)
    throw new ConfigError(
      findings.map(({ file, path, reason }) => `${file} ${path}: ${reason.zh} / ${reason.en}`).join('\n'),
    )
  return new Map(cities.map((city) => [city.code, city]))
}
