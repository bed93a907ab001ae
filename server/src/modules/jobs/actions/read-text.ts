import type { JobDraft } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { readText } from '../content/read-text.ts'
import { marketsFor } from '../views/around.ts'
import { namedCertificates, namedWelfare } from '../views/card.ts'
import { signalView } from '../views/record.ts'

/** A draft from a pasted text, with the pay of like postings and clean wording. Nothing is kept. */
export async function readPasted(context: Context, text: string): Promise<JobDraft> {
  const { city, language, now } = context
  const reading = readText(text, city)
  const like = { occupation: reading.occupations[0]?.code ?? null }
  const marketOf = await marketsFor(context, [like], dayOf(now()))
  return {
    ...reading,
    welfare: namedWelfare(reading.welfare, language),
    certificates: namedCertificates(reading.certificates, language),
    signals: reading.signals.map((signal) => signalView(signal, language)),
    market: marketOf(like),
  }
}
