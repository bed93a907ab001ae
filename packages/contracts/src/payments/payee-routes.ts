import { z } from 'zod'
import { routes } from '../route.ts'
import { Id, page } from '../values.ts'
import { AccountBody, OwnQuery } from './bodies.ts'
import { CORRECTING, ofPayable } from './correcting.ts'
import { OwnPayment } from './records.ts'

const ofOrganisation = z.object({ organisationId: Id })

/** What payees see and correct. */
export const payeeRoutes = routes({
  mine: {
    method: 'GET',
    path: '/me/payments',
    access: 'person',
    mandate: 'cases',
    summary: ['拨付给我的款项', 'Payments to me'],
    query: OwnQuery,
    response: page(OwnPayment),
    errors: ['platform.badCursor'],
  },
  correctMine: {
    method: 'POST',
    path: '/me/payments/:payableId/account',
    access: 'person',
    summary: ['银行退回后更正收款账户', 'Correct the account after the bank sent the money back'],
    params: ofPayable,
    body: AccountBody,
    response: OwnPayment,
    errors: CORRECTING,
  },
  ofOrganisation: {
    method: 'GET',
    path: '/organisations/:organisationId/payments',
    access: 'viewer',
    mandate: 'cases',
    summary: ['拨付给本单位的款项', 'Payments to the organisation'],
    params: ofOrganisation,
    query: OwnQuery,
    response: page(OwnPayment),
    errors: ['platform.badCursor'],
  },
  correctOrganisation: {
    method: 'POST',
    path: '/organisations/:organisationId/payments/:payableId/account',
    access: 'owner',
    summary: ['银行退回后更正本单位收款账户', 'Correct the account of the organisation'],
    params: z.object({ organisationId: Id, payableId: Id }),
    body: AccountBody,
    response: OwnPayment,
    errors: CORRECTING,
  },
})
