import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../network/lazy-page.ts'
import { texts } from '../search.ts'
import { parent } from './bureau-area.tsx'
import { withTexts } from './room.ts'

const paying = { ...parent, loader: withTexts('payments') }

const paymentDesk = createRoute({
  ...paying,
  path: '/payments',
  component: lazyPage(() => import('../../features/payments/desk/desk-page.tsx'), 'PaymentDeskPage'),
})
const payables = createRoute({
  ...paying,
  path: '/payments/payables',
  validateSearch: texts('status', 'policy', 'district', 'month', 'record'),
  component: lazyPage(() => import('../../features/payments/desk/payables-page.tsx'), 'PayablesPage'),
})
const payable = createRoute({
  ...paying,
  path: '/payments/payables/$payableId',
  component: lazyPage(() => import('../../features/payments/desk/payable-page.tsx'), 'PayablePage'),
})
const batches = createRoute({
  ...paying,
  path: '/payments/batches',
  validateSearch: texts('status'),
  component: lazyPage(() => import('../../features/payments/batches/batches-page.tsx'), 'BatchesPage'),
})
const batch = createRoute({
  ...paying,
  path: '/payments/batches/$batchId',
  component: lazyPage(() => import('../../features/payments/batches/batch-page.tsx'), 'BatchPage'),
})
const bankAnswers = createRoute({
  ...paying,
  path: '/payments/answers',
  component: lazyPage(() => import('../../features/payments/answers/answers-page.tsx'), 'AnswersPage'),
})
const bankAnswer = createRoute({
  ...paying,
  path: '/payments/answers/$answerId',
  component: lazyPage(() => import('../../features/payments/answers/answer-page.tsx'), 'AnswerPage'),
})
const accounts = createRoute({
  ...paying,
  path: '/payments/accounts',
  component: lazyPage(() => import('../../features/payments/recoveries/accounts-page.tsx'), 'AccountsPage'),
})
const recoveries = createRoute({
  ...paying,
  path: '/payments/recoveries',
  validateSearch: texts('status'),
  component: lazyPage(() => import('../../features/payments/recoveries/recoveries-page.tsx'), 'RecoveriesPage'),
})
const recovery = createRoute({
  ...paying,
  path: '/payments/recoveries/$recoveryId',
  component: lazyPage(() => import('../../features/payments/recoveries/recovery-page.tsx'), 'RecoveryPage'),
})
const findings = createRoute({
  ...paying,
  path: '/payments/findings',
  component: lazyPage(() => import('../../features/payments/recoveries/findings-page.tsx'), 'FindingsPage'),
})
const reconciliation = createRoute({
  ...paying,
  path: '/payments/reconciliation',
  validateSearch: texts('from', 'until', 'policy'),
  component: lazyPage(() => import('../../features/payments/desk/reconciliation-page.tsx'), 'ReconciliationPage'),
})

/** Payments: what is to be paid, batches, what the bank says, what comes back. */
export const paymentRooms = [
  paymentDesk,
  payables,
  payable,
  batches,
  batch,
  bankAnswers,
  bankAnswer,
  accounts,
  recoveries,
  recovery,
  findings,
  reconciliation,
] as const
