import { openSource, type RawRow } from '@renshu/intake'
import { type Batch, batchesOf, type Part } from '../../../platform/imports/index.ts'

/** What a table of held facts says, in the order in which headings are looked for. */
const HEADINGS = {
  residentId: /身份证|公民身份号码|证件号码|^resident ?id$/i,
  creditCode: /信用代码|统一代码|^credit ?code$/i,
  record: /记录|数据项|项目代码|^record$/i,
  value: /^(?:值|数值|内容|结果)$|^value$/i,
  on: /日期|时间|^day$|^on$/i,
  statedBy: /来源|提供部门|数据部门|^source$|^stated ?by$/i,
} as const
type Field = keyof typeof HEADINGS
export type HeldColumns = Partial<Record<Field, string>>

const plain = (heading: string): string => heading.normalize('NFKC').replaceAll(/[\s*()]/g, '')

/** Each heading serves one field, the first that knows it. */
function recognise(headings: readonly string[]): HeldColumns {
  const columns: HeldColumns = {}
  for (const heading of headings) {
    const found = (Object.keys(HEADINGS) as Field[]).find((field) => HEADINGS[field].test(plain(heading)))
    if (found) columns[found] ??= heading
  }
  return columns
}

/** A row as it stands in the table, with the headings it came under. */
export interface HeldRow {
  line: number
  columns: HeldColumns
  cells: Partial<Record<Field, string>>
  broken: boolean
}

const rowOf = ({ line, cells, broken }: RawRow, columns: HeldColumns): HeldRow => ({
  line,
  columns,
  cells: Object.fromEntries(
    Object.entries(columns).flatMap(([field, heading]) => (cells[heading] ? [[field, cells[heading]]] : [])),
  ),
  broken: broken !== undefined,
})

async function* rowsOf(rows: AsyncIterable<RawRow>, columns: HeldColumns): AsyncGenerator<HeldRow> {
  for await (const row of rows) yield rowOf(row, columns)
}

/** The rows of a table in batches. @throws IntakeError */
export async function* readHeldRows(path: string, part: Part): AsyncGenerator<Batch<HeldRow>> {
  const source = await openSource(path)
  yield* batchesOf(rowsOf(source.rows, recognise(source.columns)), part, () => source.progress())
}

const NEEDED: readonly [zh: string, en: string, (columns: HeldColumns) => boolean][] = [
  [
    '统一社会信用代码或身份证号',
    'credit code or resident id',
    (columns) => !!(columns.creditCode ?? columns.residentId),
  ],
  ['记录', 'record', ({ record }) => !!record],
  ['值', 'value', ({ value }) => !!value],
  ['日期', 'day', ({ on }) => !!on],
  ['来源', 'source', ({ statedBy }) => !!statedBy],
]

/** Columns that a table lacks, in both languages. @throws IntakeError */
export async function lackingColumns(path: string): Promise<{ zh: string; en: string }[]> {
  const source = await openSource(path)
  const columns = recognise(source.columns)
  // The rows are walked so far that their file is closed again.
  for await (const _ of source.rows) break
  return NEEDED.flatMap(([zh, en, isThere]) => (isThere(columns) ? [] : [{ zh, en }]))
}
