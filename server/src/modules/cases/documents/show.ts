import type { CaseDocument } from '@renshu/contracts'
import type { Event, KeptEvent } from '@renshu/cases'
import { documentFailures } from '@renshu/contracts'
import { demoOf } from '../../../city/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import { throwing } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { requireCase } from '../running/on-duty.ts'
import { storyOf } from '../running/story.ts'
import type { CaseRow, DocumentRow } from '../tables.ts'
import { namesOf } from '../views/names.ts'
import { composePaper } from './compose.ts'
import { titleOf } from './kinds.ts'
import type { Paper } from './printing/paper.ts'
import { documentById, documentsOf } from './store.ts'

const fail = throwing(documentFailures)

const isTold = (event: KeptEvent): event is Event => event.body !== undefined

const fileNameOf = ({ kind, madeAt }: DocumentRow, { code }: CaseRow, word: Parameters<typeof titleOf>[1]): string =>
  `${titleOf(kind, word).zh}-${code}-${dayOf(madeAt)}.pdf`

/** Documents of a case that the caller may see, the newest first. @throws cases.noCase */
export async function listDocuments(context: Context, caseId: string): Promise<{ items: CaseDocument[] }> {
  const row = await requireCase(context, caseId)
  return context.asSystem(async () => {
    const { prepared, events } = await storyOf(context, row)
    const documents = await documentsOf(context.tx, context.city, caseId)
    const items = documents.map((document): CaseDocument => {
      const { id, kind, n, madeAt, code } = document
      const word = prepared.steps.get(events[n - 1]!.step)?.step.word
      const fileName = fileNameOf(document, row, word)
      return { id, kind, title: titleOf(kind, word), n, madeAt: madeAt.toISOString(), code, fileName }
    })
    return { items }
  })
}

/** What is to be drawn, under which name. */
export interface ToPrint {
  name: string
  paper: Paper
}

/**
 * The paper of a document of a case that the caller may see.
 * @throws cases.noCase, documents.noDocument; documents.erased where what the case said is gone
 */
export async function paperOf(
  context: Context,
  { caseId, documentId }: { caseId: string; documentId: string },
): Promise<ToPrint> {
  const { tx, city, cities } = context
  const row = await requireCase(context, caseId)
  return context.asSystem(async () => {
    const document = await documentById(tx, city, caseId, documentId)
    if (!document) throw fail.noDocument()
    const { prepared, events: all } = await storyOf(context, row)
    const events = all.slice(0, document.n)
    if (!events.every(isTold)) throw fail.erased()
    const names = await namesOf(context, [row.personId], [row.organisationId])
    const applicant = names.get(row.organisationId ?? row.personId ?? '') ?? ''
    const isTrial = (await demoOf(tx)) !== undefined
    const { kind, code } = document
    const place = cities.get(city)!
    const paper = composePaper({ kind, code, caseCode: row.code, prepared, events, applicant, isTrial, city: place })
    return { name: fileNameOf(document, row, prepared.steps.get(events.at(-1)!.step)?.step.word), paper }
  })
}
