import type { Services } from '../services.ts'
import type { Context } from './context.ts'

/** Slow work, then what ends the request in its write transaction. */
export type SlowWork<O> = (services: Services) => Promise<(context: Context) => Promise<O>>

/** A handler that works between two transactions; made by `withSlowStep`. */
export interface SlowHandler<I, O> {
  begin: (input: I, context: Context) => Promise<SlowWork<O>>
}

interface Steps<I, O, Seen, Done> {
  /** Reads what the slow work needs, in a transaction that cannot write. */
  look: (input: I, context: Context) => Promise<Seen>
  /** Hashes a password, asks another server: outside any transaction, once, however often the last step is tried. */
  work: (seen: Seen, services: Services) => Promise<Done>
  /** Writes, after the rights were checked again. What `look` saw may have changed: this has to look again. */
  handle: (input: I, context: Context, done: Done) => Promise<O>
}

/** A handler for work that would hold a connection of the database for long: on the embedded one, the only one. */
export const withSlowStep = <I, O, Seen, Done>({ look, work, handle }: Steps<I, O, Seen, Done>): SlowHandler<I, O> => ({
  async begin(input, context) {
    const seen = await look(input, context)
    return async (services) => {
      const done = await work(seen, services)
      return (context) => handle(input, context, done)
    }
  },
})
