import { z } from 'zod'
import { Names } from '../../city.ts'
import { failures } from '../../failure.ts'
import { routes } from '../../route.ts'
import { Day, Id, Instant } from '../../values.ts'

/**
 * Documents of a case: receipt, request to correct, decision, notice of payment. They are PDF in Chinese, signed by the
 * city, made from the definition and the events when they are asked for. This file and its handlers
 * (`server/src/modules/cases/documents`) belong together; the index of the folder merges the table.
 */
export const DOCUMENT_KINDS = ['receipt', 'acceptance', 'correction', 'refusal', 'decision', 'payment'] as const
/** 收件回执、受理通知书、补正告知书、不予决定书、决定书、拨付通知. */
export const DocumentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof DocumentKind>

/** `K7QF-2M9X-RT4D`, as it stands on the paper: capital letters and digits without those that look alike. */
const DocumentCode = z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)

export const CaseDocument = z.object({
  id: Id,
  kind: DocumentKind,
  title: Names,
  /** The event it tells of, from 1. */
  n: z.int().min(1),
  madeAt: Instant,
  /** Stands on the paper; with it anybody may ask whether the paper is real. */
  code: DocumentCode,
  fileName: z.string(),
})
export type CaseDocument = z.infer<typeof CaseDocument>

/**
 * What the city says of a document. `genuine`: made here and not changed, and the history of the case still holds the
 * head it names. `changed`: it bears our mark, but some byte is another. `notOurs`: no mark, or another's signature.
 * `broken`: the bytes are as signed, but the history no longer holds that head; tell the bureau. `unsigned` is answered
 * to a code alone: the code is real, whether the paper agrees has to be compared by eye.
 */
export const DocumentVerdict = z.enum(['genuine', 'unsigned', 'changed', 'notOurs', 'broken', 'notPdf', 'unknownCode'])
export type DocumentVerdict = z.infer<typeof DocumentVerdict>

/** Nothing about the applicant: only what the paper is. */
export const DocumentCheck = z.object({
  verdict: DocumentVerdict,
  document: z
    .object({
      code: DocumentCode,
      kind: DocumentKind,
      title: Names,
      service: Names,
      /** Where the case stood when it was made, and now where it has moved on. */
      stage: Names,
      movedOn: z.boolean(),
      /** Day on which a review changed the decision. */
      revisedOn: Day.nullable(),
      madeOn: Day,
      /** Number and hash of the event at the end of the history then. */
      n: z.int().min(1),
      head: z.string().regex(/^[0-9a-f]{64}$/),
      bureau: Names,
    })
    .nullable(),
})
export type DocumentCheck = z.infer<typeof DocumentCheck>

export const documentFailures = failures('documents', {
  noDocument: {
    kind: 'notFound',
    zh: '没有这份文书，或您无权查看',
    en: 'No such document, or not yours to see',
  },
  erased: {
    kind: 'conflict',
    zh: '这件事的内容已按规定删除，文书不能再生成；原来下载的文件仍可核验',
    en: 'What the case said was erased by rule, so the document cannot be made again; copies can still be verified',
  },
})

const PDF = { response: z.string(), produces: 'bytes', limit: { times: 120, seconds: 3600 } } as const
const LIST = z.object({ items: z.array(CaseDocument) })
const ofCase = z.object({ caseId: Id })
const ofDocument = z.object({ caseId: Id, documentId: Id })
const ofOwnCase = z.object({ organisationId: Id, caseId: Id })
const ofOwnDocument = z.object({ organisationId: Id, caseId: Id, documentId: Id })
const LISTING = ['cases.noCase'] as const
const MAKING = ['cases.noCase', 'documents.noDocument', 'documents.erased'] as const

export const documentRoutes = routes({
  myDocuments: {
    method: 'GET',
    path: '/me/cases/:caseId/documents',
    access: 'person',
    mandate: 'cases',
    summary: ['我的办件的文书', 'Documents of my case'],
    params: ofCase,
    response: LIST,
    errors: LISTING,
  },
  myDocument: {
    method: 'GET',
    path: '/me/cases/:caseId/documents/:documentId/file.pdf',
    access: 'person',
    mandate: 'cases',
    summary: ['下载文书（PDF，带签名）', 'Download a document as signed PDF'],
    params: ofDocument,
    errors: MAKING,
    ...PDF,
  },
  organisationDocuments: {
    method: 'GET',
    path: '/organisations/:organisationId/cases/:caseId/documents',
    access: 'viewer',
    mandate: 'cases',
    summary: ['本单位办件的文书', 'Documents of a case of the organisation'],
    params: ofOwnCase,
    response: LIST,
    errors: LISTING,
  },
  organisationDocument: {
    method: 'GET',
    path: '/organisations/:organisationId/cases/:caseId/documents/:documentId/file.pdf',
    access: 'viewer',
    mandate: 'cases',
    summary: ['下载本单位办件的文书', 'Download a document of a case of the organisation'],
    params: ofOwnDocument,
    errors: MAKING,
    ...PDF,
  },
  caseDocuments: {
    method: 'GET',
    path: '/bureau/cases/:caseId/documents',
    access: 'officer',
    summary: ['办件的文书（经办）', 'Documents of a case, for officers'],
    params: ofCase,
    response: LIST,
    errors: LISTING,
  },
  caseDocument: {
    method: 'GET',
    path: '/bureau/cases/:caseId/documents/:documentId/file.pdf',
    access: 'officer',
    summary: ['下载办件的文书（经办）', 'Download a document of a case, for officers'],
    params: ofDocument,
    errors: MAKING,
    ...PDF,
  },
  // Before the code, whose path would take it.
  signingCertificate: {
    method: 'GET',
    path: '/verification/certificate',
    access: 'public',
    summary: ['下载本市文书签名证书', 'The certificate by which the city signs its documents'],
    response: z.string(),
    produces: 'bytes',
  },
  verifyCode: {
    method: 'GET',
    path: '/verification/:code',
    access: 'public',
    summary: ['按核验码核对文书', 'Look a document up by its code'],
    params: z.object({ code: z.string().trim().min(1).max(40) }),
    response: DocumentCheck,
    limit: { times: 60, seconds: 60 },
  },
  verifyFile: {
    method: 'POST',
    path: '/verification',
    access: 'public',
    summary: [
      '上传文书，核对签名和办件历史',
      'Verify the file of a document: its signature and the history of the case',
    ],
    consumes: 'bytes',
    largest: 5_000_000,
    repeatable: true,
    response: DocumentCheck,
    limit: { times: 60, seconds: 60 },
  },
})
