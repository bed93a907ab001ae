import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type AskingPolicy, type Prepared, readService, type Service } from '@renshu/cases'
import type { Policy } from '@renshu/policy'
import { type FileFault, locate } from '../reading/fault.ts'
import { loadPolicies, regionsFor } from '../reading/folder.ts'
import { readYaml } from '../reading/yaml.ts'
import { joinFlow, type Joined, type SourceFile } from './join-flow.ts'
import { FLOW, SERVICE, WHOLE } from './service-shape.ts'

/** Commands of modules that a service's outcomes may name. */
export const OUTCOME_KINDS: ReadonlySet<string> = new Set([
  'pay',
  'grantLicence',
  'renewLicence',
  'changeLicence',
  'revokeLicence',
  'recordFiling',
  'recordReport',
  'recordComplaint',
  'closeComplaint',
  'reviseDecision',
  'registerBusiness',
  'recordVisit',
  'admitToPark',
])

export type LoadedService = { file: string; prepared: Prepared }
export type LoadedServices = { services: LoadedService[]; faults: FileFault[] }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The services of a city: its own, then those of its province and of the country whose key it has not.
 * A file with a fault is left out whole, and with it what lies further away under its key.
 * @param city code of GB/T 2260, `370200`
 */
export function loadServices(directory: string, city: string): LoadedServices {
  const sources = regionsFor(directory, city).flatMap((region) => filesOf(directory, region))
  const read = sources.map((source) => readSource(directory, source))
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []))
  const files = read.flatMap((one) => ('faults' in one ? [] : [one]))
  // Nearer folders come later and take the place of those before.
  const byName = new Map(files.map((one) => [basename(one.file), one]))
  const joined = [...byName.values()].filter(({ file }) => !isFlow(file)).map((own) => joinedWith(own, byName, faults))
  const whole = joined.filter((one) => one !== undefined)
  const policies = loadPolicies(directory, city).policies.map(({ prepared }) => prepared.policy)
  const held = heldBy(whole, policies)
  const services = whole.flatMap((one) => readJoined(one, policies, held, faults))
  // A fault of a flow comes up in every service that goes through it.
  return { services, faults: [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()] }
}

const isFlow = (file: string): boolean => file.endsWith('.flow.yaml')

function filesOf(directory: string, region: string): string[] {
  const folder = join(directory, region, 'services')
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : []
  return names.filter((name) => name !== 'README.md').map((name) => `${region}/services/${name}`)
}

const said = (file: string, line: number, zh: string, en: string): FileFault => ({ file, line, reason: { zh, en } })

function readSource(directory: string, file: string): SourceFile | { faults: FileFault[] } {
  if (!file.endsWith('.yaml')) return { faults: [said(file, 1, '这里只放 .yaml 文件', 'only .yaml files belong here')] }
  const yaml = readYaml(file, readFileSync(join(directory, file), 'utf8'))
  if ('faults' in yaml) return yaml
  const misshapen = (isFlow(file) ? FLOW : SERVICE)(yaml.content, [])
  if (misshapen.length > 0) return { faults: misshapen.map((fault) => locate(file, yaml.lineOf(fault.path), fault)) }
  const { key, flow } = yaml.content as { key?: string; flow?: string }
  const name = isFlow(file) ? `${flow}.flow.yaml` : `${key}.yaml`
  if (name !== basename(file))
    return { faults: [said(file, 1, `文件名应为 ${name}`, `the file must be named ${name}`)] }
  return { file, yaml }
}

type Whole = { file: string; joined: Joined; service: Service }

function joinedWith(own: SourceFile, byName: ReadonlyMap<string, SourceFile>, faults: FileFault[]): Whole | undefined {
  const { flow: name } = own.yaml.content as { flow?: string }
  const flow = name === undefined ? undefined : byName.get(`${name}.flow.yaml`)
  if (name !== undefined && !flow) {
    faults.push(said(own.file, own.yaml.lineOf(['flow']), `没有流程“${name}”`, `there is no flow “${name}”`))
    return undefined
  }
  const joined = joinFlow(own, flow)
  const lacking = WHOLE(joined.content, [])
  faults.push(...lacking.map(({ reason }) => ({ file: own.file, line: 1, reason })))
  return lacking.length > 0 ? undefined : { file: own.file, joined, service: joined.content as Service }
}

/** What records know, by the keys and names under which policies and services of the city ask them. */
function heldBy(whole: readonly Whole[], policies: readonly Policy[]): Map<string, string> {
  const asking = [...policies.flatMap(({ facts }) => facts), ...whole.flatMap(({ service }) => service.fields)]
  return new Map(
    asking.flatMap(({ key, name, record }): [string, string][] =>
      record === undefined
        ? []
        : [
            [key, record],
            [name, record],
          ],
    ),
  )
}

function readJoined(
  { file, joined, service }: Whole,
  policies: readonly AskingPolicy[],
  held: ReadonlyMap<string, string>,
  faults: FileFault[],
): LoadedService[] {
  const policy = policies.find(({ key }) => key === service.policy?.key)
  const read = readService(service, { policy, held, kinds: OUTCOME_KINDS, hash: sha256 })
  if ('prepared' in read) return [{ file, prepared: read.prepared }]
  for (const fault of read.faults) {
    const { file: where, line, path } = joined.placeOf(fault.path)
    faults.push(locate(where, line, { ...fault, path }))
  }
  return []
}
