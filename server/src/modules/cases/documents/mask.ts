/** An account in the applicant's words, by its last four digits; the bank stays. */
export const maskAccount = (text: string): string =>
  `**** ${text.replaceAll(/\d(?:[\d\s-]*\d)?/g, (digits) => digits.replaceAll(/\D/g, '').slice(-4))}`
