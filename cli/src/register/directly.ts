import { type Config, migrate, type Opened, openServices, TableRefused } from '@renshu/server'
import { Stop } from '../failure/stop.ts'
import type { Terminal } from '../terminal.ts'
import { type Outcome, type TableSummary, writeRejected } from './outcome.ts'

type Services = Opened['services']
type City = Services['cities'] extends ReadonlyMap<string, infer Each> ? Each : never

export type DirectWork = (services: Services, city: City) => Promise<TableSummary>

/**
 * Imports a table by `work` into the database of the settings, which no server may have open where it is the embedded
 * one.
 */
export async function importDirectly(
  work: DirectWork,
  config: Config,
  code: string,
  { messages }: Terminal,
): Promise<Outcome> {
  const { services, close } = await openServices(config)
  try {
    const city = services.cities.get(code)
    if (!city) throw new Stop('usage', (m) => m.import.badCity(code))
    await migrate(services.database)
    const { rejected, ...counts } = await work(services, city)
    return {
      summary: { ...counts, rejected: rejected.length },
      saveRejects: (target) => writeRejected(target, rejected, messages),
    }
  } catch (error) {
    if (error instanceof TableRefused)
      throw new Stop('input', (m) => m.import.refused(error.message.replace(/[。.]$/, '')))
    throw error
  } finally {
    await close()
  }
}
