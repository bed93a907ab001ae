/** Large enough that a statement's cost does not show, small enough for one message to the database. */
export const AT_ONCE = 2_000

/** Names of columns, of which there are as many as the tables have. */
const columns = new Map<string, string>()
function columnOf(name: string): string {
  let column = columns.get(name)
  if (column === undefined)
    columns.set(name, (column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)))
  return column
}

/** Keys of nested values are data and stay as they are. */
export const asColumns = (row: object): Record<string, unknown> => {
  const written: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) written[columnOf(name)] = value
  return written
}
