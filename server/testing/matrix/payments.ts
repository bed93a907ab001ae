import type { TestApp } from '../app.ts'
import type { Household } from './world.ts'

const AT = '2026-03-01T00:00:00Z'
const DAY = '2026-03-01'
const HASH = 'ab'.repeat(32)

/** Names of the records of payments, and of documents of cases, in addresses. */
export const PAYMENT_IDS = ['payableId', 'batchId', 'answerId', 'recoveryId', 'changeId', 'documentId'] as const

interface Rows {
  app: TestApp
  household: Household
  /** What is nobody else's business. */
  secret: string
}

const accountOf = ({ app: { services }, secret }: Rows) => ({
  holder_sealed: services.secrets.seal(secret),
  account_sealed: services.secrets.seal('6222021001234567890'),
  bank: secret,
})
const BLIND = { account_blind: HASH }

function payableRows(rows: Rows): [string, object][] {
  const { app, household, secret } = rows
  const { district, organisationId, owner, ids } = household
  const payable = {
    source_module: 'cases',
    record: ids['caseId'],
    title: { zh: secret, en: secret },
    policy: 'job-retention-refund',
    period: '2026',
    payee_sealed: app.services.secrets.seal(secret),
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
    ...accountOf(rows),
    ...BLIND,
  }
  const ofFirm = { id: ids['payableId'], source_id: `${ids['caseId']}/payment`, organisation_id: organisationId }
  return [
    ['payments.payable', { ...ofFirm, ...payable }],
    ['payments.payable', { source_id: `${ids['caseId']}/own`, person_id: owner.personId, ...payable }],
  ]
}

function batchRows(rows: Rows): [string, object][] {
  const { household, secret, app } = rows
  const { district, officer, ids } = household
  const { payableId, batchId, answerId } = ids
  const by = officer.personId
  const batch = { number: `20260301-${batchId!.slice(-6).toUpperCase()}`, purpose: secret, district, version: 1 }
  const answered = { answered_on: DAY, reason: secret, answers: 1 }
  const attempt = { row: 1, amount_fen: 100, purpose: secret, district, status: 'returned', paid_fen: 0 }
  const said = { batch_number: batch.number, batch_row: '1', amount_fen: 100, result: 'returned', answered_on: DAY }
  const file = { file_hash: app.clock.newId().replaceAll('-', '').repeat(2), rows: 1, sum_fen: 100 }
  const imported = { imported_at: AT, imported_by: by, district }
  return [
    ['payments.batch', { id: batchId, status: 'drafted', drafted_at: AT, drafted_by: by, ...batch }],
    ['payments.batch_row', { batch_id: batchId, payable_id: payableId, ...attempt, ...answered, ...accountOf(rows) }],
    ['payments.download', { batch_id: batchId, downloaded_at: AT, downloaded_by: by, district }],
    ['payments.bank_answer', { id: answerId, name: secret, ...file, ...imported }],
    [
      'payments.answer_row',
      { answer_id: answerId, line: 2, reference: '', verdict: 'booked', reason: secret, district, ...said },
    ],
  ]
}

function recoveryRows({ household, secret }: Rows): [string, object][] {
  const { district, organisationId, owner, officer, ids } = household
  const { payableId, recoveryId } = ids
  const claim = { reason: 'other', words: secret, status: 'opened', amount_fen: 50, opened_on: DAY, version: 1 }
  const claimed = { payable_id: payableId, recovered_fen: 0, written_off_fen: 0, district, ...claim }
  const received = { amount_fen: 1, received_on: DAY, reference: secret, recorded_at: AT }
  return [
    ['payments.recovery', { id: recoveryId, organisation_id: organisationId, ...claimed }],
    ['payments.recovery', { person_id: owner.personId, ...claimed }],
    [
      'payments.receipt',
      { recovery_id: recoveryId, recorded_by: officer.personId, district, status: 'confirmed', ...received },
    ],
  ]
}

function changeRows(rows: Rows): [string, object][] {
  const { household, secret } = rows
  const { district, organisationId, owner, officer, ids } = household
  const made = { payable_id: ids['payableId'], reason: secret, from_payee: true, made_at: AT, made_by: owner.personId }
  const change = { ...made, district, ...accountOf(rows), ...BLIND }
  const refused = { status: 'refused', decided_at: AT, decided_by: officer.personId, refusal: secret }
  const ofFirm = { id: ids['changeId'], organisation_id: organisationId, status: 'waiting' }
  return [
    ['payments.account_change', { ...change, ...ofFirm }],
    ['payments.account_change', { ...change, person_id: owner.personId, ...refused }],
  ]
}

/** A payment to the organisation and one to its owner with everything that may follow, and a document of the case. */
export function paymentRows(app: TestApp, household: Household, secret: string): [string, object][] {
  const { caseId, documentId } = household.ids
  const rows = { app, household, secret }
  const document = { id: documentId, case_id: caseId, n: 1, kind: 'receipt', code: codeOf(documentId!), made_at: AT }
  return [
    ...payableRows(rows),
    ...batchRows(rows),
    ...recoveryRows(rows),
    ...changeRows(rows),
    ['cases.document', document],
  ]
}

/** A code of its own for each id: its last digits, without the two that codes do not have. */
const codeOf = (id: string): string =>
  `2222-2222-${id.slice(-4).toUpperCase().replaceAll('0', 'G').replaceAll('1', 'H')}`
