import { type Opened, sealCity, verifyCity } from '@renshu/server'
import { append, appendMany, type NewEntry, type Recorder } from '../../server/src/modules/ledger/index.ts'

/** Entries per second. */
export interface LedgerSpeeds {
  /** Each in a transaction of its own, one after the other. */
  single: number
  /** 5,000 in a transaction. */
  bulk: number
  sealed: number
  verified: number
}

/** A city in which nothing else is written. */
const CITY = '371100'
const AT_ONCE = 5000

const entry = (sourceId: string): NewEntry => ({
  kind: 'accounts.personRegistered',
  occurredOn: '2026-01-15',
  sourceId,
  personId: sourceId,
})

async function perSecond(times: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (times * 1000) / (performance.now() - began)
}

/** @throws Error where the chain is not whole afterwards */
export async function measureLedger(
  services: Opened['services'],
  { single, bulk }: { single: number; bulk: number },
): Promise<LedgerSpeeds> {
  const { database, secrets, clock } = services
  const record = (work: (recorder: Recorder) => Promise<unknown>) =>
    database.transaction({ kind: 'system', city: CITY }, (tx) => work({ tx, city: CITY, secrets, ...clock }))
  const singleSpeed = await perSecond(single, async () => {
    for (let at = 0; at < single; at++) await record((recorder) => append(recorder, entry(clock.newId())))
  })
  const bulkSpeed = await perSecond(bulk, async () => {
    for (let left = bulk; left > 0; left -= AT_ONCE) {
      const entries = Array.from({ length: Math.min(left, AT_ONCE) }, () => entry(clock.newId()))
      await record((recorder) => appendMany(recorder, entries))
    }
  })
  const all = single + bulk
  const sealed = await perSecond(all, () => sealCity(services, CITY))
  const verified = await perSecond(all, async () => {
    const { entries, found } = await verifyCity(services, CITY)
    if (entries !== all || found) throw new Error(`the ledger differs: ${entries} of ${all} entries, ${found} findings`)
  })
  return { single: singleSpeed, bulk: bulkSpeed, sealed, verified }
}
