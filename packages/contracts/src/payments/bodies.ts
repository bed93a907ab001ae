import { z } from 'zod'
import { Day, DistrictCode, Id, line, lines, PageQuery, Version } from '../values.ts'
import { BatchStatus, Month, PayableStatus, RecoveryReason, RecoveryStatus } from './records.ts'

/** A key of a policy. */
const PolicyKey = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/)
/** The largest sum that may be typed: ten billion yuan. */
const MOST_FEN = 1_000_000_000_000

export const PayablesQuery = PageQuery.extend({
  status: PayableStatus.optional(),
  policy: PolicyKey.optional(),
  district: DistrictCode.optional(),
  /** Month of the decision. */
  month: Month.optional(),
  /** The record it comes from, e.g. a case. */
  record: z.string().max(200).optional(),
})
export const DraftBody = z.strictObject({
  purpose: line(60),
  /** Left out: everything open, of the policy where one is named, the oldest decisions first. */
  payableIds: z.array(Id).min(1).max(5000).optional(),
  policy: PolicyKey.optional(),
})
export const VersionBody = z.strictObject({ version: Version })
export const DiscardBody = z.strictObject({ version: Version, reason: line(200) })
export const BatchesQuery = PageQuery.extend({ status: BatchStatus.optional() })
export const AnswerRowsQuery = PageQuery.extend({ waiting: z.stringbool().optional() })
export const SettleBody = z.strictObject({ decision: z.enum(['book', 'dismiss']), reason: line(400) })
export const AccountBody = z.strictObject({
  holder: line(120),
  /** 8 to 32 digits; blanks and hyphens between them are left out. */
  number: line(60),
  bank: line(120),
  reason: line(200),
  version: Version,
})
export const ChangesQuery = PageQuery.extend({ status: z.enum(['waiting', 'confirmed', 'refused']).default('waiting') })
export const ChangeDecisionBody = z.strictObject({
  decision: z.enum(['confirmed', 'refused']),
  reason: lines(400).default(''),
})
export const RecoveriesQuery = PageQuery.extend({
  status: RecoveryStatus.optional(),
  overdue: z.stringbool().optional(),
})
const Amount = z.int().min(1).max(MOST_FEN)
export const RecoveryBody = z.strictObject({
  payableId: Id,
  reason: RecoveryReason.exclude(['paidTooMuch']),
  amountFen: Amount,
  words: line(400),
})
export const DemandBody = z.strictObject({ version: Version, dueOn: Day })
export const ReceiptBody = z.strictObject({
  version: Version,
  amountFen: Amount,
  /** The day on which the money came. */
  on: Day,
  /** The bank's number of the transfer. */
  reference: line(60),
})
export const ProposalBody = z.strictObject({ version: Version, reason: line(400) })
export const ConfirmBody = z.strictObject({
  version: Version,
  decision: z.enum(['confirmed', 'refused']),
  reason: line(400),
})
export const ReconciliationQuery = z.object({
  from: Month.optional(),
  until: Month.optional(),
  policy: PolicyKey.optional(),
})
export const OwnQuery = PageQuery.extend({ status: PayableStatus.optional() })
