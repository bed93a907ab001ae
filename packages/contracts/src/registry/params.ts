import { z } from 'zod'
import { Day, Id, Instant, line, Version } from '../values.ts'

export const ofOrganisation = z.object({ organisationId: Id })
export const ofLicence = z.object({ organisationId: Id, licenceId: Id })
export const ofPractitioner = z.object({ organisationId: Id, practitionerId: Id })
export const ofVerification = z.object({ verificationId: Id })
export const FileId = z.object({ id: Id, name: z.string(), type: z.string(), size: z.int() })
export const FileName = z.object({ name: line(200) })
export const Csv = z.string()
export const Changed = z.object({ id: Id, version: Version })
export const HistoryQuery = z.object({ on: Day.optional(), knownAt: Instant.optional() })
