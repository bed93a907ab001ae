import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, clientOf, type ImportReport, ProblemError, registryRoutes } from '@renshu/contracts'
import { Stop } from '../failure/stop.ts'
import { explainFailure } from '../input.ts'
import type { Terminal } from '../terminal.ts'
import type { Outcome } from './outcome.ts'

export interface Server {
  /** Without `/api`, e.g. `http://127.0.0.1:8080`. */
  address: string
  /** Of whoever signed in as a program. */
  token: string
  city: string
}

const clientFor = ({ address, token, city }: Server, { language }: Terminal) =>
  clientOf(registryRoutes, {
    origin: address,
    send: (request) => fetch(request),
    newKey: randomUUID,
    headers: () => ({ authorization: `Bearer ${token}`, 'renshu-city': city, 'accept-language': language }),
  })

/** @throws Stop (unavailable) with what the server said, or that it does not answer */
export function told(error: unknown, { address }: Pick<Server, 'address'>): unknown {
  if (error instanceof ProblemError) {
    const { detail, title } = error.problem
    return new Stop('unavailable', (m) => m.import.serverSays((detail ?? title).replace(/[。.]$/, '')))
  }
  // What fetch throws where nobody listens.
  return error instanceof TypeError ? new Stop('unavailable', (m) => m.import.serverAway(address)) : error
}

const BETWEEN_LOOKS_MS = 500

/** The report at the end of an import; the platform goes on with it also where this program is ended. */
async function ended(client: Client<typeof registryRoutes>, begun: ImportReport): Promise<ImportReport> {
  let report = begun
  while (report.status === 'running') {
    await sleep(BETWEEN_LOOKS_MS)
    report = await client.importReport({ params: { importId: begun.id } })
  }
  if (report.status === 'failed') throw new Stop('unavailable', (m) => m.import.brokenOff(report.read, report.rows))
  return report
}

/** Sends a register to a running platform, in the name of an officer. */
export async function importOverHttp(path: string, server: Server, terminal: Terminal): Promise<Outcome> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw explainFailure(error, path)
  })
  const client = clientFor(server, terminal)
  const call = { query: { name: basename(path) }, bytes: new Uint8Array(bytes) }
  const report = await client
    .importRegister(call)
    .then((begun) => ended(client, begun))
    .catch((error: unknown) => {
      throw told(error, server)
    })
  const { id, read, created, updated, unchanged, rejectedCount } = report
  return {
    summary: { read, created, updated, unchanged, rejected: rejectedCount },
    async saveRejects(target) {
      const file = await client.importRejects({ params: { importId: id } }).catch((error: unknown) => {
        throw told(error, server)
      })
      await writeFile(target, file.bytes)
    },
  }
}
