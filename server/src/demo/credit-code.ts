import { creditCodeCheck, organisationCheck } from '@renshu/codes'

const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const PLACES = 6

/** Organisation codes that begin like this have not been given out, so no real one can come about. */
const UNUSED = 'YX'

/** The authority and type of registration: a company, a private school, an institution of the state. */
export type Registration = '91' | '52' | '12'

/**
 * A unified social credit code that passes every check and belongs to nobody.
 * @param serial 0 to 31⁶ − 1, another for each organisation
 */
export function inventCreditCode(registration: Registration, district: string, serial: number): string {
  let body = ''
  for (let rest = serial, place = 0; place < PLACES; place++, rest = Math.floor(rest / DIGITS.length))
    body = DIGITS[rest % DIGITS.length]! + body
  const organisation = UNUSED + body
  const head = registration + district + organisation + organisationCheck(organisation)
  return head + creditCodeCheck(head)
}
