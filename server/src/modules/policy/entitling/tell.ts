import type { RecordSubject } from '../../../platform/records.ts'
import type { Services } from '../../../platform/services.ts'
import { tellOwners, tellPerson } from '../../accounts/index.ts'
import { markTold } from './store.ts'
import { noticeOf } from './words.ts'

/** An entitlement of which its subject was not told yet. */
export interface Untold {
  id: string
  subject: RecordSubject
  title: { zh: string; en: string }
  /** The amount, as it is shown. */
  shown: string
}

/** So many are told in one transaction: others wait for it on the embedded database. */
const AT_ONCE = 100

/** Tells whom it concerns, each once, in transactions of their own: a first night finds thousands. */
export async function tellAll(services: Services, city: string, untold: readonly Untold[]): Promise<void> {
  const { database, secrets, jobs, clock, cities } = services
  for (let from = 0; from < untold.length; from += AT_ONCE) {
    const some = untold.slice(from, from + AT_ONCE)
    await database.transaction({ kind: 'system', city }, async (tx) => {
      const desk = { tx, city, secrets, jobs, ...clock }
      const ids = some.map(({ id }) => id)
      const now = await markTold(tx, city, ids, clock.now())
      for (const { id, subject, title, shown } of some) {
        if (!now.has(id)) continue
        const notice = noticeOf({ cities, city }, title, shown)
        await (subject.kind === 'person' ? tellPerson(desk, subject.id, notice) : tellOwners(desk, subject.id, notice))
      }
    })
  }
}
