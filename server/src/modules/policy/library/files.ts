import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Names } from '@renshu/contracts'
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

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What this process has read, by folder and city. */
const policiesRead = new Map<string, PoliciesOnDisk>()
const servicesRead = new Map<string, ReadonlyMap<string, ServiceOfPolicy>>()
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

/** The service of each policy that has one, by the policy's key; services with a fault are none. */
export function servicesByPolicy(place: Place): ReadonlyMap<string, ServiceOfPolicy> {
  const before = servicesRead.get(placeKey(place))
  if (before) return before
  const { services } = loadServices(folderOf(place), place.city)
  const byPolicy = new Map(
    services.flatMap(({ prepared: { service } }) =>
      service.policy ? [[service.policy.key, { key: service.key, title: service.title }] as const] : [],
    ),
  )
  servicesRead.set(placeKey(place), byPolicy)
  return byPolicy
}
