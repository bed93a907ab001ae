import type { CaseDecision, Client, casesRoutes } from '@renshu/contracts'
import { createContext, useContext } from 'react'

type Calls = Client<typeof casesRoutes>
type Body<K extends keyof Calls> = Parameters<Calls[K]>[0] extends { body?: infer B } | undefined
  ? NonNullable<B>
  : never
/** Of an officer it may say that the card of an applicant without a phone was checked. */
export type Step = Body<'officerStep'>
export type OneCase = Awaited<ReturnType<Calls['myCase']>>
type Documents = Awaited<ReturnType<Calls['myDocuments']>>
type Paper = Awaited<ReturnType<Calls['myUpload']>>
type File = Awaited<ReturnType<Calls['myPaper']>>

/** What both sides of a case do with it: the applicant, and the officer. */
export interface CaseDesk {
  side: 'applicant' | 'office'
  /** Begins the keys of everything read here. */
  key: readonly unknown[]
  file: (caseId: string) => Promise<OneCase>
  /** What the policy says if a step was taken so; officers only. */
  decide?: (caseId: string, body: Pick<Step, 'step' | 'given' | 'resolve'>) => Promise<CaseDecision>
  step: (caseId: string, body: Step) => Promise<OneCase>
  upload: (caseId: string, paper: string, name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Paper>
  paper: (caseId: string, fileId: string) => Promise<File>
  /** An account that is shown with stars, in full; cashiers only, the look is recorded. */
  account?: (caseId: string, factKey: string, reason: string) => Promise<string>
  messages: (caseId: string, cursor: string | undefined) => ReturnType<Calls['myMessages']>
  message: (caseId: string, text: string) => Promise<unknown>
  seen: (caseId: string) => Promise<unknown>
  documents: (caseId: string) => Promise<Documents>
  document: (caseId: string, documentId: string) => Promise<File>
}

const Context = createContext<CaseDesk | null>(null)
export const CaseDeskProvider = Context.Provider

/** The side from which a case is looked at. */
export function useCaseDesk(): CaseDesk {
  const desk = useContext(Context)
  if (!desk) throw new Error('A part of a case stands in a CaseDeskProvider')
  return desk
}
