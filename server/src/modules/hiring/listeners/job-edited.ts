import { termsChanged } from '../../jobs/index.ts'
import type { Desk, Hear } from '../desk.ts'
import { tellAgency } from '../notices/tell-employer.ts'
import { tellTalent } from '../notices/tell.ts'
import { noteAside, openProcessesBy } from '../store/processes.ts'
import type { ProcessRow } from '../tables.ts'

const knownTo = ({ toldHash, jobHash }: ProcessRow): string => toldHash ?? jobHash

async function tellOfTerms(desk: Desk, row: ProcessRow): Promise<void> {
  if (row.personId) await tellTalent(desk, row, 'jobChanged')
  else await tellAgency(desk, row)
}

/**
 * Whoever is in a process about the posting is told that its terms have changed, once for each change. What waits for an
 * officer is told when he has approved it.
 */
export const jobEdited: Hear = async (desk, { jobId = '' }) => {
  const { tx, city } = desk
  const rows = await openProcessesBy(tx, city, 'jobId', jobId)
  if (rows.length === 0) return
  const terms = await termsChanged(tx, city, jobId, [...new Set(rows.map(knownTo))])
  for (const row of terms ? rows.filter((each) => terms.changed.has(knownTo(each))) : []) {
    await noteAside(tx, row, { toldHash: terms!.contentHash })
    await tellOfTerms(desk, row)
  }
}
