import {
  type Client,
  type ImportReport,
  type JobImportReport,
  type registryRoutes,
  talentsRoutes,
} from '@renshu/contracts'
import { expect, vi } from 'vitest'
import { continueImport } from '../src/modules/registry/imports/continue-import.ts'
import type { TestApp } from './app.ts'
import type { OrganisationGiven } from './registry.ts'

/** Imports a register and waits for the end of it; the queue takes it up too, and may have been faster. */
export async function imported(
  app: TestApp,
  officer: Client<typeof registryRoutes>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ImportReport> {
  const { id: importId } = await officer.importRegister({ query: { name: '名册.csv' }, bytes })
  await continueImport(app.services, { city: '370200', importId })
  return vi.waitFor(
    async () => {
      const report = await officer.importReport({ params: { importId } })
      if (report.status === 'running') throw new Error('still running')
      return report
    },
    { timeout: 30_000, interval: 50 },
  )
}

/** Uploads a table of people for an agency and waits until it has been read. */
export async function importedTalents(
  app: TestApp,
  { id: organisationId, owner }: Pick<OrganisationGiven, 'id' | 'owner'>,
  { name = '求职者.csv', bytes }: { name?: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<JobImportReport> {
  const desk = app.as(talentsRoutes, owner)
  const { id: importId } = await desk.importTalents({ params: { organisationId }, query: { name }, bytes })
  const look = () => desk.talentImport({ params: { organisationId, importId } })
  await expect.poll(async () => (await look()).done, { timeout: 120_000, interval: 250 }).toBe(true)
  return look()
}
