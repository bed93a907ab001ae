import { z } from 'zod'
import { Names } from '../city.ts'
import { Day, DistrictCode, Id, Instant, Version } from '../values.ts'

/** Whole fen, from 0. */
export const Fen = z.int().min(0)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** `20261122-3F9A0C`: the day on which it was drafted and six signs of its own. */
export const BatchNumber = z.string().regex(/^\d{8}-[0-9A-F]{6}$/)
export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/**
 * Where a payment due stands: 待支付 `open`, 已列入批次草稿 `drafted`, 已发银行待回单 `sent`, 已支付 `paid`,
 * 银行退回待更正账户 `returned`, 决定撤销不再支付 `withdrawn`.
 */
export const PAYABLE_STATUSES = ['open', 'drafted', 'sent', 'paid', 'returned', 'withdrawn'] as const
export const PayableStatus = z.enum(PAYABLE_STATUSES)
export type PayableStatus = z.infer<typeof PayableStatus>

/** Who gets the money: a person's name is shown to officers only where the payment is theirs to handle. */
const Payee = z.object({
  kind: z.enum(['person', 'organisation']),
  /** Id of the organisation; null for people, whose id is nobody else's business. */
  organisationId: Id.nullable(),
  name: z.string(),
})

/** An account as it is shown: `**** **** 3481`. */
const MaskedAccount = z.object({ holder: z.string(), masked: z.string(), bank: z.string() })

/** A correction of the account: made by one, confirmed by another. */
export const AccountChange = z.object({
  id: Id,
  payableId: Id,
  status: z.enum(['waiting', 'confirmed', 'refused']),
  account: MaskedAccount,
  reason: z.string(),
  /** `payee`: the payee sent it in; `officer`: an officer typed it in. */
  by: z.enum(['payee', 'officer']),
  byName: z.string(),
  at: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  refusal: z.string().nullable(),
  /** Whether who asks may confirm or refuse it. */
  mayDecide: z.boolean(),
})
export type AccountChange = z.infer<typeof AccountChange>

export const Payable = z.object({
  id: Id,
  /** What it is paid for, e.g. the title of the service. */
  title: Names,
  /** Key of the policy; null where no policy decides. */
  policy: z.string().nullable(),
  /** `2026`, or `2026-03` for what recurs monthly: payments of one policy for one period are looked at for doubles. */
  period: z.string(),
  status: PayableStatus,
  payee: Payee,
  /** Null where no account could be read from what was given: it has to be corrected first. */
  account: MaskedAccount.nullable(),
  district: DistrictCode.nullable(),
  amountFen: Fen,
  /** Confirmed as paid by the bank, with what was paid too much. */
  paidFen: Fen,
  /** Claimed back of it so far. */
  claimedFen: Fen,
  decidedOn: Day,
  paidOn: Day.nullable(),
  /** Why the bank sent it back, or why it was withdrawn. */
  reason: z.string().nullable(),
  /** The decision was reversed after the money had been sent. */
  reversedOn: Day.nullable(),
  /** Somebody says that the decision was undone, and another person has to confirm it; until then it is put into no batch. */
  reversal: z.object({ reason: z.string(), byName: z.string(), at: Instant, mayConfirm: z.boolean() }).nullable(),
  /** The record that made it: for `cases` the id of the case. */
  source: z.object({ module: z.string(), record: z.string() }),
  batch: z.object({ id: Id, number: BatchNumber, row: z.int().min(1) }).nullable(),
  version: Version,
})
export type Payable = z.infer<typeof Payable>

/** One attempt to pay: a row of a batch. */
const Attempt = z.object({
  batchId: Id,
  number: BatchNumber,
  row: z.int().min(1),
  amountFen: Fen,
  status: z.enum(['waiting', 'paid', 'returned', 'removed']),
  paidFen: Fen,
  paidOn: Day.nullable(),
  reason: z.string().nullable(),
  accountMasked: z.string(),
})

export const RECOVERY_STATUSES = ['opened', 'demanded', 'partly', 'recovered', 'writtenOff'] as const
export const RecoveryStatus = z.enum(RECOVERY_STATUSES)
export type RecoveryStatus = z.infer<typeof RecoveryStatus>
export const RecoveryReason = z.enum(['paidTooMuch', 'duplicate', 'reversed', 'other'])
export type RecoveryReason = z.infer<typeof RecoveryReason>

