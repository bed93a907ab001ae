import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, clientOf, type JobImportReport, jobsRoutes } from '@renshu/contracts'
import { Stop } from '../failure/stop.ts'
import { explainFailure } from '../input.ts'
import type { Outcome } from '../register/outcome.ts'
import { type Server, told } from '../register/over-http.ts'
import type { Terminal } from '../terminal.ts'

const BETWEEN_LOOKS_MS = 500

type Desk = Client<typeof jobsRoutes>

export interface PostingsTable {
  path: string
  organisationId: string
  /** Rows read at most; null: all. */
  most: number | null
  onRead: (rows: number) => void
}

/** The report at the end of an import; the platform goes on with it also where this program is ended. */
async function ended(desk: Desk, { organisationId, onRead }: PostingsTable, begun: JobImportReport) {
  const params = { organisationId, importId: begun.id }
  let report = begun
  while (!report.done) {
    await sleep(BETWEEN_LOOKS_MS)
    report = await desk.jobImport({ params })
    onRead(report.read)
  }
  const { read, problem } = report
  if (problem) throw new Stop('unavailable', (m) => m.import.brokenOffAt(read, problem.replace(/[。.]$/, '')))
  return report
}

/** Sends postings to a running platform, in the name of somebody who may recruit for the organisation. */
export async function importOverHttp(table: PostingsTable, server: Server, { language }: Terminal): Promise<Outcome> {
  const { path, organisationId, most } = table
  const bytes = await readFile(path).catch((error: unknown) => {
    throw explainFailure(error, path)
  })
  const { address, token, city } = server
  const desk = clientOf(jobsRoutes, {
    origin: address,
    send: (request) => fetch(request),
    newKey: randomUUID,
    headers: () => ({ authorization: `Bearer ${token}`, 'renshu-city': city, 'accept-language': language }),
  })
  const query = { name: basename(path), ...(most !== null && { limit: most }) }
  const fails = (error: unknown) => {
    throw told(error, server)
  }
  const report = await desk
    .importJobs({ params: { organisationId }, query, bytes: new Uint8Array(bytes) })
    .then((begun) => ended(desk, table, begun))
    .catch(fails)
  const { id: importId, read, created, updated, unchanged, waiting, rejectedCount } = report
  return {
    summary: { read, created, updated, unchanged, waiting, rejected: rejectedCount },
    async saveRejects(target) {
      const file = await desk.jobRejects({ params: { organisationId, importId } }).catch(fails)
      await writeFile(target, file.bytes)
    },
  }
}
