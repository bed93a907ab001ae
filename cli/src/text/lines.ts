import { TextDecoder } from 'node:util'

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Characters a single line may have; beyond it the input is no list of values. */
const LONGEST_LINE = 1_000_000

export class LineTooLong extends Error {
  readonly line: number
  constructor(line: number) {
    super(`line ${line}`)
    this.line = line
  }
}

/**
 * The lines of a stream, a batch for each piece that arrives, so that a slow pipe is answered at once. A line end after
 * the last line makes no further line. Throws {@link LineTooLong}.
 */
export async function* readLines(bytes: AsyncIterable<Buffer>, encoding?: Encoding): AsyncGenerator<string[]> {
  let rest = ''
  let count = 0
  for await (const text of decode(bytes, encoding)) {
    const lines = (rest + text).split('\n')
    const tooLong = lines.findIndex((line) => line.length > LONGEST_LINE)
    if (tooLong >= 0) throw new LineTooLong(count + tooLong + 1)
    rest = lines.pop()!
    count += lines.length
    yield lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  }
  if (rest) yield [rest]
}

async function* decode(bytes: AsyncIterable<Buffer>, encoding?: Encoding): AsyncGenerator<string> {
  let decoder = encoding && new TextDecoder(encoding)
  for await (const piece of bytes) {
    decoder ??= decoderFor(piece)
    yield decoder ? decoder.decode(piece, { stream: true }) : piece.toString('latin1')
  }
  if (decoder) yield decoder.decode()
}

/** The decoder that the first piece with anything but ASCII asks for; undefined while there is only ASCII. */
function decoderFor(piece: Buffer): TextDecoder | undefined {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le')
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be')
  if (piece.every((byte) => byte < 0x80)) return undefined
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(piece, { stream: true })
    return new TextDecoder('utf-8')
  } catch {
    return new TextDecoder('gb18030')
  }
}