/** Money claimed back: 追回. `writtenOff` only after one person proposed and another confirmed it. */
export const Recovery = z.object({
  id: Id,
  payableId: Id,
  title: Names,
  policy: z.string().nullable(),
  payee: Payee,
  district: DistrictCode.nullable(),
  reason: RecoveryReason,
  words: z.string(),
  status: RecoveryStatus,
  amountFen: Fen,
  recoveredFen: Fen,
  writtenOffFen: Fen,
  openedOn: Day,
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  /** A proposal to write the rest off that waits for another person. */
  proposal: z.object({ reason: z.string(), byName: z.string(), at: Instant, mayConfirm: z.boolean() }).nullable(),
  /** Money that came back: it counts once another person has confirmed it. */
  receipts: z.array(
    z.object({
      id: Id,
      amountFen: Fen,
      on: Day,
      reference: z.string(),
      status: z.enum(['waiting', 'confirmed', 'refused']),
      mayConfirm: z.boolean(),
    }),
  ),
  version: Version,
})
export type Recovery = z.infer<typeof Recovery>

export const PayableFile = Payable.extend({
  attempts: z.array(Attempt),
  changes: z.array(AccountChange),
  recoveries: z.array(Recovery),
})
export type PayableFile = z.infer<typeof PayableFile>

export const BATCH_STATUSES = ['drafted', 'released', 'settled', 'discarded'] as const
export const BatchStatus = z.enum(BATCH_STATUSES)
export type BatchStatus = z.infer<typeof BatchStatus>

const Act = z.object({ at: Instant, byName: z.string() })
/** 支付批次. `settled`: the bank has answered every row. */
export const Batch = z.object({
  id: Id,
  number: BatchNumber,
  status: BatchStatus,
  purpose: z.string(),
  district: DistrictCode.nullable(),
  rows: z.int().min(0),
  totalFen: Fen,
  paidFen: Fen,
  returnedFen: Fen,
  /** Sum of the rows the bank has not answered. */
  waitingFen: Fen,
  drafted: Act,
  released: Act.nullable(),
  /** SHA-256 of the rows as they were released; the bank file carries it. */
  checksum: Sha256.nullable(),
  downloads: z.array(Act),
  /** Whether who asks may release it; `whyNot` is the code of the failure he would get. */
  mayRelease: z.boolean(),
  whyNot: z.string().nullable(),
  version: Version,
})
export type Batch = z.infer<typeof Batch>

export const BatchRow = z.object({
  row: z.int().min(1),
  payableId: Id,
  title: Names,
  policy: z.string().nullable(),
  payee: Payee,
  account: MaskedAccount,
  amountFen: Fen,
  status: Attempt.shape.status,
  paidFen: Fen,
  paidOn: Day.nullable(),
  reason: z.string().nullable(),
})
export type BatchRow = z.infer<typeof BatchRow>

/**
 * What came of a row of the bank's answer. `booked`: taken; `repeated`: said and booked before. Listed, and booked only
 * by an officer's word: `unknownRow`, `notSent` (the batch was not released), `otherAmount`, `contradiction` (the bank
 * said something else before), `badDay` (before the release or in the future). `dismissed`: set aside by an officer.
 */
export const AnswerVerdict = z.enum([
  'booked',
  'repeated',
  'unknownRow',
  'notSent',
  'otherAmount',
  'contradiction',
  'badDay',
  'bookedByHand',
  'dismissed',
])
export type AnswerVerdict = z.infer<typeof AnswerVerdict>

export const AnswerRow = z.object({
  /** Line in the file, the header being 1. */
  line: z.int().min(2),
  batchNumber: z.string(),
  row: z.string(),
  amountFen: Fen,
  result: z.enum(['paid', 'returned']),
  reason: z.string(),
  on: Day,
  reference: z.string(),
  verdict: AnswerVerdict,
  /** What was sent to the bank under this number; null where nothing was. */
  sentFen: Fen.nullable(),
  payableId: Id.nullable(),
  settled: Act.extend({ reason: z.string() }).nullable(),
  /** Whether who asks may book it or set it aside. */
  maySettle: z.boolean(),
})
export type AnswerRow = z.infer<typeof AnswerRow>

