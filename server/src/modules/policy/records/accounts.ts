/** Whether a record says where money goes: `registry.bankAccount`, `insurance.cardAccount`. */
export const isAccountRecord = (record: string): boolean => /account$/i.test(record)

/** An account in somebody's words, by its last four digits; the bank stays. */
export const maskAccount = (text: string): string =>
  `**** ${text.replaceAll(/\d(?:[\d\s-]*\d)?/g, (digits) => digits.replaceAll(/\D/g, '').slice(-4))}`
