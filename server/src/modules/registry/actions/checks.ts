import { divisionPath, readCreditCode } from '@renshu/codes'
import type { VerificationFile } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { leastStaff } from '../settings.ts'
import { licencesOf } from '../store/licences.ts'
import { namesakes, type OrganisationRow } from '../store/organisations.ts'
import { practitionersOf } from '../store/practitioners.ts'

type Check = VerificationFile['checks'][number]

/**
 * What can be looked at without a person: the credit code and where it was given, namesakes in the register, and for an
 * agency its papers and its practitioners. They advise; the officer decides.
 */
export async function checksOf(context: Context, row: OrganisationRow): Promise<Check[]> {
  const alike = await namesakes(context.tx, row)
  const general: Check[] = [
    { check: 'creditCode', passed: readCreditCode(row.creditCode).valid, found: [row.creditCode] },
    checkArea(row),
    { check: 'duplicateName', passed: alike.length === 0, found: alike },
  ]
  return row.kind === 'agency' ? [...general, ...(await agencyChecks(context, row))] : general
}

/** A code may have been given elsewhere: a company that moved keeps it. */
function checkArea({ creditCode, city }: OrganisationRow): Check {
  const path = divisionPath(readCreditCode(creditCode).area ?? '')
  return {
    check: 'creditCodeDistrict',
    passed: path.some(({ code }) => code === city),
    found: path.map(({ name }) => name),
  }
}

async function agencyChecks(context: Context, { id, branchOfId }: OrganisationRow): Promise<Check[]> {
  const { tx, city, now } = context
  const today = dayOf(now())
  const papers = (await licencesOf(tx, city, branchOfId ?? id)).filter(({ status }) =>
    ['proposed', 'confirmed'].includes(status),
  )
  const inForce = papers.filter(({ validFrom, validUntil }) => validFrom <= today && (validUntil ?? today) >= today)
  const staff = (await practitionersOf(tx, city, id)).filter(({ untilOn }) => (untilOn ?? today) >= today)
  return [
    { check: 'licence', passed: inForce.length > 0, found: papers.map(({ number }) => number) },
    {
      check: 'practitioners',
      passed: staff.length >= (leastStaff(context, today) ?? 0),
      found: [String(staff.length)],
    },
  ]
}
