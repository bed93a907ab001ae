import type { PayableStatus } from '@renshu/contracts'
import type { AnswerRow, AttemptRow, BatchRow, PayableRow } from './tables.ts'

/** Rows of a batch and of an answer at most. */
export const MOST_ROWS = 5000
/** The largest payment, in fen: what the files have room for. */
export const MOST_FEN = 99_999_999_999

/** What stands for a bank that was not named. */
const UNSTATED = '未填写'

/** `6222 0210-0100 1234` as its digits; undefined for what is no account number: 8 to 32 digits. */
export function accountNumber(text: string): string | undefined {
  const digits = text.replaceAll(/[\s-]/g, '')
  return /^\d{8,32}$/.test(digits) ? digits : undefined
}

/**
 * An account as people write it on one line: the number is the account, the words around it are the bank. Undefined
 * where there is no number, or more than one.
 */
export function readAccount(text: string): { number: string; bank: string } | undefined {
  const found = text.match(/\d(?:[\d\s-]*\d)?/g)?.filter((each) => accountNumber(each)) ?? []
  if (found.length !== 1) return undefined
  const bank = text
    .replace(found[0]!, ' ')
    .replaceAll(/(?:开户行|开户银行|账号|账户|帐号)[:：]?|[,，;；、:：]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return { number: accountNumber(found[0]!)!, bank: bank || UNSTATED }
}

/** Whether an account is asked for: the bank sent the money back, or none could be read from what was given. */
export const asksAccount = ({ status, accountSealed }: Pick<PayableRow, 'status' | 'accountSealed'>): boolean =>
  status === 'returned' || (status === 'open' && accountSealed === null)

/** `**** **** 3481`. */
export const maskAccount = (number: string): string => `**** **** ${number.slice(-4)}`

/** Fen as yuan with two decimals: `18775.79`. */
export const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** Yuan with exactly two decimals as fen; undefined for everything else: signs, exponents, blanks, commas. */
const readYuan = (text: string, digits: number): number | undefined =>
  /^(?:0|[1-9]\d*)\.\d{2}$/.test(text) && text.length <= digits + 3 ? Number(text.replace('.', '')) : undefined

/** One payment, below a billion yuan. */
export const fenOf = (text: string): number | undefined => readYuan(text, 9)
/** The sum of a file of as many as there may be: exact as far as whole numbers are. */
export const sumFenOf = (text: string): number | undefined => readYuan(text, 13)

/** What has been paid towards it, beyond it, and is still to be paid. */
export function partsOf({ amountFen, paidFen }: Pick<PayableRow, 'amountFen' | 'paidFen'>) {
  const paid = Math.min(amountFen, paidFen)
  return { paid, excess: paidFen - paid, due: amountFen - paid }
}

export interface Said {
  result: 'paid' | 'returned'
  amountFen: number
  on: string
  reason: string
}

type Verdict = AnswerRow['verdict']
type Sent = Pick<BatchRow, 'status'> & { releasedOn: string | null }

const isSame = ({ status, paidFen }: AttemptRow, { result, amountFen }: Said): boolean =>
  result === 'paid' ? status === 'paid' && paidFen === amountFen : status === 'returned'

/**
 * What is to be made of a row of the bank's answer. Only what agrees in every part is booked.
 * @param today in Beijing
 */
export function judgeRow(
  attempt: AttemptRow | undefined,
  batch: Sent | undefined,
  said: Said,
  today: string,
): Extract<Verdict, 'booked' | 'repeated' | 'unknownRow' | 'notSent' | 'otherAmount' | 'contradiction' | 'badDay'> {
  if (!attempt || !batch) return 'unknownRow'
  if (!batch.releasedOn || attempt.status === 'removed') return 'notSent'
  if (attempt.status !== 'waiting') return isSame(attempt, said) ? 'repeated' : 'contradiction'
  if (said.on < batch.releasedOn || said.on > today) return 'badDay'
  return said.amountFen === attempt.amountFen ? 'booked' : 'otherAmount'
}

/** Verdicts that wait for an officer's word. */
export const LISTED: readonly Verdict[] = ['unknownRow', 'notSent', 'otherAmount', 'contradiction', 'badDay']

/** What a booked row makes of the attempt and of the payment due. */
export interface Booking {
  attempt: AttemptRow
  payable: PayableRow
  /** To be claimed back at once: paid beyond what was due, or paid for a decision that had been reversed. */
  claims: readonly { reason: 'paidTooMuch' | 'reversed'; fen: number }[]
}

/** Takes the bank's word on an attempt, the first, or by an officer's hand the second. */
export function book(attempt: AttemptRow, payable: PayableRow, said: Said): Booking {
  const answered = { ...attempt, answeredOn: said.on, reason: said.reason || null, answers: attempt.answers + 1 }
  const before = payable.paidFen - attempt.paidFen
  return said.result === 'paid'
    ? bookPaid({ ...answered, status: 'paid', paidFen: said.amountFen }, payable, before + said.amountFen)
    : bookReturned({ ...answered, status: 'returned', paidFen: 0 }, { ...payable, paidFen: before })
}

function bookPaid(attempt: AttemptRow, payable: PayableRow, paidFen: number): Booking {
  const after = { ...payable, paidFen, paidOn: attempt.answeredOn, reason: null, batchId: null, batchRow: null }
  const excess = partsOf(after).excess - partsOf(payable).excess
  const unfounded = payable.reversedOn ? paidFen - payable.claimedFen - Math.max(0, excess) : 0
  const claims = [
    ...(excess > 0 ? [{ reason: 'paidTooMuch' as const, fen: excess }] : []),
    ...(unfounded > 0 ? [{ reason: 'reversed' as const, fen: unfounded }] : []),
  ]
  const claimed = claims.reduce((sum, { fen }) => sum + fen, payable.claimedFen)
  return { attempt, payable: { ...after, claimedFen: claimed, status: restOf(after) }, claims }
}

/** Where it stands with this much paid and nothing on its way. */
function restOf(payable: PayableRow): PayableStatus {
  if (partsOf(payable).due === 0) return 'paid'
  return payable.reversedOn ? 'withdrawn' : 'open'
}

function bookReturned(attempt: AttemptRow, payable: PayableRow): Booking {
  const status = payable.reversedOn ? 'withdrawn' : 'returned'
  const after = { ...payable, status, reason: attempt.reason, batchId: null, batchRow: null } as const
  return { attempt, payable: { ...after, paidOn: after.paidFen ? payable.paidOn : null }, claims: [] }
}

type Why = { zh: string; en: string }

/** Why a listed row cannot be booked as the bank says, even by an officer's word; undefined where it can. */
export function whyNotBook(
  verdict: Verdict,
  attempt: AttemptRow | undefined,
  payable: PayableRow | undefined,
  said: Said,
  today: string,
): Why | undefined {
  if (!attempt || !payable || verdict === 'unknownRow')
    return { zh: '我们没有发出过这一行', en: 'no such row was ever sent' }
  if (verdict === 'notSent') return { zh: '这个批次没有发出', en: 'the batch was not released' }
  if (said.on > today) return { zh: '日期在今天之后', en: 'its day lies in the future' }
  if (said.result === 'paid' && said.amountFen === 0) return { zh: '付款金额是零', en: 'it says that nothing was paid' }
  if (isSame(attempt, said)) return { zh: '已经这样登记过', en: 'this has been booked already' }
  if (attempt.answers >= 2) return { zh: '这一行已经改登记过一次', en: 'the row has been booked anew once already' }
  if (attempt.status !== 'waiting' && payable.batchId)
    return { zh: '这笔款已在别的批次里', en: 'the payment is in another batch' }
  if (payable.paidFen - attempt.paidFen < payable.claimedFen)
    return { zh: '已支付的部分正在追回', en: 'what was paid is being claimed back' }
  return undefined
}
