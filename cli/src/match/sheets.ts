import { openTableWriter, type TableColumn } from '@renshu/intake'
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
  { name: 'jobId', width: 8, of: ({ job }) => job.id },
  { name: 'title', width: 13, of: ({ job }) => job.title },
  { name: 'employer', width: 15, of: ({ job }) => job.employer ?? '' },
  { name: 'place', width: 12, of: ({ job }, wording) => wording.jobPlace(job) },
  { name: 'offer', width: 11, of: ({ job }, wording) => wording.offer(job) },
]
const TALENT: Column[] = [
  { name: 'talentId', width: 8, of: ({ talent }) => talent.id },
  { name: 'wishes', width: 13, of: ({ talent }, wording) => wording.wishes(talent) },
  { name: 'wishedPlace', width: 12, of: ({ talent }, wording) => wording.talentPlace(talent) },
  { name: 'wishedPay', width: 11, of: ({ talent }, wording) => wording.wishedPay(talent) },
  { name: 'education', width: 7, of: ({ talent }, wording) => wording.education(talent) },
  { name: 'years', width: 6, of: ({ talent }, wording) => wording.years(talent) },
]
const RANK: Column = { name: 'rank', width: 5, of: ({ match }) => match.rank }
const RESULT: Column[] = [
  { name: 'score', width: 6, of: ({ match }) => match.score },
  { name: 'result', width: 12, of: ({ match }, wording) => resultText(match, wording) },
]

/** The asking side comes first, so that a printed sheet reads from left to right. */
const columnsOf = (from: Side): Column[] => [
  ...(from === 'jobs' ? [...JOB, RANK, ...TALENT] : [...TALENT, RANK, ...JOB]),
  ...RESULT,
  { name: 'reasons', width: 62, of: ({ match }, wording) => reasonsText(match, wording) },
]

function resultText(match: Pair['match'], { nearMiss, messages }: Wording): string {
  const { constraint } = nearMiss(match) ?? {}
  return constraint === undefined ? messages.match.fits : messages.match.nearly(constraint)
}

/** One paragraph: what a near miss lacks, then every factor with its points. */
function reasonsText(match: Pair['match'], { nearMiss, briefReasons, messages }: Wording): string {
  const lack = nearMiss(match)
  const lacks = lack ? [messages.match.fails(lack.constraint) + lack.reason] : []
  return [...lacks, ...briefReasons(match)].join(messages.semicolon)
}

/**
 * Matches as the rows of a workbook, one sheet per side, or of a CSV file, both sides below each other and told apart by
 * the first column.
 */
export async function openSheetSink(path: string, sides: readonly Side[], language: Language): Promise<Sink> {
  const wording = wordingIn(language)
  return /\.xlsx$/i.test(path) ? openWorkbook(path, sides, wording) : openCsv(path, sides[0]!, wording)
}

const headerOf = (columns: Column[], { messages }: Wording): TableColumn[] =>
  columns.map(({ name, width }) => ({ name: messages.sheet.columns[name], width, wrap: true }))

async function openWorkbook(path: string, sides: readonly Side[], wording: Wording): Promise<Sink> {
  const { sheets } = wording.messages.sheet
  const [first, ...later] = sides
  let columns = columnsOf(first!)
  const table = await openTableWriter(path, headerOf(columns, wording), { sheet: sheets[first!] })
  const turnTo = async (side: Side) => {
    columns = columnsOf(side)
    await table.beginSheet(sheets[side], headerOf(columns, wording))
  }
  return {
    add: async ({ from, pairs }) => {
      if (later[0] === from) await turnTo(later.shift()!)
      for (const pair of pairs) await table.write(columns.map(({ of }) => of(pair, wording)))
    },
    close: async () => {
      // A side without a single list still has its sheet.
      for (const side of later) await turnTo(side)
      await table.close()
    },
    discard: table.discard,
  }
}

async function openCsv(path: string, first: Side, wording: Wording): Promise<Sink> {
  const { columns: names, sheets } = wording.messages.sheet
  const columns = columnsOf(first)
  const table = await openTableWriter(path, [names.from, ...headerOf(columns, wording)])
  return {
    add: async ({ from, pairs }) => {
      for (const pair of pairs) await table.write([sheets[from], ...columns.map(({ of }) => of(pair, wording))])
    },
    close: table.close,
    discard: table.discard,
  }
}
