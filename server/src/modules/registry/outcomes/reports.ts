import type { ReportFigures } from '@renshu/contracts'
import { fail } from '../errors.ts'
import { append } from '../../ledger/index.ts'
import { type Commanding, holdAgency } from './papers.ts'
import { keepReport } from './store.ts'

/** A report of a year that was over when it was sent. */
export interface ReportCommand {
  organisationId: string
  caseId: string
  year: number
  /** Day the agency sent it. */
  sentOn: string
  /** Day of the decision. */
  on: string
  figures: ReportFigures
}

const FIRST_YEAR = 2000
/** A hundred billion yuan, and a billion of whatever is counted: no agency comes near. */
const MOST_FEN = 100_000_000_000_00
const MOST = 1_000_000_000

function requireSense(year: number, sentOn: string, figures: ReportFigures): void {
  if (year < FIRST_YEAR || year >= Number(sentOn.slice(0, 4))) throw fail.yearNotOver({ year: String(year) })
  for (const [figure, value] of Object.entries(figures))
    if ((value ?? 0) > (figure.endsWith('Fen') ? MOST_FEN : MOST)) throw fail.figureTooLarge({ value: String(value) })
}

/**
 * Takes over the yearly report of an agency (年度报告): 人力资源市场暂行条例 art. 36 (1). A later report of the same year
 * takes the place of the one before, which stays in its case; each year is counted once.
 * @throws registry.noOrganisation, registry.notAnAgency, registry.isBranch, registry.yearNotOver, registry.figureTooLarge
 */
export async function recordReport(
  commanding: Commanding,
  { organisationId, caseId, year, sentOn, on, figures }: ReportCommand,
): Promise<void> {
  const { tx, city, newId } = commanding
  const { district } = await holdAgency(commanding, organisationId)
  const id = newId()
  requireSense(year, sentOn, figures)
  const kept = await keepReport(tx, { city, id, organisationId, district, year, reportedOn: on, caseId, figures })
  if (kept !== id) return
  await append(commanding, { kind: 'registry.annualReport', occurredOn: on, sourceId: id, organisationId, district })
}
