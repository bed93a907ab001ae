import { fileFailures, type JobImportReport } from '@renshu/contracts'
import { IntakeError, intakeMessage } from '@renshu/intake'
import { dayOf } from '../../../platform/clock.ts'
import { throwing } from '../../../platform/errors.ts'
import { type Context, type Language, withSlowStep } from '../../../platform/http/index.ts'
import { queueImport, withFile } from '../../../platform/imports/index.ts'
import { requireStanding } from '../../registry/index.ts'
import { fail } from '../errors.ts'
import { IMPORT_JOB } from '../imports/duties.ts'
import { hasConsents } from '../imports/read-rows.ts'
import { TALENTS_TABLE } from '../imports/table.ts'

const failFile = throwing(fileFailures)

interface Sent {
  params: { organisationId: string }
  query: { name: string }
  bytes: Uint8Array<ArrayBuffer>
}

/** Only an agency whose papers cover recruiting keeps others' profiles. @throws registry.noStanding */
const requireAgency = (context: Context, organisationId: string) =>
  requireStanding(context, organisationId, dayOf(context.now()), 'recruiting')

/** @throws talents.unreadableTable in the caller's language, talents.consentMissing */
async function check(bytes: Uint8Array, name: string, language: Language): Promise<void> {
  const has = await withFile(bytes, hasConsents).catch((error: unknown) => {
    throw error instanceof IntakeError ? fail.unreadableTable({ problem: intakeMessage(error, language, name) }) : error
  })
  if (!has) throw fail.consentMissing()
}

/**
 * Queues a table of people whom an agency keeps, each on a consent with day and term; who has none is sent back. The
 * report then tells how far it is.
 * @throws registry.noStanding, talents.unreadableTable, talents.consentMissing, files.empty
 */
export const importTalents = withSlowStep<Sent, JobImportReport, Sent & { language: Language }, void>({
  async look(sent, context) {
    await requireAgency(context, sent.params.organisationId)
    if (sent.bytes.length === 0) throw failFile.empty()
    return { ...sent, language: context.language }
  },
  work: ({ bytes, query, language }) => check(bytes, query.name, language),
  async handle({ params: { organisationId }, query: { name }, bytes }, context) {
    await requireAgency(context, organisationId)
    return queueImport(context, TALENTS_TABLE, { organisationId, name, most: null, bytes, job: IMPORT_JOB })
  },
})
