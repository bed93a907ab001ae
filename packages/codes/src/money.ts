/** Money in Chinese fen (分, 1/100 yuan), always a whole number. */
export type Fen = number

/** @example yuan(3500) // 350000 fen */
export const yuan = (amount: number): Fen => Math.round(amount * 100)
