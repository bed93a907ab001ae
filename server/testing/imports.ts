import type { Client, ImportReport, registryRoutes } from '@renshu/contracts'
import { vi } from 'vitest'
import { continueImport } from '../src/modules/registry/imports/continue-import.ts'
import type { TestApp } from './app.ts'

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
