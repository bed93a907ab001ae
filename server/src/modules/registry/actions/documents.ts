import { fileFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import { readFile } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { inCharge } from '../rules.ts'
import { licenceById } from '../store/licences.ts'
import { filesById, verificationById } from '../store/verifications.ts'

/** @throws registry.unknownDocument unless every file was uploaded for the organisation */
export async function requireDocuments(
  { tx, city }: Context,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  const own = (await filesById(tx, city, ids)).filter((file) => file.organisationId === organisationId)
  if (own.length < new Set(ids).size) throw fail.unknownDocument()
}

const notFound = () => new AppError(fileFailures.notFound)

/** A document of the organisation, for its members. */
export async function ownDocument(context: Context, organisationId: string, fileId: string) {
  const [file] = await filesById(context.tx, context.city, [fileId])
  if (file?.organisationId !== organisationId) throw notFound()
  return readFile(context, fileId)
}

/** The scan of a licence or filing, for the officers of its district. */
export async function licenceDocument(context: Context, licenceId: string) {
  const row = await licenceById(context.tx, context.city, licenceId)
  if (!row || !inCharge(context.actor, row.district)) throw fail.noOrganisation()
  if (!row.documentId) throw notFound()
  return readFile(context, row.documentId)
}

/** A document of an application, for the officers of its district. */
export async function verificationDocument(context: Context, verificationId: string, fileId: string) {
  const row = await verificationById(context.tx, context.city, verificationId)
  if (!row || !inCharge(context.actor, row.district)) throw fail.noOrganisation()
  if (!row.documents.includes(fileId)) throw notFound()
  return readFile(context, fileId)
}
