import type { Payable } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { maskAccount } from '../rules.ts'
import type { PayableRow } from '../tables.ts'

export type Opening = Pick<Context, 'secrets'>
type Whose = Pick<PayableRow, 'payeeSealed' | 'organisationId'>

/** People by the first character of their names, but to whom they are theirs to pay: a list is no register of who gets money. */
const masked = (name: string): string => `${name.slice(0, 1)}**`

const nameOf = ({ secrets }: Opening, sealed: string, organisationId: string | null, mayName: boolean): string => {
  const name = secrets.open(sealed)
  return mayName || organisationId !== null ? name : masked(name)
}

/** @param mayName whether who looks pays, or is paid */
export const payeeOf = (
  opening: Opening,
  { payeeSealed, organisationId }: Whose,
  mayName: boolean,
): Payable['payee'] => ({
  kind: organisationId ? 'organisation' : 'person',
  organisationId,
  name: nameOf(opening, payeeSealed, organisationId, mayName),
})

interface Sealed {
  holderSealed: string
  accountSealed: string
  bank: string
  organisationId: string | null
}

/** @param mayName as of `payeeOf` */
export const accountOf = (
  opening: Opening,
  { holderSealed, accountSealed, bank, organisationId }: Sealed,
  mayName: boolean,
) => ({
  holder: nameOf(opening, holderSealed, organisationId, mayName),
  masked: maskAccount(opening.secrets.open(accountSealed)),
  bank,
})
