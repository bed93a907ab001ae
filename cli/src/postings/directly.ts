import { type Config, importPostingsFile, migrate, openServices, PostingsRefused } from '@renshu/server'
import { Stop } from '../failure/stop.ts'
import { type Outcome, writeRejected } from '../register/outcome.ts'
import type { Terminal } from '../terminal.ts'

interface Table {
  path: string
  organisationId: string
  most: number | null
  onShare: (share: number) => void
}

/** Imports postings into the database of the settings, which no server may have open where it is the embedded one. */
export async function importDirectly(
  { path, organisationId, most, onShare }: Table,
  config: Config,
  code: string,
  { language, messages }: Terminal,
): Promise<Outcome> {
  const { services, close } = await openServices(config)
  try {
    const city = services.cities.get(code)
    if (!city) throw new Stop('usage', (m) => m.import.badCity(code))
    await migrate(services.database)
    const wanted = { organisationId, path, most, language, onBatch: onShare }
    const { rejected, ...counts } = await importPostingsFile(services, city, wanted)
    return {
      summary: { ...counts, rejected: rejected.length },
      saveRejects: (target) => writeRejected(target, rejected, messages),
    }
  } catch (error) {
    if (error instanceof PostingsRefused)
      throw new Stop('input', (m) => m.import.refused(error.message.replace(/[。.]$/, '')))
    throw error
  } finally {
    await close()
  }
}
