/** Large enough that a statement's cost does not show, small enough for one message to the database. */
export const AT_ONCE = 2_000

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Keys of nested values are data and stay as they are. */
export const asColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]))
