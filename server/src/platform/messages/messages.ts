import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { type Development, openDevelopment } from './development.ts'
import { openGateway } from './gateway.ts'
import { openMail } from './mail.ts'

/**
 * Carries messages out of the house. Both throw where the message was not taken; the job then tries again with the same
 * reference, by which whoever took it the first time knows it.
 */
export interface Messages {
  sms: (to: string, text: string, reference: string) => Promise<void>
  mail: (to: string, subject: string, text: string, reference: string) => Promise<void>
  /** False without a mail server: what goes by mail also goes by text message, so it is left out. */
  hasMail: boolean
  /** The messages shown on screen instead of being sent; null outside development. */
  shown: Development['shown'] | null
}

/** A message needs a gateway that is not configured. */
class NoGateway extends Error {
  override readonly name = 'NoGateway'
}

const missing = (setting: string) => async (): Promise<never> => {
  throw new NoGateway(`${setting} is not set`)
}

/** In development on screen; else through the SMS gateway and the mail server of the settings. */
export function openMessages(config: Config, clock: Clock): Messages {
  if (config.DEVELOPMENT) return openDevelopment(clock)
  const { SMS_URL, SMS_TOKEN, SMTP_URL, SMTP_FROM } = config
  return {
    sms: SMS_URL && SMS_TOKEN ? openGateway(SMS_URL, SMS_TOKEN) : missing('SMS_URL'),
    mail: SMTP_URL && SMTP_FROM ? openMail(SMTP_URL, SMTP_FROM) : missing('SMTP_URL'),
    hasMail: Boolean(SMTP_URL && SMTP_FROM),
    shown: null,
  }
}
