import { type DemoMark, markPart } from '../city/index.ts'
import type { Tx } from '../platform/database/index.ts'
import type { Services } from '../platform/services.ts'
import { idsOf } from './ids.ts'

/** How far the making up has come. */
export type Progress = (what: 'people' | 'postings' | 'talents', done: number, of: number) => void

/** What is known of a city that is being made up. */
export interface Making {
  services: Services
  mark: DemoMark
}

/** Writes the rows of a part, which are made already. */
export type Write = (tx: Tx) => Promise<void>

/** Some of the records of a made-up city; what later parts need of it is known before it is made. */
export interface DemoPart {
  /** Makes its rows, with pauses: those of the part before are being written meanwhile. */
  make: (newId: () => string) => Promise<Write>
  progress?: Parameters<Progress>
}

/** What fills records in a transaction as if it was the instant at which the city was made. */
export const deskOf = ({ services, mark }: Making, tx: Tx, newId: () => string) => {
  const { cities, secrets } = services
  return { tx, city: mark.city, cities, secrets, newId, now: () => mark.madeAt }
}

/**
 * Writes the parts that are not there yet, each in a transaction of its own that counts it too: whoever stops loses one
 * part at most. No more than two of them are in memory.
 * @throws Error where another process fills the city
 */
export async function keepParts(making: Making, parts: Iterable<DemoPart>, progress: Progress): Promise<void> {
  const { services, mark } = making
  const { database } = services
  let number = 0
  let writing: Promise<void> = Promise.resolve()
  const keep = async (write: Write, at: number, told: DemoPart['progress']) => {
    await database.transaction({ kind: 'system', city: mark.city }, async (tx) => {
      await write(tx)
      if (!(await markPart(tx, mark.city, at))) throw new Error(`another process fills ${mark.city}`)
    })
    if (told) progress(...told)
  }
  for (const part of parts) {
    if (++number <= mark.parts) continue
    const write = await part.make(idsOf(mark.city, mark.madeAt, number))
    await writing
    writing = keep(write, number, part.progress)
    // While the next part is made nobody waits for this one.
    writing.catch(() => {})
  }
  await writing
}
