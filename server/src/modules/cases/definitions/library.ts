import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AskingPolicy, Prepared } from '@renshu/cases'
import { prepareService } from '@renshu/cases'
import { type FileFault, type LoadedService, loadServices, regionsFor } from '@renshu/policy-files'
import { CITIES } from '../../../city/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Config } from '../../../platform/config.ts'
import type { Desk } from '../ports.ts'
import { sha256 } from '../settings.ts'
import { type KeptSource, tables } from '../tables.ts'

type Place = { config: Pick<Config, 'CITIES_DIR'>; city: string }
/** What reading definitions needs. */
export type Shelf = Place & { tx: Tx }

export interface Definition {
  prepared: Prepared
  /** Path below the folder of cities. */
  file: string
  since: Date | null
}

/** What this process has read from files, by folder and city. */
const read = new Map<string, { services: readonly LoadedService[]; faults: readonly FileFault[] }>()
const folderOf = ({ config }: Place): string => config.CITIES_DIR ?? CITIES
const keyOf = (place: Place) => `${folderOf(place)}\n${place.city}`

/** Reads and checks every service of a city: takes some tenths of a second. */
function readFiles(place: Place) {
  const found = loadServices(folderOf(place), place.city)
  read.set(keyOf(place), found)
  return found
}
const filesOf = (place: Place) => read.get(keyOf(place)) ?? readFiles(place)

/** What is wrong in the files as they were read last. */
export const faultsOf = (place: Place): readonly FileFault[] => filesOf(place).faults

/** Prepared definitions by their version: the same content is the same service. */
const prepared = new Map<string, Prepared>()

function prepare({ service, policy }: KeptSource): Prepared {
  const result = prepareService(service, policy ?? undefined, sha256)
  if ('faults' in result) throw new Error(`the kept definition of ${service.key} has faults`)
  return result.prepared
}

const sourceOf = ({ service, asked, fields }: Prepared): KeptSource => {
  const policy: AskingPolicy | null = service.policy
    ? { key: service.policy.key, facts: asked.map((key) => fields.get(key)! as AskingPolicy['facts'][number]) }
    : null
  return { service, policy }
}

/** A definition in which a case was begun, as it was then. */
export async function definitionOf({ tx, city, config }: Shelf, key: string, version: string): Promise<Prepared> {
  const known = prepared.get(version)
  if (known) return known
  const onDisk = filesOf({ config, city }).services.find((one) => one.prepared.version === version)
  if (onDisk) return keep(onDisk.prepared)
  const row = await tables(tx)
    .selectFrom('cases.definition')
    .select('source')
    .where('city', '=', city)
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return keep(prepare(row.source))
}

function keep(one: Prepared): Prepared {
  prepared.set(one.version, one)
  return one
}

/** The services that run in a city, by key. Where none was taken over from the files yet, what the files say. */
export async function servicesOf(shelf: Shelf): Promise<ReadonlyMap<string, Definition>> {
  const { tx, city } = shelf
  const rows = await tables(tx)
    .selectFrom('cases.definition')
    .select(['key', 'version', 'file', 'since'])
    .where('city', '=', city)
    .where('running', '=', true)
    .orderBy('key')
    .execute()
  const found = new Map<string, Definition>()
  if (rows.length === 0) {
    for (const { file, prepared: one } of filesOf(shelf).services)
      found.set(one.service.key, { prepared: keep(one), file, since: null })
    return found
  }
  for (const { key, version, file, since } of rows)
    found.set(key, { prepared: await definitionOf(shelf, key, version), file, since })
  return found
}

export const serviceOf = async (shelf: Shelf, key: string): Promise<Definition | undefined> =>
  (await servicesOf(shelf)).get(key)

/** Keeps a version with the first case that uses it. Scope `system`. */
export async function keepVersion(desk: Desk, { prepared: one, file }: Pick<Definition, 'prepared' | 'file'>) {
  const { tx, city, newId, now } = desk
  const { key } = one.service
  const source = JSON.stringify(sourceOf(one))
  await tables(tx)
    .insertInto('cases.definition')
    .values({ city, id: newId(), key, version: one.version, file, source, since: now(), running: false })
    .onConflict((conflict) => conflict.columns(['city', 'key', 'version']).doNothing())
    .execute()
}

/** Whether a file that would be a service's is there: then the service was not taken away, it has a fault. */
const hasFile = (place: Place, key: string): boolean =>
  regionsFor(folderOf(place), place.city).some((region) =>
    existsSync(join(folderOf(place), region, 'services', `${key}.yaml`)),
  )

/**
 * Reads the files again and lets what is without a fault run. A service whose file has a fault runs on as it was; one
 * whose file is gone takes no more cases. Scope `system`.
 * @returns keys of services that run in another version than before
 */
export async function takeOver(desk: Desk): Promise<string[]> {
  const { tx, city } = desk
  const before = await servicesOf(desk)
  const { services } = readFiles(desk)
  const db = tables(tx)
  for (const one of services) await keepVersion(desk, one)
  const now = new Map(services.map(({ prepared: { service, version } }) => [service.key, version]))
  for (const key of before.keys())
    if (!now.has(key) && hasFile(desk, key)) now.set(key, before.get(key)!.prepared.version)
  const isRunning = await db
    .selectFrom('cases.definition')
    .select(['id', 'key', 'version', 'running'])
    .where('city', '=', city)
    .orderBy('id')
    .forUpdate()
    .execute()
  const ids = (wanted: boolean) =>
    isRunning
      .filter(({ key, version, running }) => running !== wanted && (now.get(key) === version) === wanted)
      .map(({ id }) => id)
  for (const running of [false, true]) {
    const changing = ids(running)
    if (changing.length > 0)
      await db
        .updateTable('cases.definition')
        .set({ running })
        .where('city', '=', city)
        .where('id', 'in', changing)
        .execute()
  }
  return [...now]
    .filter(([key, version]) => before.get(key)?.prepared.version !== version)
    .map(([key]) => key)
    .toSorted()
}
