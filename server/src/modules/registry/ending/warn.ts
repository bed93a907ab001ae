import type { LicenceKind } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobDefinition } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { tellOwners } from '../../accounts/index.ts'
import { noticeDays } from '../settings.ts'
import { daysBetween, noticeDue } from './rules.ts'
import { soon } from './show.ts'
import { type EndingRow, insertNotice, listEnding } from './store.ts'

const PAPERS: Record<LicenceKind, string> = {
  licence: '人力资源服务许可证',
  filing: '人力资源服务备案',
  dispatchLicence: '劳务派遣经营许可证',
}

const words = ({ name, kind, number, validUntil }: EndingRow, left: number): string =>
  `【人枢】${name}的${PAPERS[kind]}（${number}）将于${validUntil}到期，还有${left}天。请及时办理延续，并在“许可与备案”中登记新的有效期。`

/** Warns the owners of one organisation, where this warning was not sent before. */
async function warn(services: Services, tx: Tx, city: string, row: EndingRow): Promise<void> {
  const { clock, jobs, secrets } = services
  const today = dayOf(clock.now())
  const left = daysBetween(today, row.validUntil)
  const days = noticeDue(noticeDays({ ...services, city }, today), left)
  if (days === undefined) return
  const notice = { city, id: clock.newId(), licenceId: row.id, days, sentAt: clock.now() }
  if (!(await insertNotice(tx, notice))) return
  const until = new Date(`${row.validUntil}T23:59:59+08:00`)
  const text = words(row, left)
  await tellOwners({ tx, city, secrets, jobs, ...clock }, row.organisationId, {
    kind: 'registry.licenceEnding',
    subject: `${PAPERS[row.kind]}即将到期`,
    text,
    until,
  })
}

/** Every morning: owners hear that a licence or filing ends, at most once for each number of days. */
export const warningJob = (services: Services): JobDefinition => ({
  name: 'registry.warnOfEnds',
  cron: '0 9 * * *',
  async run() {
    const { cities, database, clock } = services
    for (const city of cities.keys())
      await database.transaction({ kind: 'system', city }, async (tx) => {
        const rows = await listEnding(tx, city, soon({ cities, city }, dayOf(clock.now())))
        for (const row of rows) await warn(services, tx, city, row)
      })
  },
})
