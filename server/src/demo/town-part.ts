import { type City, markDemo } from '../city/index.ts'
import { fillAccounts } from '../modules/accounts/index.ts'
import { appendMany } from '../modules/ledger/index.ts'
import { fillRegistry } from '../modules/registry/index.ts'
import { insertMany } from '../platform/bulk/index.ts'
import type { Tx } from '../platform/database/index.ts'
import { sha256Of } from '../platform/files/index.ts'
import { exampleDocument } from './document.ts'
import { type DemoPart, deskOf, type Making } from './parts.ts'
import type { DemoRecords } from './records.ts'

type DemoFile = Omit<DemoRecords['files'][number], 'organisationId'> & { organisationId: string | null }

/** One document, held under as many names as there are applications. */
export async function keepDocuments({ services, mark }: Making, tx: Tx, records: readonly DemoFile[]): Promise<void> {
  const bytes = exampleDocument()
  const sha256 = sha256Of(bytes)
  await services.files.put(sha256, bytes)
  const same = { city: mark.city, type: 'application/pdf', size: bytes.length, sha256 }
  await insertMany(
    tx,
    'platform.file',
    records.map((record) => ({ ...same, ...record })),
  )
}

/** Whether anything is registered in the city: then it is somebody's, and nothing is made up in it. */
export async function isTaken(tx: Tx, { code }: Pick<City, 'code'>): Promise<boolean> {
  const found = await tx
    .withTables<{ 'registry.vOrganisation': { city: string; id: string } }>()
    .selectFrom('registry.vOrganisation')
    .select('id')
    .where('city', '=', code)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The first part: organisations with their people, papers and ledger entries, and the mark that the city is made up. */
export const townPart = (making: Making, records: DemoRecords): DemoPart => ({
  make: async (newId) => async (tx) => {
    const { mark } = making
    const desk = deskOf(making, tx, newId)
    await markDemo(tx, { ...mark, parts: 0 })
    await fillAccounts(desk, records.accounts)
    await fillRegistry(tx, records.registry)
    await keepDocuments(making, tx, records.files)
    await appendMany(desk, records.entries)
  },
})
