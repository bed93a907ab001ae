/** A table that cannot be imported as it is; the message says why in the language asked for. */
export class TableRefused extends Error {
  override readonly name = 'TableRefused'
}
