import type { JobCard } from '@renshu/contracts'
import { occupation as occupationOf } from '@renshu/codes'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { jobCards } from '../../jobs/index.ts'
import { fail } from '../errors.ts'
import { lastCount, lonelyJobsIn, shortagesIn } from '../store.ts'

const MOST_JOBS = 100

interface Occupation {
  code: string
  name: string
  openings: number
  openingsAlone: number
  talents: number
  talentsAlone: number
}

/** Where openings find nobody and people find nothing, as counted last, the greatest gap first. */
export async function showShortages(
  context: Context,
  district: string | undefined,
): Promise<{ asOf: string; day: string; occupations: Occupation[]; jobs: JobCard[] }> {
  const { tx, city } = context
  const countedAt = await lastCount(tx, city)
  if (!countedAt) throw fail.unavailable()
  const sums = new Map<string, Occupation>()
  for (const row of await shortagesIn(tx, city, district)) {
    const { occupation: code } = row
    const sum = sums.get(code) ?? { code, name: occupationOf(code)?.name ?? '', ...NOTHING }
    for (const key of COUNTS) sum[key] += row[key]
    sums.set(code, sum)
  }
  const ids = (await lonelyJobsIn(tx, city, district, MOST_JOBS)).map(({ jobId }) => jobId)
  const cards = await jobCards(context, ids)
  return {
    asOf: countedAt.toISOString(),
    day: dayOf(countedAt),
    occupations: [...sums.values()].toSorted((a, b) => gap(b) - gap(a) || (a.code < b.code ? -1 : 1)),
    jobs: ids.flatMap((id) => cards.get(id) ?? []),
  }
}

const COUNTS = ['openings', 'openingsAlone', 'talents', 'talentsAlone'] as const
const NOTHING = { openings: 0, openingsAlone: 0, talents: 0, talentsAlone: 0 }
const gap = ({ openingsAlone, talentsAlone }: Occupation): number => openingsAlone + talentsAlone
