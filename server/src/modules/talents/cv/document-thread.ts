/** A thread of its own for one document: whatever a hostile file does to its reader ends with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { DocumentError, readDocument } from '@renshu/intake/documents'
import type { DocumentAnswer, DocumentTask } from './read-document.ts'

const { bytes, kind } = workerData as DocumentTask
const answer: DocumentAnswer = await readDocument(bytes, kind).catch((error: unknown) => ({
  problem: error instanceof DocumentError ? error.problem : 'broken',
}))
parentPort!.postMessage(answer)
