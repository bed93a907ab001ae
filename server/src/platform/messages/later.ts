import type { Clock } from '../clock.ts'
import type { Tx } from '../database/index.ts'
import type { JobDefinition } from '../jobs/index.ts'
import type { Services } from '../services.ts'

const JOB = 'platform.message'

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
  await jobs.send(tx, JOB, { id: newId(), channel, kind, to, about, words, until })
}

interface Queued {
  id: string
  channel: Message['channel']
  to: string
  words: string
  until?: string
}

/** Sends what was queued. */
export const messageJob = ({ messages, secrets, clock }: Services): JobDefinition => ({
  name: JOB,
  async run(data) {
    const { id, channel, to, words, until } = data as unknown as Queued
    if (until && new Date(until) < clock.now()) return
    const [subject, text] = JSON.parse(secrets.open(words)) as [string, string]
    if (channel === 'sms') await messages.sms(secrets.open(to), text, id)
    else if (messages.hasMail) await messages.mail(secrets.open(to), subject, text, id)
  },
})
