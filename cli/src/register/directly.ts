import { type Config, importRegisterFile, migrate, openServices, RegisterRefused } from '@renshu/server'
import { Stop } from '../failure/stop.ts'
import type { Terminal } from '../terminal.ts'
import { type Outcome, writeRejected } from './outcome.ts'

/** Imports a register into the database of the settings, which no server may have open where it is the embedded one. */
export async function importDirectly(
  path: string,
  config: Config,
  code: string,
  { language, messages }: Terminal,
): Promise<Outcome> {
  const { services, close } = await openServices(config)
  try {
    const city = services.cities.get(code)
    if (!city) throw new Stop('usage', (m) => m.import.badCity(code))
    await migrate(services.database)
    const { rejected, ...counts } = await importRegisterFile(services, city, path, language)
    return {
      summary: { ...counts, rejected: rejected.length },
      saveRejects: (target) => writeRejected(target, rejected, messages),
    }
  } catch (error) {
    if (error instanceof RegisterRefused)
      throw new Stop('input', (m) => m.import.refused(error.message.replace(/[。.]$/, '')))
    throw error
  } finally {
    await close()
  }
}