/** 银行回单. */
export const BankAnswer = z.object({
  id: Id,
  name: z.string(),
  fileHash: Sha256,
  imported: Act,
  rows: z.int().min(0),
  sumFen: Fen,
  paidRows: z.int().min(0),
  paidFen: Fen,
  returnedRows: z.int().min(0),
  returnedFen: Fen,
  repeatedRows: z.int().min(0),
  /** Rows that still wait for an officer's word. */
  listedRows: z.int().min(0),
  /** This very file had been imported before: nothing was changed. */
  replayed: z.boolean(),
})
export type BankAnswer = z.infer<typeof BankAnswer>

/** Something that looks paid twice or paid without a ground. */
export const Finding = z.object({
  /** `samePayee`, `sameAccount`: one policy and period, paid or on its way more than once; `reversed`: decision undone. */
  rule: z.enum(['samePayee', 'sameAccount', 'reversed']),
  policy: z.string().nullable(),
  period: z.string(),
  payables: z.array(Payable),
  /** What would have to come back, less what is claimed already. */
  excessFen: Fen,
})
export type Finding = z.infer<typeof Finding>

const sums = {
  payables: z.int().min(0),
  decidedFen: Fen,
  paidFen: Fen,
  openFen: Fen,
  returnedFen: Fen,
  withdrawnFen: Fen,
  /** Paid beyond what was decided. */
  excessFen: Fen,
  claimedFen: Fen,
  recoveredFen: Fen,
  writtenOffFen: Fen,
  /** Claimed and neither come back nor written off. */
  outstandingFen: Fen,
}
/**
 * Sums that must agree to the fen: decided = paid + open + returned + withdrawn, and
 * claimed = recovered + writtenOff + outstanding.
 */
export const Sums = z.object(sums)
export type Sums = z.infer<typeof Sums>
export const Reconciliation = z.object({
  rows: z.array(Sums.extend({ policy: z.string().nullable(), title: Names, month: Month })),
  total: Sums,
  /** The same from the ledger, over all days and the caller's district: paid + excess, and recovered. */
  ledger: z.object({ paidFen: z.int(), recoveredFen: z.int() }),
  agrees: z.boolean(),
})
export type Reconciliation = z.infer<typeof Reconciliation>

/** A payment as its payee sees it. */
export const OwnPayment = Payable.pick({
  id: true,
  title: true,
  policy: true,
  period: true,
  status: true,
  account: true,
  amountFen: true,
  paidFen: true,
  decidedOn: true,
  paidOn: true,
  reason: true,
  source: true,
  version: true,
}).extend({
  /** The bank sent it back, or there is no account yet, and no correction waits: a new account is asked for. */
  mayCorrect: z.boolean(),
  correction: z
    .object({ status: AccountChange.shape.status, masked: z.string(), refusal: z.string().nullable() })
    .nullable(),
  recoveries: z.array(
    Recovery.pick({
      id: true,
      reason: true,
      words: true,
      status: true,
      amountFen: true,
      recoveredFen: true,
      dueOn: true,
      overdue: true,
    }),
  ),
})
export type OwnPayment = z.infer<typeof OwnPayment>

export const PaymentDesk = z.object({
  /** Whether who asks has the duty of a cashier. */
  mayPay: z.boolean(),
  open: z.object({ count: z.int().min(0), fen: Fen }),
  drafted: z.object({ count: z.int().min(0), fen: Fen }),
  sent: z.object({ count: z.int().min(0), fen: Fen }),
  returned: z.object({ count: z.int().min(0), fen: Fen }),
  /** Account corrections that wait for another person. */
  corrections: z.int().min(0),
  /** Rows of bank answers that wait for an officer's word. */
  listed: z.int().min(0),
  recoveries: z.object({ count: z.int().min(0), fen: Fen, overdue: z.int().min(0) }),
})
export type PaymentDesk = z.infer<typeof PaymentDesk>
