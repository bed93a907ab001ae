import { dayOf } from '../../../platform/clock.ts'
import type { Services } from '../../../platform/services.ts'
import { systemDesk } from '../desk.ts'
import { forgetTold, markTold, untold } from '../store/told.ts'
import { tellDay } from './tell-employer.ts'

const AT_ONCE = 200

/**
 * Tells every organisation of a city in one message what it was not told at once. A batch is a transaction: what was
 * told is marked with it, so that a run that breaks off tells nobody twice.
 */
export async function tellDays(services: Services, city: string): Promise<void> {
  for (let read = AT_ONCE; read === AT_ONCE;)
    read = await services.database.transaction({ kind: 'system', city }, async (tx) => {
      const desk = systemDesk(services, tx, city)
      const rows = await untold(tx, city, AT_ONCE)
      const sums = new Map<string, { city: string; organisationId: string; arrived: number; ended: number }>()
      for (const { organisationId, arrived, told, ended } of rows) {
        const sum = sums.get(organisationId) ?? { city, organisationId, arrived: 0, ended: 0 }
        sums.set(organisationId, { ...sum, arrived: sum.arrived + arrived - told, ended: sum.ended + ended })
      }
      for (const [organisationId, sum] of sums) await tellDay(desk, organisationId, sum)
      await markTold(tx, rows)
      await forgetTold(tx, city, dayOf(desk.now()))
      return rows.length
    })
}
