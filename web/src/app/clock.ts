/** The one place where the pages read the clock; everything else is given the instant. */
export const now = (): Date => new Date()
