import type { Payable } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { maskAccount } from '../rules.ts'
import type { PayableRow } from '../tables.ts'

export type Opening = Pick<Context, 'secrets'>
type Whose = Pick<PayableRow, 'payeeSealed' | 'organisationId'>

export const payeeOf = ({ secrets }: Opening, { payeeSealed, organisationId }: Whose): Payable['payee'] => ({
  kind: organisationId ? 'organisation' : 'person',
  organisationId,
  name: secrets.open(payeeSealed),
})

interface Sealed {
  holderSealed: string
  accountSealed: string
  bank: string
}

export const accountOf = ({ secrets }: Opening, { holderSealed, accountSealed, bank }: Sealed) => ({
  holder: secrets.open(holderSealed),
  masked: maskAccount(secrets.open(accountSealed)),
  bank,
})
