/** The same sentence in both languages. */
export type Text = { readonly zh: string; readonly en: string }

/** What is wrong with a policy: where in it, at which character of an expression, and why. */
export type Fault = { path: readonly (string | number)[]; at?: number; reason: Text }

export const text = (zh: string, en: string): Text => ({ zh, en })

/** Ends the reading of an expression; becomes a `Fault` where the expression has its place. */
export class ExpressionError extends Error {
  readonly at: number
  readonly reason: Text

  /** @param at character of the expression, from 0 */
  constructor(at: number, zh: string, en: string) {
    super(en)
    this.name = 'ExpressionError'
    this.at = at
    this.reason = { zh, en }
  }
}
