import { type Config, FolderInUse, importPostingsFile } from '@renshu/server'
import type { OptionOf } from '../commands.ts'
import { Stop } from '../failure/stop.ts'
import type { Arguments } from '../parse.ts'
import type { Progress } from '../progress.ts'
import { importDirectly } from '../register/directly.ts'
import type { Outcome } from '../register/outcome.ts'
import type { Server } from '../register/over-http.ts'
import { say, type Terminal } from '../terminal.ts'
import { importOverHttp } from './over-http.ts'
import { chooseOrganisation, recruiterOf, signInToDemo } from './sign-in.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LARGEST = 10_000_000

interface Wanted {
  path: string
  args: Arguments<OptionOf<'import'>>
  config: Config
  server: Server
  progress: Progress
}

function organisationIn(args: Wanted['args']): string | undefined {
  const id = args.value('organisation')
  if (id !== undefined && !ID.test(id)) throw new Stop('usage', (m) => m.import.notOrganisation(id))
  return id?.toLowerCase()
}

const mostIn = (args: Wanted['args']): number | null =>
  args.has('limit') ? Math.min(LARGEST, Math.max(1, args.count('limit', LARGEST))) : null

async function overHttp({ path, args, server, progress }: Wanted, terminal: Terminal): Promise<Outcome> {
  const organisationId = chooseOrganisation(organisationIn(args), await recruiterOf(server))
  const most = mostIn(args)
  const onRead = (rows: number) => progress.show(most === null ? 0 : rows / most)
  return importOverHttp({ path, organisationId, most, onRead }, server, terminal)
}

/** In the name of the demo's employer, where a demo runs there; undefined elsewhere. */
async function asDemo(wanted: Wanted, terminal: Terminal): Promise<Outcome | undefined> {
  const token = await signInToDemo(wanted.server)
  if (token === undefined) return undefined
  const server = { ...wanted.server, token }
  const { name } = await recruiterOf(server)
  await say(terminal, terminal.messages.import.inNameOf(name))
  return overHttp({ ...wanted, server }, terminal)
}

async function directly({ path, args, config, server, progress }: Wanted, terminal: Terminal): Promise<Outcome> {
  const organisationId = organisationIn(args)
  if (!organisationId) throw new Stop('usage', (m) => m.import.organisationNeeded)
  const { language } = terminal
  const table = { organisationId, path, most: mostIn(args), language, onBatch: progress.show }
  return importDirectly((services, city) => importPostingsFile(services, city, table), config, server.city, terminal)
}

/**
 * Postings of one organisation: into a running platform with a token; into the demo that runs here without one; else
 * straight into the database.
 */
export async function importPostings(wanted: Wanted, terminal: Terminal): Promise<Outcome> {
  const { args, server } = wanted
  if (server.token) return overHttp(wanted, terminal)
  const demo = await asDemo(wanted, terminal)
  if (demo) return demo
  if (args.has('server')) return overHttp(wanted, terminal)
  return directly(wanted, terminal).catch(async (error: unknown) => {
    if (error instanceof FolderInUse) await say(terminal, terminal.messages.import.inUse)
    throw error
  })
}
