import { setImmediate as breathe } from 'node:timers/promises'
import type { Found } from '@renshu/match'
import type { Market } from './market/market.ts'
import type { LonelyJobRow, ShortageRow } from './tables.ts'

/** Questions in a row before other work of the process gets its turn. */
const IN_A_ROW = 20
const UNKNOWN = ''

/**
 * Counts a whole city: by occupation (小类, `4-02-02`) and district the openings and talents there are, and those for
 * whom the other side holds nobody that fits.
 * @param least points below which a fit counts as none
 */
export async function countShortages(
  market: Market,
  city: string,
  least: number,
): Promise<{ shortages: ShortageRow[]; lonely: LonelyJobRow[] }> {
  const cells = new Map<string, ShortageRow>()
  const cell = (code: string | null, place: string | null): ShortageRow => {
    const [occupation, district] = [code?.split('-').slice(0, 3).join('-') ?? UNKNOWN, place ?? UNKNOWN]
    const key = `${occupation} ${district}`
    const empty = { city, occupation, district, openings: 0, openingsAlone: 0, talents: 0, talentsAlone: 0 }
    const found = cells.get(key) ?? empty
    cells.set(key, found)
    return found
  }
  const isAlone = ([best]: readonly Found[]) => best === undefined || best.points < least
  const lonely: LonelyJobRow[] = []
  let asked = 0
  for (const [jobId, { openings, occupation, district }] of market.jobs) {
    const found = market.talentsFor(jobId, 1, 0)
    if (!found) continue
    const row = cell(occupation, district)
    row.openings += openings
    if (isAlone(found)) {
      row.openingsAlone += openings
      lonely.push({ city, jobId, district: district ?? UNKNOWN, openings })
    }
    if (++asked % IN_A_ROW === 0) await breathe()
  }
  for (const [talentId, { isLooking, occupation, district }] of market.talents) {
    const found = isLooking && market.jobsFor(talentId, 1, 0)
    if (!found) continue
    const row = cell(occupation, district)
    row.talents++
    if (isAlone(found)) row.talentsAlone++
    if (++asked % IN_A_ROW === 0) await breathe()
  }
  return { shortages: [...cells.values()], lonely }
}
