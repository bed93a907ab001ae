import { paymentsRoutes } from '@renshu/contracts'
import { type Context, type Handlers, moduleOf } from '../../platform/http/index.ts'
import { correctAccount, correctOwn, decideAccount } from './actions/accounts.ts'
import { importAnswer } from './actions/answers.ts'
import { draftBatch } from './actions/draft.ts'
import * as lists from './actions/lists.ts'
import * as recoveries from './actions/recoveries.ts'
import { discardBatch, downloadFile, releaseBatch } from './actions/release.ts'
import { decideReversal, proposeReversal } from './actions/reverse.ts'
import { settleRow } from './actions/settle.ts'
import type { MayPay } from './desk.ts'
import { showOwn } from './show/payables.ts'
import { payableById } from './store/payables.ts'

const personOf = ({ actor }: Context): string => (actor.forPersonId ?? actor.personId)!

/** A payment as its payee sees it after a change. */
const shownOwn = async (context: Context, id: string) =>
  (await showOwn(context, [(await payableById(context.tx, context.city, id))!]))[0]!

const handlersOf = (mayPay: MayPay): Handlers<typeof paymentsRoutes> => ({
  desk: (_, context) => lists.showDesk(context, mayPay),
  payables: (input, context) => lists.listPayables(context, mayPay, input),
  payable: ({ params }, context) => lists.showPayableById(context, mayPay, params.payableId),
  draft: ({ body }, context) => draftBatch(context, mayPay, body),
  batches: (input, context) => lists.listBatches(context, mayPay, input),
  batch: ({ params }, context) => lists.showBatchById(context, mayPay, params.batchId),
  batchRows: (input, context) => lists.listAttempts(context, mayPay, input),
  discard: ({ params, body }, context) => discardBatch(context, mayPay, params.batchId, body),
  release: ({ params, body }, context) => releaseBatch(context, mayPay, params.batchId, body.version),
  bankFile: ({ params }, context) => downloadFile(context, mayPay, params.batchId),
  importAnswer: ({ query, bytes }, context) => importAnswer(context, mayPay, { name: query.name, bytes }),
  answers: (input, context) => lists.listAnswers(context, input),
  answer: ({ params }, context) => lists.showAnswerById(context, params.answerId),
  answerRows: (input, context) => lists.listAnswerRows(context, mayPay, input),
  settleRow: ({ params, body }, context) => settleRow(context, mayPay, params, body),

  correctAccount: ({ params, body }, context) => correctAccount(context, mayPay, params.payableId, body),
  accountChanges: (input, context) => lists.listChanges(context, mayPay, input),
  decideAccount: ({ params, body }, context) => decideAccount(context, mayPay, params.changeId, body),
  reverse: ({ params, body }, context) => proposeReversal(context, mayPay, params.payableId, body),
  decideReversal: ({ params, body }, context) => decideReversal(context, mayPay, params.payableId, body),
  findings: (_, context) => lists.listFindings(context, mayPay),
  recoveries: (input, context) => lists.listRecoveries(context, mayPay, input),
  recovery: ({ params }, context) => lists.showRecoveryById(context, mayPay, params.recoveryId),
  openRecovery: ({ body }, context) => recoveries.openRecovery(context, mayPay, body),
  demand: ({ params, body }, context) => recoveries.demand(context, mayPay, params.recoveryId, body),
  receive: ({ params, body }, context) => recoveries.receive(context, mayPay, params.recoveryId, body),
  decideReceipt: ({ params, body }, context) => recoveries.decideReceipt(context, mayPay, params, body),
  proposeWriteOff: ({ params, body }, context) => recoveries.proposeWriteOff(context, mayPay, params.recoveryId, body),
  confirmWriteOff: ({ params, body }, context) => recoveries.confirmWriteOff(context, mayPay, params.recoveryId, body),
  reconciliation: (input, context) => lists.reconcile(context, input),

  mine: ({ query }, context) => lists.listOwn(context, { personId: personOf(context) }, query),
  async correctMine({ params, body }, context) {
    await correctOwn(context, params.payableId, { personId: personOf(context) }, body)
    return shownOwn(context, params.payableId)
  },
  ofOrganisation: ({ params, query }, context) => lists.listOwn(context, params, query),
  async correctOrganisation({ params: { organisationId, payableId }, body }, context) {
    await correctOwn(context, payableId, { organisationId }, body)
    return shownOwn(context, payableId)
  },
})

/** The module; who is a cashier is told it by a module above. */
export const paymentsOf = (mayPay: MayPay) => moduleOf('payments', paymentsRoutes, handlersOf(mayPay))
