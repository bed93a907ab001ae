import { fileFailures, type JobImportReport } from '@renshu/contracts'
import { IntakeError, intakeMessage } from '@renshu/intake'
import { AppError } from '../../../platform/errors.ts'
import { type Language, withSlowStep } from '../../../platform/http/index.ts'
import { queueImport, withFile } from '../../../platform/imports/index.ts'
import { fail } from '../errors.ts'
import { checkTable } from '../imports/reading/rows.ts'
import { JOBS_TABLE } from '../imports/table.ts'
import { requireRecruiter } from './post.ts'

/** The job that reads what was uploaded. */
export const IMPORT_JOB = 'jobs.import'

interface Upload {
  params: { organisationId: string }
  query: { name: string; limit?: number | undefined }
  bytes: Uint8Array<ArrayBuffer>
}

/** @throws jobs.unreadableTable in the caller's language */
async function check(bytes: Uint8Array, name: string, language: Language): Promise<void> {
  await withFile(bytes, checkTable).catch((error: unknown) => {
    throw error instanceof IntakeError ? fail.unreadableTable({ problem: intakeMessage(error, language, name) }) : error
  })
}

/** Keeps a table that can be read and queues its reading; the report then tells how far it is. */
export const importJobs = withSlowStep<Upload, JobImportReport, Upload & { language: Language }, void>({
  async look(input, context) {
    await requireRecruiter(context, input.params.organisationId)
    if (input.bytes.length === 0) throw new AppError(fileFailures.empty)
    return { ...input, language: context.language }
  },
  work: ({ bytes, query, language }) => check(bytes, query.name, language),
  async handle({ params: { organisationId }, query: { name, limit }, bytes }, context) {
    await requireRecruiter(context, organisationId)
    return queueImport(context, JOBS_TABLE, { organisationId, name, most: limit ?? null, bytes, job: IMPORT_JOB })
  },
})
