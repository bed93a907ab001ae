import { z } from 'zod'
import { Day, Id, Instant, line, lines, PageQuery, Version } from '../values.ts'
import { Channel, FollowUpAnswer, RefusalReason, Stage, WithdrawReason } from './records.ts'

export const ApplyBody = z.strictObject({
  jobId: Id,
  /** Words to the employer. */
  note: lines(500).default(''),
  /** The employer may see name, phone and CV while the process is open. */
  shareContact: z.boolean(),
  /** By which way the talent came to the posting; a fair can be said once there are fairs. */
  channel: Channel.extract(['search', 'recommendation']).default('search'),
})
export const InviteBody = z.strictObject({ talentId: Id, jobId: Id, note: lines(500).default('') })
/** One step with what it needs. */
export const StepBody = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('agree'), version: Version, shareContact: z.boolean() }),
  /** Shows or hides the contact while the process is open. */
  z.strictObject({ step: z.literal('share'), version: Version, shareContact: z.boolean() }),
  z.strictObject({ step: z.literal('talk'), version: Version, note: lines(500).default('') }),
  z.strictObject({
    step: z.literal('propose'),
    version: Version,
    slots: z
      .array(
        z.strictObject({
          startsAt: Instant,
          minutes: z.int().min(10).max(480),
          place: line(200),
          online: z.boolean().default(false),
        }),
      )
      .min(1)
      .max(10),
  }),
  z.strictObject({ step: z.literal('book'), version: Version, slotId: Id }),
  z.strictObject({
    step: z.literal('offer'),
    version: Version,
    pay: z.int().min(0).max(1_000_000_000),
    startOn: Day,
    answerBy: Day,
    note: lines(500).default(''),
  }),
  z.strictObject({ step: z.literal('accept'), version: Version }),
  z.strictObject({
    step: z.literal('refuse'),
    version: Version,
    reason: RefusalReason,
    note: lines(500).default(''),
  }),
  /** No to an invitation, a recommendation or an offer. */
  z.strictObject({
    step: z.literal('decline'),
    version: Version,
    reason: WithdrawReason,
    note: lines(500).default(''),
  }),
  z.strictObject({
    step: z.literal('withdraw'),
    version: Version,
    reason: WithdrawReason,
    note: lines(500).default(''),
  }),
  z.strictObject({ step: z.literal('confirm'), version: Version, startedOn: Day }),
  z.strictObject({ step: z.literal('dispute'), version: Version, note: lines(500).min(1) }),
])
export type StepBody = z.infer<typeof StepBody>
export const MessageBody = z.strictObject({ text: lines(2000).min(1) })
export const PlaceBody = z.strictObject({
  version: Version,
  startedOn: Day,
  documents: z.array(Id).max(5),
  reason: line(500),
})
export const FollowUpBody = z.strictObject({
  answer: FollowUpAnswer,
  note: lines(500).default(''),
})
export const ProcessesQuery = PageQuery.extend({
  stage: Stage.optional(),
  open: z.stringbool().optional(),
  jobId: Id.optional(),
  overdue: z.stringbool().optional(),
  /** A follow-up is due that the caller may answer, and nobody has. */
  followUp: z.stringbool().optional(),
  /** Of these talents, at most 100. */
  talentId: z.union([Id, z.array(Id).max(100)]).optional(),
})
