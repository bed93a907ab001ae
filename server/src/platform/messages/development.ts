import type { Clock } from '../clock.ts'

export interface ShownMessage {
  channel: 'sms' | 'mail'
  to: string
  subject: string | null
  text: string
  sentAt: Date
}

export interface Development {
  sms: (to: string, text: string) => Promise<void>
  mail: (to: string, subject: string, text: string) => Promise<void>
  hasMail: true
  /** Newest first. */
  shown: () => readonly ShownMessage[]
}

const MOST = 200

/** Keeps the last messages in memory to be shown on screen. */
export function openDevelopment({ now }: Clock): Development {
  const kept: ShownMessage[] = []
  const keep = (message: Omit<ShownMessage, 'sentAt'>) => {
    kept.unshift({ ...message, sentAt: now() })
    kept.length = Math.min(kept.length, MOST)
  }
  return {
    sms: async (to, text) => keep({ channel: 'sms', to, subject: null, text }),
    mail: async (to, subject, text) => keep({ channel: 'mail', to, subject, text }),
    hasMail: true,
    shown: () => kept,
  }
}
