/** Why a document cannot be read. `scanned` is no problem of this list: there is a document, only no text in it. */
export const DOCUMENT_PROBLEMS = ['broken', 'encrypted', 'tooLarge', 'ambiguous'] as const
export type DocumentProblem = (typeof DOCUMENT_PROBLEMS)[number]

/** The document cannot be used. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly problem: DocumentProblem

  constructor(problem: DocumentProblem) {
    super(problem)
    this.problem = problem
  }
}
