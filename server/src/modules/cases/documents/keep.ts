import type { AfterStep } from '../ports.ts'
import { codeFrom, documentOf } from './kinds.ts'
import { insertDocument } from './store.ts'

/**
 * Notes the document a step gives rise to, in the transaction of the step. Only which event it tells of and a code:
 * the paper is drawn when somebody asks for it.
 */
export const keepDocument: AfterStep = async ({ tx, city, newId }, taken) => {
  const kind = documentOf(taken)
  if (!kind) return
  const id = newId()
  const { caseId, n, at } = taken
  await insertDocument(tx, { city, id, caseId, n, kind, code: codeFrom(`${id} ${newId()}`), madeAt: at })
}
