/** The same keys with any words: what a translation has to fill in. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
