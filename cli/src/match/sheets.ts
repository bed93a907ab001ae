import { openTableWriter, type TableColumn, type TableWriter } from '@renshu/intake'
import { type Wording, wordingIn } from './describe.ts'
import type { RankedList, Side, Sink } from './lists.ts'
import type { Language } from '../commands.ts'

type Pair = RankedList['pairs'][number]
type Cell = string | number
type Column = {
  name: keyof Wording['messages']['sheet']['columns']
  width: number
  of: (pair: Pair, wording: Wording) => Cell
}

const JOB: Column[] = [
  { name: 'jobId', width: 12, of: ({ job }) => job.id },
  { name: 'title', width: 18, of: ({ job }) => job.title },
  { name: 'employer', width: 20, of: ({ job }) => job.employer ?? '' },
  { name: 'place', width: 16, of: ({ job }, wording) => wording.jobPlace(job) },
  { name: 'offer', width: 12, of: ({ job }, wording) => wording.offer(job) },
]
const TALENT: Column[] = [
  { name: 'talentId', width: 12, of: ({ talent }) => talent.id },
  { name: 'wishes', width: 18, of: ({ talent }, wording) => wording.wishes(talent) },
  { name: 'wishedPlace', width: 16, of: ({ talent }, wording) => wording.talentPlace(talent) },
  { name: 'wishedPay', width: 12, of: ({ talent }, wording) => wording.wishedPay(talent) },
  { name: 'education', width: 10, of: ({ talent }, wording) => wording.education(talent) },
  { name: 'years', width: 8, of: ({ talent }, wording) => wording.years(talent) },
]
const RANK: Column = { name: 'rank', width: 6, of: ({ match }) => match.rank }
const RESULT: Column[] = [
  { name: 'score', width: 7, of: ({ match }) => match.score },
  { name: 'result', width: 24, of: ({ match }, wording) => resultText(match, wording) },
]

/** The asking side comes first, so that a printed sheet reads from left to right. */
const columnsOf = (from: Side, lineBreak: string): Column[] => [
  ...(from === 'jobs' ? [...JOB, RANK, ...TALENT] : [...TALENT, RANK, ...JOB]),
  ...RESULT,
  { name: 'reasons', width: 60, of: ({ match }, wording) => reasonsText(match, wording, lineBreak) },
]

function resultText(match: Pair['match'], wording: Wording): string {
  const { messages } = wording
  const nearMiss = wording.nearMiss(match)
  return nearMiss ? messages.match.nearly(nearMiss.constraint, nearMiss.reason) : messages.match.fits
}

const reasonsText = (match: Pair['match'], wording: Wording, lineBreak: string): string =>
  wording
    .reasons(match)
    .map(({ name, points, reason }) => wording.messages.sheet.reason(name, points, reason))
    .join(lineBreak)

/** Rows a sheet of a workbook can hold, without the header. */
const SHEET_ROWS = 1_048_575

/**
 * Matches as the rows of a workbook (one sheet per side, going on in a further sheet when one is full) or of a CSV file
 * (both sides below each other, told apart by the first column).
 */
export async function openSheetSink(path: string, sides: readonly Side[], language: Language): Promise<Sink> {
  const wording = wordingIn(language)
  const { columns: names, sheets } = wording.messages.sheet
  const isWorkbook = /\.xlsx$/i.test(path)
  // A CSV has one header: the columns of both sides in the order of the first.
  const shape = (side: Side) => columnsOf(isWorkbook ? side : sides[0]!, isWorkbook ? '\n' : wording.messages.semicolon)
  const header = (side: Side): TableColumn[] => [
    ...(isWorkbook ? [] : [{ name: names.from }]),
    ...shape(side).map(({ name, width }) => ({ name: names[name], width, wrap: true })),
  ]
  const first = sides[0]!
  const writer: TableWriter = await openTableWriter(path, header(first), { sheet: sheets[first] })
  const at = { side: first, sheet: 1, rows: 0 }
  const turnTo = async (side: Side) => {
    at.sheet = side === at.side ? at.sheet + 1 : 1
    at.side = side
    at.rows = 0
    await writer.beginSheet(at.sheet === 1 ? sheets[side] : `${sheets[side]} ${at.sheet}`, header(side))
  }
  return {
    add: async ({ from, pairs }) => {
      if (isWorkbook && from !== at.side) await turnTo(from)
      for (const pair of pairs) {
        if (isWorkbook && at.rows === SHEET_ROWS) await turnTo(from)
        at.rows++
        const cells = shape(from).map(({ of }) => of(pair, wording))
        await writer.write(isWorkbook ? cells : [sheets[from], ...cells])
      }
    },
    close: async () => {
      for (const side of sides.slice(sides.indexOf(at.side) + 1)) if (isWorkbook) await turnTo(side)
      await writer.close()
    },
  }
}
