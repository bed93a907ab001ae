import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Names } from '@renshu/contracts'
import type { Field, Service } from '@renshu/cases'
import type { Policy, PreparedPolicy } from '@renshu/policy'
import { type FileFault, loadPolicies, loadServices } from '@renshu/policy-files'
import { CITIES } from '../../../city/index.ts'
import type { Config } from '../../../platform/config.ts'

type Place = { config: Pick<Config, 'CITIES_DIR'>; city: string }

/** A policy's file without a fault. */
export interface PolicyFile {
  key: string
  /** Path below the folder of cities. */
  file: string
  text: string
  hash: string
  policy: Policy
  prepared: PreparedPolicy
}
export interface PoliciesOnDisk {
  files: readonly PolicyFile[]
  faults: readonly FileFault[]
}
/** A service by which a policy is applied for. */
export interface ServiceOfPolicy {
  key: string
  title: Names
}
/** A record that a form asks for, or that stands in for a paper. */
export interface RecordOfService {
  record: string
  label: string
  kind: 'person' | 'organisation'
  type: Field['type']
  options: readonly string[]
}
interface ServicesRead {
  byPolicy: ReadonlyMap<string, ServiceOfPolicy>
  records: readonly RecordOfService[]
}

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What this process has read, by folder and city. */
const policiesRead = new Map<string, PoliciesOnDisk>()
const servicesRead = new Map<string, ServicesRead>()
const folderOf = ({ config }: Place): string => config.CITIES_DIR ?? CITIES
const placeKey = (place: Place): string => `${folderOf(place)}\n${place.city}`

/** Reads and checks every policy of a city: takes some tenths of a second. */
export function readPolicies(place: Place): PoliciesOnDisk {
  const { city } = place
  const { policies, faults } = loadPolicies(folderOf(place), city)
  const files = policies.map(({ file, prepared }) => {
    const text = readFileSync(join(folderOf(place), file), 'utf8')
    const { policy } = prepared
    return { key: policy.key, file, text, hash: hashOfText(text), policy, prepared }
  })
  const onDisk = { files, faults }
  policiesRead.set(placeKey(place), onDisk)
  servicesRead.delete(placeKey(place))
  return onDisk
}

/** The same as it was read last. */
export const policiesOnDisk = (place: Place): PoliciesOnDisk => policiesRead.get(placeKey(place)) ?? readPolicies(place)

/** Keys of policies whose nearest file, or the cases beside it, has a fault. */
export const faultyKeys = ({ faults }: PoliciesOnDisk): ReadonlySet<string> =>
  new Set(faults.map(({ file }) => basename(file).replace(/(\.cases)?\.yaml$/, '')))

function readServices(place: Place): ServicesRead {
  const before = servicesRead.get(placeKey(place))
  if (before) return before
  const services = loadServices(folderOf(place), place.city).services.map(({ prepared }) => prepared.service)
  const read: ServicesRead = {
    byPolicy: new Map(
      services.flatMap(({ key, title, policy }) => (policy ? [[policy.key, { key, title }] as const] : [])),
    ),
    records: services.flatMap(recordsIn),
  }
  servicesRead.set(placeKey(place), read)
  return read
}

/** A paper is held, or it is not. */
function recordsIn({ applicant, fields, papers = [] }: Service): RecordOfService[] {
  const asked = [
    ...fields.map(({ record, name, type, options = [] }) => ({ record, label: name, type, options })),
    ...papers.map(({ record, name }) => ({ record, label: name.zh, type: 'boolean' as const, options: [] })),
  ]
  const kinds = applicant === 'either' ? (['person', 'organisation'] as const) : [applicant]
  return asked.flatMap(({ record, ...how }) =>
    record === undefined ? [] : kinds.map((kind) => ({ record, kind, ...how })),
  )
}

/** The service of each policy that has one, by the policy's key; services with a fault are none. */
export const servicesByPolicy = (place: Place): ReadonlyMap<string, ServiceOfPolicy> => readServices(place).byPolicy

/** Records that services ask for. */
export const recordsOfServices = (place: Place): readonly RecordOfService[] => readServices(place).records
