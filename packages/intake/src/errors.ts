/** What can be wrong with a file as a whole; a single row never raises one of these. */
export const INTAKE_PROBLEMS = [
  'file.missing',
  'file.isFolder',
  'file.unreadable',
  'file.empty',
  'file.tooLarge',
  'file.encrypted',
  'file.oldFormat',
  'file.truncated',
  'file.notText',
  'file.wrongEncoding',
  'file.unknownFormat',
  'sheet.missing',
  'sheet.tooLarge',
  'line.tooLong',
  'column.missing',
  'column.unknown',
  'field.unknown',
  'kind.unknown',
  'output.unknownFormat',
  'output.unwritable',
] as const
export type IntakeProblem = (typeof INTAKE_PROBLEMS)[number]

export type ProblemDetail = Record<string, string | number>

/** The file cannot be used (or written). `intakeMessage` turns it into a sentence. */
export class IntakeError extends Error {
  readonly code: IntakeProblem
  readonly detail: ProblemDetail

  constructor(code: IntakeProblem, detail: ProblemDetail = {}) {
    super(`${code} ${JSON.stringify(detail)}`)
    this.name = 'IntakeError'
    this.code = code
    this.detail = detail
  }
}
