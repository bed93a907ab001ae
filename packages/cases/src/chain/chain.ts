import type { Hash, Prepared } from '../definition/prepare.ts'
import type { Event, EventBody } from '../running/state.ts'
import { canonical } from './canonical.ts'

type Link = Omit<Event, 'body' | 'salt' | 'seal' | 'hash'>
/** An event as it is kept: salt and body are gone once what they say was erased. */
export type KeptEvent = Omit<Event, 'body' | 'salt'> & { body?: EventBody | undefined; salt?: string | undefined }

const sealOf = (salt: string, body: EventBody, hash: Hash): string => hash(canonical([salt, body]))

// Only references stand in the link: what is personal is behind the salted seal, and no guess can be tried against it.
const hashOf = ({ case: id, n, at, step, actor, command, seal, prev }: Omit<KeptEvent, 'hash'>, hash: Hash): string =>
  hash(canonical({ case: id, n, at, step, actor, command, seal, prev }))

/** Seals a body and hangs it on what came before. */
export function link(event: Link, body: EventBody, salt: string, hash: Hash): Event {
  const sealed = { ...event, seal: sealOf(salt, body, hash) }
  return { ...sealed, salt, body, hash: hashOf(sealed, hash) }
}

export type Verdict =
  | { isWhole: true; head: string }
  | { isWhole: false; n: number; wrong: 'order' | 'link' | 'hash' | 'seal' }

/** Computes every hash again; names the first event that is not as it was. */
export function verifyChain({ version }: Pick<Prepared, 'version'>, events: readonly KeptEvent[], hash: Hash): Verdict {
  let head = version
  for (const [place, event] of events.entries()) {
    const refuse = (wrong: 'order' | 'link' | 'hash' | 'seal'): Verdict => ({ isWhole: false, n: place + 1, wrong })
    if (event.n !== place + 1 || event.case !== events[0]!.case) return refuse('order')
    if (event.prev !== head) return refuse('link')
    if (event.hash !== hashOf(event, hash)) return refuse('hash')
    if (event.body && event.seal !== sealOf(event.salt ?? '', event.body, hash)) return refuse('seal')
    head = event.hash
  }
  return { isWhole: true, head }
}
