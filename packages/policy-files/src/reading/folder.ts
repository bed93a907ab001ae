import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Case, readCases } from '../cases/case-file.ts'
import type { FileFault } from './fault.ts'
import { type PolicyFile, readPolicyFile } from './policy-file.ts'

/** A policy with the cases that lie beside it. */
export type TestedPolicy = PolicyFile & { casesFile: string; cases: readonly Case[] }
export type Loaded = { policies: TestedPolicy[]; faults: FileFault[] }

const COUNTRY = '100000'

/** Everything under `policies/` of one region's folder. A file with a fault is left out whole. */
export function loadRegion(directory: string, region: string): Loaded {
  const folder = join(directory, region, 'policies')
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : []
  const loaded: Loaded = { policies: [], faults: [] }
  for (const name of names) {
    const file = `${region}/policies/${name}`
    if (name.endsWith('.cases.yaml')) {
      if (!names.includes(name.replace('.cases', '')))
        loaded.faults.push(at(file, '没有对应的政策文件', 'there is no policy of this name'))
    } else if (name.endsWith('.yaml')) load(directory, file, loaded)
    else if (name !== 'README.md') loaded.faults.push(at(file, '这里只放 .yaml 文件', 'only .yaml files belong here'))
  }
  return loaded
}

const at = (file: string, zh: string, en: string): FileFault => ({ file, line: 1, reason: { zh, en } })

function load(directory: string, file: string, { policies, faults }: Loaded): void {
  if (!statSync(join(directory, file)).isFile()) return void faults.push(at(file, '不是文件', 'is no file'))
  const read = readPolicyFile(file, readFileSync(join(directory, file), 'utf8'))
  if ('faults' in read) return void faults.push(...read.faults)
  const { key } = read.prepared.policy
  if (`${key}.yaml` !== basename(file))
    return void faults.push(at(file, `文件名应为 ${key}.yaml`, `the file must be named ${key}.yaml`))
  const casesFile = file.replace(/\.yaml$/, '.cases.yaml')
  if (!existsSync(join(directory, casesFile)))
    return void faults.push(at(file, '旁边没有算例（.cases.yaml）', 'there are no cases beside it (.cases.yaml)'))
  const cases = readCases(casesFile, readFileSync(join(directory, casesFile), 'utf8'))
  if ('faults' in cases) return void faults.push(...cases.faults)
  policies.push({ ...read, casesFile, cases: cases.cases })
}

/** Names of the folders of regions, those of the country first. */
export const regionsIn = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{6}-/.test(entry.name))
    .map(({ name }) => name)
    .toSorted()

/** Folders whose files hold in a city, from the farthest to the nearest: country, province, city. */
export const regionsFor = (directory: string, city: string): string[] =>
  [COUNTRY, `${city.slice(0, 2)}0000`, city].flatMap((code) =>
    regionsIn(directory).filter((name) => name.startsWith(`${code}-`)),
  )

/**
 * The policies of a city by their key: its own, then those of its province and of the country whose key it has not.
 * Where the nearest file has a fault there is no policy of its key: the one it was to replace would pay other amounts.
 * @param city code of GB/T 2260, `370200`
 */
export function loadPolicies(directory: string, city: string): Loaded & { byKey: ReadonlyMap<string, TestedPolicy> } {
  const loaded = regionsFor(directory, city).map((region) => loadRegion(directory, region))
  const byKey = new Map<string, TestedPolicy>()
  for (const { policies, faults } of loaded) {
    for (const { file } of faults) byKey.delete(basename(file).replace(/(\.cases)?\.yaml$/, ''))
    // Later entries are nearer and take the place of those before.
    for (const one of policies) byKey.set(one.prepared.policy.key, one)
  }
  return { policies: [...byKey.values()], faults: loaded.flatMap(({ faults }) => faults), byKey }
}
