/** The same sentence in both languages. */
export type Text = { readonly zh: string; readonly en: string }

/** What is wrong with a policy: where in it, at which character of an expression, and why. */
export type Fault = { path: readonly (string | number)[]; at?: number; reason: Text }

/** Whatever binds somebody has a source, or says that it is an example. */
export const noSource = (path: Fault['path']): Fault => ({
  path,
  reason: text(
    '没有依据（source）；没有文件写明的，注明 example: 示例',
    'no source; say example: 示例 when nobody states it',
  ),
})

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
