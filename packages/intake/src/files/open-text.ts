import { IntakeError } from '../errors.ts'
import { detectDelimiter, readCsv } from '../text/csv.ts'
import { readJsonLine } from '../text/jsonl.ts'
import { readLines, type TextLine } from '../text/lines.ts'
import { openBytes } from './bytes.ts'
import { checkEncoding, decodeText, detectEncoding, encodingNamed } from './encoding.ts'
import type { RawRow, Source, SourceEncoding, SourceOptions } from './source.ts'
import { openTable } from './table.ts'

type TextFile = { path: string; size: number; gzip: boolean }

const SAMPLE_BYTES = 262_144
const SAMPLED_LINES = 200

/** The beginning, and when that is plain ASCII also the first piece that is not: the encoding shows only there. */
const takeSample = async ({ path, size, gzip }: TextFile): Promise<Buffer> => {
  const kept: Buffer[] = []
  let length = 0
  let foreign = false
  for await (const chunk of openBytes(path, size, gzip).chunks) {
    const tells = chunk.some((byte) => byte > 127)
    if (length < SAMPLE_BYTES || tells) {
      kept.push(chunk)
      length += chunk.length
    }
    foreign ||= tells
    if (foreign && length >= SAMPLE_BYTES) break
  }
  return Buffer.concat(kept)
}

const chooseEncoding = (sample: Buffer, named: string | undefined, path: string): SourceEncoding => {
  if (named === undefined) return detectEncoding(sample, path)
  const encoding = encodingNamed(named)
  if (!encoding) throw new IntakeError('file.wrongEncoding', { path, encoding: named, share: 100 })
  return checkEncoding(sample, encoding, path)
}

/** Reads batches until there are enough lines to judge by, and gives them back in front of the rest. */
const peek = async (
  batches: AsyncIterator<TextLine[]>,
): Promise<{ start: TextLine[]; all: AsyncIterable<TextLine[]> }> => {
  let start: TextLine[] = []
  while (start.length < SAMPLED_LINES) {
    const step = await batches.next()
    if (step.done) break
    start = start.concat(step.value)
  }
  const replay = async function* () {
    try {
      yield start
      for (let step = await batches.next(); !step.done; step = await batches.next()) yield step.value
    } finally {
      await batches.return?.()
    }
  }
  return { start, all: replay() }
}

async function* jsonRows(batches: AsyncIterable<TextLine[]>, columns: string[]): AsyncGenerator<RawRow> {
  const known = new Set(columns)
  for await (const batch of batches) {
    for (const line of batch) {
      const read = readJsonLine(line)
      if (!read) continue
      for (const column of read.columns) {
        if (known.has(column)) continue
        known.add(column)
        columns.push(column)
      }
      yield read.row
    }
  }
}

const columnsOf = (lines: TextLine[]): string[] => [
  ...new Set(lines.slice(0, SAMPLED_LINES).flatMap((line) => readJsonLine(line)?.columns ?? [])),
]

/** Opens CSV or JSON Lines. The columns of JSON Lines may grow while the rows are walked. */
export const openTextSource = async (file: TextFile, options: SourceOptions): Promise<Source> => {
  const encoding = chooseEncoding(await takeSample(file), options.encoding, file.path)
  const bytes = openBytes(file.path, file.size, file.gzip)
  const { start, all } = await peek(readLines(decodeText(bytes.chunks, encoding), file.path))
  const filled = start.filter((line) => line.text.trim() !== '')
  if (filled.length === 0) throw new IntakeError('file.empty', { path: file.path })
  const common = { path: file.path, encoding, progress: bytes.progress }
  const head = filled[0]!.text.trimStart()
  if (head.startsWith('{')) {
    const columns = columnsOf(start)
    return { ...common, format: 'jsonl', columns, rows: jsonRows(all, columns) }
  }
  if (head.startsWith('[{') || head === '[')
    throw new IntakeError('file.unknownFormat', { path: file.path, found: 'json' })
  const delimiter = detectDelimiter(filled.slice(0, 40).map((line) => line.text))
  const table = await openTable(readCsv(all, delimiter), file.path)
  return { ...common, format: 'csv', columns: table.columns, rows: table.rows }
}
