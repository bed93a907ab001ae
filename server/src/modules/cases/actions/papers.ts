import type { CasePaper } from '@renshu/contracts'
import { fileFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import { keepFile, readFile } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { definitionOf, serviceOf } from '../definitions/library.ts'
import { fail } from '../errors.ts'
import { wholeOf } from '../forms/drafts.ts'
import { fileView } from '../forms/form.ts'
import { requireCase } from '../running/on-duty.ts'
import { MOST_PAPERS } from '../settings.ts'
import { caseById } from '../store/cases.ts'
import { draftById } from '../store/drafts.ts'
import { insertPaper, papersOf } from '../store/papers.ts'

interface Upload {
  paper: string
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Keeps a file for one paper. @throws cases.unknownPaper, cases.tooManyPapers, files.empty, files.unsupported */
async function keep(
  context: Context,
  caseId: string,
  paperName: CasePaper['name'],
  upload: Upload,
): Promise<CasePaper> {
  const { tx, city, actor, now } = context
  const before = await context.asSystem(() => papersOf(tx, city, caseId))
  if (before.length >= MOST_PAPERS) throw fail.tooManyPapers({ most: MOST_PAPERS })
  const { id, name, type, size, sha256 } = await keepFile(context, upload, ['pdf', 'png', 'jpeg', 'docx', 'xlsx'])
  const uploaded = { paper: upload.paper, uploadedAt: now(), uploadedBy: actor.personId! }
  const row = { city, id, caseId, name, type, size, sha256, ...uploaded }
  await context.asSystem(() => insertPaper(tx, row))
  return { paper: upload.paper, name: paperName, by: 'file', file: fileView(row), record: null }
}

type Papers = readonly { id: string; name: CasePaper['name'] }[] | undefined

/** @throws cases.unknownPaper */
function nameOf(papers: Papers, id: string): CasePaper['name'] {
  const paper = papers?.find((one) => one.id === id)
  if (!paper) throw fail.unknownPaper({ keys: id })
  return paper.name
}

/** The papers of the service of a draft or a case of the caller. @throws cases.noCase, cases.ended */
async function papersAsked(context: Context, id: string): Promise<Papers> {
  const { tx, city } = context
  const row = await caseById(tx, city, id)
  if (row) {
    if (row.ended !== null) throw fail.ended()
    return (await definitionOf(context, row.service, row.version)).service.papers
  }
  const { kind, id: whose } = wholeOf(context)
  const draft = await draftById(tx, city, kind === 'person' ? { personId: whose } : { organisationId: whose }, id)
  const found = draft && (await serviceOf(context, draft.service))
  if (!found) throw fail.noCase()
  return found.prepared.service.papers
}

/** A paper for a form or a case of the caller's own. @throws cases.noCase, cases.ended, and what keeping it may meet */
export async function uploadOwn(context: Context, id: string, upload: Upload): Promise<CasePaper> {
  return keep(context, id, nameOf(await papersAsked(context, id), upload.paper), upload)
}

/** A paper that an officer adds to a case. @throws cases.noCase, cases.ended, and what keeping it may meet */
export async function uploadFor(context: Context, id: string, upload: Upload): Promise<CasePaper> {
  const row = await requireCase(context, id)
  if (row.ended !== null) throw fail.ended()
  const { service } = await definitionOf(context, row.service, row.version)
  return keep(context, id, nameOf(service.papers, upload.paper), upload)
}

/** A paper scanned before the case is taken in: which service asks for it shows when it is. @throws cases.noCase */
export async function uploadBefore(context: Context, id: string, upload: Upload): Promise<CasePaper> {
  if (await context.asSystem(() => caseById(context.tx, context.city, id))) throw fail.noCase()
  return keep(context, id, { zh: upload.name, en: upload.name }, upload)
}

/** A paper as it was brought. @throws files.notFound */
const show = (context: Context, id: string, fileId: string) =>
  context.asSystem(async () => {
    const papers = await papersOf(context.tx, context.city, id)
    if (!papers.some((one) => one.id === fileId)) throw new AppError(fileFailures.notFound)
    return readFile(context, fileId)
  })

/** A paper of a form or a case of the caller's own. @throws cases.noCase, files.notFound */
export async function showOwn(context: Context, id: string, fileId: string) {
  if (!(await caseById(context.tx, context.city, id))) await papersAsked(context, id)
  return show(context, id, fileId)
}

/** A paper of a case, for an officer. @throws cases.noCase, files.notFound */
export async function showFor(context: Context, id: string, fileId: string) {
  await requireCase(context, id)
  return show(context, id, fileId)
}
