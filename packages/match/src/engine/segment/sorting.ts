type ListColumns = { start: { values: Uint32Array } | Uint32Array; items: { values: Uint32Array } | Uint32Array }
const valuesOf = (column: { values: Uint32Array } | Uint32Array): Uint32Array =>
  column instanceof Uint32Array ? column : column.values

/** One row for each record and occupation class, sorted by the rank of the class, then by place class, then by record. */
export function sortedRows(
  occupations: ListColumns,
  ranks: Uint32Array,
  places: Uint32Array,
): { record: Uint32Array; occupation: Uint32Array; order: Uint32Array } {
  const [start, items] = [valuesOf(occupations.start), valuesOf(occupations.items)]
  const record = new Uint32Array(items.length)
  for (let owner = 0; owner < places.length; owner++) record.fill(owner, start[owner]!, start[owner + 1]!)
  const byPlace = sortStably(null, items.length, (row) => places[record[row]!]!)
  const sorted = sortStably(byPlace, items.length, (row) => ranks[items[row]!]!)
  const order = new Uint32Array(places.length)
  let records = 0
  for (const row of sorted) if (row === start[record[row]!]) order[records++] = record[row]!
  return { record: sorted.map((row) => record[row]!), occupation: sorted.map((row) => items[row]!), order }
}

/** Counting sort of rows, or of a sequence of rows, by a key; equal keys keep their order. */
function sortStably(rows: Uint32Array | null, length: number, keyOf: (row: number) => number): Uint32Array {
  let most = 0
  for (let row = 0; row < length; row++) most = Math.max(most, keyOf(row))
  const next = new Uint32Array(most + 2)
  for (let row = 0; row < length; row++) next[keyOf(row) + 1]!++
  for (let key = 0; key <= most; key++) next[key + 1]! += next[key]!
  const sorted = new Uint32Array(length)
  for (let at = 0; at < length; at++) {
    const row = rows ? rows[at]! : at
    sorted[next[keyOf(row)]!++] = row
  }
  return sorted
}

/** Copies lists in a new order. */
export function gatherLists(
  lists: ListColumns,
  order: Uint32Array,
  start: Uint32Array,
  target: Uint16Array | Uint32Array,
): void {
  const [from, items] = [valuesOf(lists.start), valuesOf(lists.items)]
  let end = 0
  for (let number = 0; number < order.length; number++) {
    const record = order[number]!
    for (let at = from[record]!; at < from[record + 1]!; at++) target[end++] = items[at]!
    start[number + 1] = end
  }
}
