import { fileFailures, type JobImportReport, platformFailures } from '@renshu/contracts'
import { IntakeError, intakeMessage } from '@renshu/intake'
import { AppError } from '../../../platform/errors.ts'
import { type Context, type Language, withSlowStep } from '../../../platform/http/index.ts'
import { queueImport, rejectsFile, showImport, showImports, withFile } from '../../../platform/imports/index.ts'
import { pageOf, readIdCursor } from '../../../platform/pages.ts'
import { fail } from '../errors.ts'
import type { PolicyPorts } from '../ports.ts'
import { requireStater } from '../subjects.ts'
import { tables } from '../tables.ts'
import { explainReject } from './reasons.ts'
import { lackingColumns } from './rows.ts'

export const HELD_IMPORT_JOB = 'policy.importHeldFacts'
/** Imports of the bureau are of no organisation. */
const BUREAU = '00000000-0000-0000-0000-000000000000'
const KIND = { schema: 'policy', explain: explainReject }

interface Upload {
  query: { name: string }
  bytes: Uint8Array<ArrayBuffer>
}

/** @throws policy.unreadableTable, policy.columnMissing, in the caller's language */
async function check(bytes: Uint8Array, name: string, language: Language): Promise<void> {
  const lacking = await withFile(bytes, lackingColumns).catch((error: unknown) => {
    throw error instanceof IntakeError ? fail.unreadableTable({ problem: intakeMessage(error, language, name) }) : error
  })
  if (lacking.length > 0) throw fail.columnMissing({ columns: lacking.map((one) => one[language]).join('、') })
}

/** Keeps a table that can be read and queues its reading. */
export const importHeldFacts = (ports: PolicyPorts) =>
  withSlowStep<Upload, JobImportReport, Upload & { language: Language }, void>({
    async look(input, context) {
      await requireStater(ports, context, context.actor.officer!.district)
      if (input.bytes.length === 0) throw new AppError(fileFailures.empty)
      return { ...input, language: context.language }
    },
    work: ({ bytes, query, language }) => check(bytes, query.name, language),
    handle: ({ query: { name }, bytes }, context) =>
      queueImport(context, KIND, { organisationId: BUREAU, name, most: null, bytes, job: HELD_IMPORT_JOB }),
  })

/** An import that the officer began, or, for the whole city, anybody's. @throws platform.notFound */
async function requireSeen({ tx, city }: Context, importId: string): Promise<void> {
  const row = await tables(tx)
    .selectFrom('policy.import')
    .select('id')
    .where('city', '=', city)
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!row) throw new AppError(platformFailures.notFound)
}

const path = (importId: string) => ({ organisationId: BUREAU, importId })

/** @throws platform.notFound */
export async function heldFactImport(context: Context, importId: string): Promise<JobImportReport> {
  await requireSeen(context, importId)
  return context.asSystem(() => showImport(context, KIND, path(importId)))
}

/** @throws platform.notFound */
export async function heldFactRejects(context: Context, importId: string) {
  await requireSeen(context, importId)
  return context.asSystem(() => rejectsFile(context, KIND, path(importId)))
}

/** The newest first. */
export async function listHeldImports(
  context: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const before = readIdCursor(cursor)
  const all = tables(context.tx).selectFrom('policy.import').where('city', '=', context.city)
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await (before === undefined ? all : all.where('id', '<', before))
    .select('id')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, total, ({ id }) => [id])
  const ids = page.items.map(({ id }) => id)
  return { ...page, items: await context.asSystem(() => showImports(context, KIND, ids)) }
}
