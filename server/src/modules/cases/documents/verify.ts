import type { DocumentCheck, DocumentVerdict } from '@renshu/contracts'
import { type KeptEvent, verifyChain } from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type SignatureCheck } from '../../../platform/signing/index.ts'
import { storyOf } from '../running/story.ts'
import { sha256 } from '../settings.ts'
import { revisedOnDay } from '../outcomes/revision.ts'
import { caseById } from '../store/cases.ts'
import type { DocumentRow } from '../tables.ts'
import { readCode, titleOf } from './kinds.ts'
import { documentByCode } from './store.ts'

/** What a file says of itself in clear; only a whole signature makes it true. */
export interface Marks {
  code: string | undefined
  head: string | undefined
}

export function marksOf(pdf: Buffer): Marks {
  const found = /\/Reason \(([2-9A-HJ-NP-Z-]{14}) \d{1,6} ([0-9a-f]{64})\)/.exec(pdf.toString('latin1'))
  return { code: found?.[1], head: found?.[2] }
}

/** What was found of a file before its case was looked at. */
export type Looked = { notPdf: true } | { signature: SignatureCheck; marks: Marks }

const only = (verdict: DocumentVerdict): DocumentCheck => ({ verdict, document: null })

/** The document as anybody may know it, and whether the history of its case still holds the head. Scope `system`. */
async function known(
  context: Context,
  row: DocumentRow,
): Promise<{ document: DocumentCheck['document']; head?: string }> {
  const { tx, city, cities } = context
  const theCase = (await caseById(tx, city, row.caseId))!
  const { prepared, events } = await storyOf(context, theCase)
  const event = events[row.n - 1]
  if (!event || !verifyChain(prepared, events, sha256).isWhole) return { document: null }
  const found = prepared.steps.get(event.step)!
  const isDecision = row.kind === 'decision' || row.kind === 'refusal' || row.kind === 'payment'
  const revisedOn = isDecision ? await revisedOnDay(tx, city, row.caseId) : null
  return { document: describe(), head: event.hash }

  function describe(): DocumentCheck['document'] {
    return {
      code: row.code,
      kind: row.kind,
      title: titleOf(row.kind, found.step.word),
      service: prepared.service.title,
      stage: stageAfter(event!),
      movedOn: theCase.n > row.n,
      revisedOn,
      madeOn: dayOf(row.madeAt),
      n: row.n,
      head: event!.hash,
      bureau: cities.get(city)!.bureau,
    }
  }
  function stageAfter({ body }: KeptEvent) {
    return prepared.stages.get(body?.to ?? found.step.to)!.name
  }
}

/** What is known by a code: that there is such a document, not that the paper in hand is it. */
export const verifyCode = (context: Context, typed: string): Promise<DocumentCheck> =>
  context.asSystem(async () => {
    const code = readCode(typed)
    const row = code && (await documentByCode(context.tx, context.city, code))
    if (!row) return only('unknownCode')
    const { document } = await known(context, row)
    return document ? { verdict: 'unsigned', document } : only('broken')
  })

/** What is known of a file whose signature was looked at. */
export const verifyFile = (context: Context, looked: Looked): Promise<DocumentCheck> =>
  context.asSystem(async () => {
    if ('notPdf' in looked) return only('notPdf')
    const { signature, marks } = looked
    const row = marks.code && (await documentByCode(context.tx, context.city, marks.code))
    if (signature !== 'whole') return only(row ? 'changed' : 'notOurs')
    if (!row) return only('broken')
    const { document, head } = await known(context, row)
    return document && head === marks.head ? { verdict: 'genuine', document } : only('broken')
  })
