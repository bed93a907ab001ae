import { accountsRoutes } from '@renshu/contracts'
import { createOfficer } from './modules/accounts/index.ts'
import { AppError } from './platform/errors.ts'
import type { Services } from './platform/services.ts'

/** Why an officer was not appointed: `input` names the fields that are wrong, `refused` says why in both languages. */
export type OfficerRefusal = { kind: 'input'; fields: readonly string[] } | { kind: 'refused'; zh: string; en: string }

export class OfficerRefused extends Error {
  override readonly name = 'OfficerRefused'
  readonly refusal: OfficerRefusal
  constructor(refusal: OfficerRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

export interface NewOfficer {
  phone: string
  name: string
  /** Null: the whole city. */
  district: string | null
  administrator: boolean
}

/**
 * Appoints an officer from the machine the server runs on: the first administrator of a new installation cannot be
 * appointed by another one.
 * @throws OfficerRefused
 */
export async function appointOfficer(services: Services, city: string, given: NewOfficer): Promise<void> {
  const parsed = accountsRoutes.addOfficer.body.safeParse(given)
  if (!parsed.success)
    throw new OfficerRefused({
      kind: 'input',
      fields: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))],
    })
  const { database, secrets, clock } = services
  try {
    await database.transaction({ kind: 'system', city }, (tx) =>
      createOfficer({ tx, city, secrets, ...clock }, parsed.data),
    )
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { zh, en } = error.failure
    throw new OfficerRefused({ kind: 'refused', zh, en })
  }
}
