import type { TestApp } from '../app.ts'
import type { Household } from './world.ts'

const AT = '2026-03-01T00:00:00Z'
const DAY = '2026-03-01'
const HASH = 'ab'.repeat(32)

/** Names of the records of payments, and of documents of cases, in addresses. */
export const PAYMENT_IDS = ['payableId', 'batchId', 'answerId', 'recoveryId', 'changeId', 'documentId'] as const

/** A payment to the organisation and one to its owner with everything that may follow, and a document of the case. */
export function paymentRows({ services, clock }: TestApp, household: Household, secret: string): [string, object][] {
  const { district, organisationId, owner, officer, ids } = household
  const { payableId, batchId, answerId, recoveryId, changeId, documentId, caseId } = ids
  const seal = (text: string) => services.secrets.seal(text)
  const by = officer.personId
  const account = { holder_sealed: seal(secret), account_sealed: seal('6222021001234567890'), bank: secret }
  const blind = { account_blind: HASH }
  const payable = {
    source_module: 'cases',
    record: caseId,
    title: { zh: secret, en: secret },
    policy: 'job-retention-refund',
    period: '2026',
    payee_sealed: seal(secret),
    district,
    amount_fen: 100,
    paid_fen: 0,
    claimed_fen: 0,
    status: 'returned',
    decided_on: DAY,
    reason: secret,
    facts: {},
    made_at: AT,
    version: 1,
    ...account,
    ...blind,
  }
  const batch = { number: `20260301-${batchId!.slice(-6).toUpperCase()}`, purpose: secret, district, version: 1 }
  const answered = { answered_on: DAY, reason: secret, answers: 1 }
  const attempt = { row: 1, amount_fen: 100, purpose: secret, district, status: 'returned', paid_fen: 0 }
  const said = { batch_number: batch.number, batch_row: '1', amount_fen: 100, result: 'returned', answered_on: DAY }
  const claim = { reason: 'other', words: secret, status: 'opened', amount_fen: 50, opened_on: DAY, version: 1 }
  const claimed = { recovered_fen: 0, written_off_fen: 0, district }
  const change = { reason: secret, from_payee: true, made_at: AT, made_by: owner.personId, status: 'waiting', district }
  const whose = { organisation_id: organisationId }
  const hash = clock.newId().replaceAll('-', '').repeat(2)
  return [
    ['payments.payable', { id: payableId, source_id: `${caseId}/payment`, ...whose, ...payable }],
    ['payments.payable', { source_id: `${caseId}/own`, person_id: owner.personId, ...payable }],
    ['payments.batch', { id: batchId, status: 'drafted', drafted_at: AT, drafted_by: by, ...batch }],
    ['payments.batch_row', { batch_id: batchId, payable_id: payableId, ...attempt, ...answered, ...account }],
    ['payments.download', { batch_id: batchId, downloaded_at: AT, downloaded_by: by, district }],
    [
      'payments.bank_answer',
      {
        id: answerId,
        name: secret,
        file_hash: hash,
        imported_at: AT,
        imported_by: by,
        rows: 1,
        sum_fen: 100,
        district,
      },
    ],
    [
      'payments.answer_row',
      { answer_id: answerId, line: 2, reference: '', verdict: 'booked', reason: secret, district, ...said },
    ],
    ['payments.recovery', { id: recoveryId, payable_id: payableId, ...whose, ...claim, ...claimed }],
    ['payments.recovery', { payable_id: payableId, person_id: owner.personId, ...claim, ...claimed }],
    [
      'payments.receipt',
      {
        recovery_id: recoveryId,
        amount_fen: 1,
        received_on: DAY,
        reference: secret,
        recorded_at: AT,
        recorded_by: by,
        district,
      },
    ],
    ['payments.account_change', { id: changeId, payable_id: payableId, ...whose, ...account, ...blind, ...change }],
    [
      'payments.account_change',
      {
        payable_id: payableId,
        person_id: owner.personId,
        ...account,
        ...blind,
        ...change,
        status: 'refused',
        decided_at: AT,
        decided_by: by,
        refusal: secret,
      },
    ],
    [
      'cases.document',
      { id: documentId, case_id: caseId, n: 1, kind: 'receipt', code: codeOf(documentId!), made_at: AT },
    ],
  ]
}

/** A code of its own for each id: its last digits, without the two that codes do not have. */
const codeOf = (id: string): string =>
  `2222-2222-${id.slice(-4).toUpperCase().replaceAll('0', 'G').replaceAll('1', 'H')}`
