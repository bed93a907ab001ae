import type { ApplicantSeen } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { standingOf } from '../../accounts/index.ts'
import type { Desk } from '../ports.ts'
import type { CaseRow } from '../tables.ts'

/** A person who applies, as officers have to know him; null of an organisation. Scope `system`. */
export async function seenView(
  desk: Desk,
  { personId, organisationId }: Pick<CaseRow, 'personId' | 'organisationId'>,
): Promise<ApplicantSeen | null> {
  const standing = organisationId === null && personId !== null ? await standingOf(desk, personId) : undefined
  if (!standing) return null
  const { document, seenAt, hasPhone, others } = standing
  return { document, seenOn: seenAt && dayOf(seenAt), onPaper: !hasPhone, otherRecords: others }
}
