import type { Plain } from '@renshu/policy'
import { jobsOf } from '../../src/parts.ts'
import { fillHeldFacts } from '../../src/modules/policy/index.ts'
import type { RecordSubject } from '../../src/platform/records.ts'
import type { TestApp } from '../app.ts'

/** What is held of a firm that is granted the refund: 60 % of 12,345.67, which is 7,407.40. */
export const REFUND: Readonly<Record<string, Plain>> = {
  'insurance.unemploymentMonths': 24,
  'insurance.unemploymentInsured': 200,
  'insurance.unemploymentClaimants': 2,
  'registry.size': '中小微企业',
  'insurance.unemploymentPaid': '12345.67',
  'funds.refundRaised': false,
  'funds.unemploymentReserve': 18,
}

/** What is held of somebody who is granted the subsidy for a skill. */
export const SKILL: Readonly<Record<string, Plain>> = {
  'insurance.unemploymentMonths': 36,
  'talents.skillLevel': '中级',
  'talents.occupation': 6180101,
  'talents.certificateOn': '2025-12-01',
}

/** States facts of somebody as another authority would. */
export function holdFacts(
  app: TestApp,
  subject: RecordSubject,
  facts: Readonly<Record<string, Plain>>,
  on = '2026-01-31',
): Promise<void> {
  const { database, clock } = app.services
  const rows = Object.entries(facts).map(([record, value]) => ({
    subject,
    record,
    value,
    on,
    statedBy: '示例社保经办机构',
  }))
  return database.transaction({ kind: 'system', city: '370200' }, (tx) =>
    fillHeldFacts({ tx, city: '370200', ...clock }, rows),
  )
}

/** Runs a job of the application now, as its schedule would. */
export async function runJob(app: TestApp, name: string, data: Record<string, unknown> = {}): Promise<void> {
  await jobsOf(app.services)
    .find((job) => job.name === name)!
    .run(data)
}
