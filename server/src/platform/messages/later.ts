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
  { jobs, secrets }: Pick<Services, 'jobs' | 'secrets'>,
  message: Message,
): Promise<void> {
  const { channel, to, about, kind, subject = '', text, until } = message
  await jobs.send(tx, JOB, { channel, kind, to, about, words: secrets.seal(JSON.stringify([subject, text])), until })
}

/** Sends what was queued. */
export const messageJob = ({ messages, secrets, clock }: Services): JobDefinition => ({
  name: JOB,
  async run(data) {
    const { channel, to, words, until } = data as { channel: string; to: string; words: string; until?: string }
    if (until && new Date(until) < clock.now()) return
    const [subject, text] = JSON.parse(secrets.open(words)) as [string, string]
    await (channel === 'sms' ? messages.sms(secrets.open(to), text) : messages.mail(secrets.open(to), subject, text))
  },
})
