import { type JobImportReport, talentsRoutes } from '@renshu/contracts'
import { expect } from 'vitest'
import type { TestApp } from './app.ts'
import type { OrganisationGiven } from './registry.ts'

/** Uploads a table of people for an agency and waits until it has been read. */
export async function importing(
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
