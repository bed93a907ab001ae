import type { Clock } from '../clock.ts'
import type { Tx } from '../database/index.ts'
import type { JobDefinition } from '../jobs/index.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Services } from '../services.ts'

/** The job that sends a message. */
export const SENT_LATER = 'platform.message'

/** A message that leaves when the transaction has committed. */
export interface Message {
  channel: 'sms' | 'mail'
  /** Phone or mail address, sealed. */
  to: string
  /** Keyed hash of whoever it is for, by which it can be taken out of the queue. */
  about: string
  /** What it is about, `module.camelCase`; all that is readable in the queue. */
  kind: string
  subject?: string
  text: string
  /** Past this instant it is not sent any more. */
  until?: Date
}

/** Queues a message in the caller's transaction. The queue holds address and words sealed. */
export async function sendLater(
  tx: Tx,
  { jobs, secrets, newId }: Pick<Services, 'jobs' | 'secrets'> & Pick<Clock, 'newId'>,
  message: Message,
): Promise<void> {
  const { channel, to, about, kind, subject = '', text, until } = message
  const words = secrets.seal(JSON.stringify([subject, text]))
  await jobs.send(tx, SENT_LATER, { id: newId(), channel, kind, to, about, words, until })
}

interface Queued {
  id: string
  channel: Message['channel']
  to: string
  words: string
  until?: string
}

/** What is queued of a message, after keys were exchanged. A text message is known by the mark of its phone. */
export function resealed(queued: Record<string, unknown>, secrets: Secrets): Record<string, unknown> {
  const { channel, to, words, about } = queued as unknown as Queued & Pick<Message, 'about'>
  const address = secrets.open(to)
  const isOfPhone = channel === 'sms' && secrets.blinds('phone', address).includes(about)
  return {
    ...queued,
    to: secrets.seal(address),
    words: secrets.seal(secrets.open(words)),
    about: isOfPhone ? secrets.blind('phone', address) : about,
  }
}

/** Sends what was queued. */
export const messageJob = ({ messages, secrets, clock }: Services): JobDefinition => ({
  name: SENT_LATER,
  async run(data) {
    const { id, channel, to, words, until } = data as unknown as Queued
    if (until && new Date(until) < clock.now()) return
    const [subject, text] = JSON.parse(secrets.open(words)) as [string, string]
    if (channel === 'sms') await messages.sms(secrets.open(to), text, id)
    else if (messages.hasMail) await messages.mail(secrets.open(to), subject, text, id)
  },
})
