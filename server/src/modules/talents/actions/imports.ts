import { fileFailures, type JobImportReport } from '@renshu/contracts'
import { intakeMessage } from '@renshu/intake'
import { dayOf } from '../../../platform/clock.ts'
import { throwing } from '../../../platform/errors.ts'
import { type Context, type Language, withSlowStep } from '../../../platform/http/index.ts'
import { requireStanding } from '../../registry/index.ts'
import { fail } from '../errors.ts'
import { keepPeople } from '../imports/keep-people.ts'
import { readTable, type TableProblem } from '../imports/read-rows.ts'
import { explainRow } from '../imports/reasons.ts'
import { FIND_PAIRS } from '../jobs.ts'

const failFile = throwing(fileFailures)
const MOST_SHOWN = 100
/** Profiles of one job that looks for others of the same people. */
const AT_ONCE = 200

interface Sent {
  params: { organisationId: string }
  query: { name: string }
  bytes: Uint8Array<ArrayBuffer>
}

/** Only an agency whose papers cover recruiting keeps others' profiles. @throws registry.noStanding */
const requireAgency = (context: Context, organisationId: string) =>
  requireStanding(context, organisationId, dayOf(context.now()), 'recruiting')

function refuse(problem: TableProblem, language: Language): Error {
  if (problem.problem === 'consentMissing') return fail.consentMissing()
  if (problem.problem === 'unreadable') return fail.unreadableTable({ problem: intakeMessage(problem.error, language) })
  const words = { zh: `一次最多 ${problem.most} 行`, en: `at most ${problem.most} rows at once` }
  return fail.unreadableTable({ problem: words[language] })
}

/**
 * Keeps the people of a table for an agency, each on a consent with day and term; who has none is sent back.
 * @throws registry.noStanding, talents.unreadableTable, talents.consentMissing, files.empty
 */
export const importTalents = withSlowStep({
  async look({ params, bytes }: Sent, context) {
    await requireAgency(context, params.organisationId)
    if (bytes.length === 0) throw failFile.empty()
    return { bytes, today: dayOf(context.now()) }
  },
  work: ({ bytes, today }) => readTable(bytes, today),
  async handle({ params, query }, context, table): Promise<JobImportReport> {
    const { tx, city, jobs, language, now, newId } = context
    await requireAgency(context, params.organisationId)
    if ('problem' in table) throw refuse(table, language)
    const { ids, ...kept } = await keepPeople(context, params.organisationId, table.people)
    for (let from = 0; from < ids.length; from += AT_ONCE)
      await jobs.send(tx, FIND_PAIRS, { city, ids: ids.slice(from, from + AT_ONCE) })
    const rejected = [...table.rejected, ...kept.rejected].toSorted((a, b) => a.line - b.line)
    return {
      id: newId(),
      name: query.name,
      at: now().toISOString(),
      done: true,
      problem: null,
      read: table.people.length + table.rejected.length,
      created: kept.created,
      updated: kept.updated,
      unchanged: kept.unchanged,
      waiting: 0,
      rejectedCount: rejected.length,
      rejected: rejected.slice(0, MOST_SHOWN).map((row) => ({ ...row, reason: explainRow(row.reason, language) })),
    }
  },
})
