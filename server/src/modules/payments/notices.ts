import { tellOwners, tellPerson } from '../accounts/index.ts'
import type { Desk } from './desk.ts'
import { yuan } from './rules.ts'
import type { PayableRow, RecoveryRow } from './tables.ts'

type Payee = Pick<PayableRow, 'personId' | 'organisationId'>

const tell = (desk: Desk, { personId, organisationId }: Payee, kind: string, text: string): Promise<void> =>
  organisationId ? tellOwners(desk, organisationId, { kind, text }) : tellPerson(desk, personId!, { kind, text })

/** The bank could not pay: another account is needed. Scope `system`. */
export const tellReturned = (desk: Desk, payable: PayableRow): Promise<void> =>
  tell(
    desk,
    payable,
    'payments.returned',
    `“${payable.title.zh}”的款项被银行退回，请登录“我的款项”更正收款账户。本平台不会通过电话索要账号、密码和验证码。`,
  )

/** Money is claimed back by a day. Scope `system`. */
export const tellDemanded = (desk: Desk, recovery: RecoveryRow, dueOn: string): Promise<void> =>
  tell(
    desk,
    recovery,
    'payments.demanded',
    `有一笔多付的款项 ${yuan(recovery.amountFen - recovery.recoveredFen)} 元要在 ${dueOn} 前退回，原因和方法请登录“我的款项”查看。`,
  )
