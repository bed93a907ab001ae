import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

/** Lines of a backup, each one JSON text; `docs/operating.md` describes the order. */
const Header = z.object({
  format: z.literal('renshu-backup'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Tells one data key from another without telling the key. */
  keyMark: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
})
export type Header = z.output<typeof Header>

const TableStart = z.object({
  table: z.string(),
  /** Names and types as PostgreSQL spells them; the rows give every value as text or null. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
})
const TableEnd = z.object({ endOf: z.string(), rows: z.int(), sha256: z.string() })
const FileLine = z.object({ file: z.string(), base64: z.string() })
/** The hash of everything before this line. */
const End = z.object({ end: z.literal(true), sha256: z.string() })
const Line = z.union([z.array(z.string().nullable()), TableStart, TableEnd, FileLine, End])
export type Line = z.output<typeof Line>
export type TableStart = z.output<typeof TableStart>

export type BackupProblem =
  | 'notABackup'
  | 'newerFormat'
  | 'torn'
  | 'unknownMigration'
  | 'notEmpty'
  | 'otherKey'
  | 'differs'
  | 'fileLost'

/** A backup cannot be made or used; nothing was changed. `detail` names the table, migration or file. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly problem: BackupProblem
  readonly detail: string
  constructor(problem: BackupProblem, detail = '') {
    super(`${problem} ${detail}`)
    this.problem = problem
    this.detail = detail
  }
}

export const sha256 = (): Hash => createHash('sha256')
const NEWLINE = 10

/** Lines of a packed file. Split at line feeds alone: texts may hold other line ends. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  const pieces: Buffer[] = []
  try {
    for await (const chunk of file.pipe(unpacked) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...pieces.splice(0), chunk.subarray(from, at)]).toString('utf8')
        from = at + 1
      }
      pieces.push(chunk.subarray(from))
    }
  } catch (error) {
    throw explained(error)
  }
  // The last line ends with a line feed too; what stands behind it is not ours.
  if (pieces.some(({ length }) => length)) throw new BackupRefused('torn')
}

/** What the unpacking says of a file that is no archive or only half of one. */
function explained(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'Z_DATA_ERROR') return new BackupRefused('notABackup')
  return code.startsWith('Z_') ? new BackupRefused('torn') : error
}

function readHeader(text: string): Header {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BackupRefused('notABackup')
  }
  const parsed = Header.safeParse(value)
  if (parsed.success) return parsed.data
  const isOurs = (value as { format?: unknown } | null)?.format === 'renshu-backup'
  throw new BackupRefused(isOurs ? 'newerFormat' : 'notABackup')
}

function readLine(text: string): Line {
  try {
    return Line.parse(JSON.parse(text))
  } catch {
    throw new BackupRefused('torn')
  }
}

/**
 * Reads a backup once to its end without using it.
 * @returns its header
 * @throws BackupRefused notABackup, newerFormat, torn: nothing needs to be undone
 */
export async function inspectBackup(path: string): Promise<Header> {
  const hash = sha256()
  let header: Header | undefined
  let ended: string | undefined
  for await (const text of linesOf(path)) {
    if (ended !== undefined) throw new BackupRefused('torn')
    header ??= readHeader(text)
    if (text.startsWith('{"end":true')) {
      const line = readLine(text)
      ended = 'end' in line ? line.sha256 : ''
    } else hash.update(`${text}\n`)
  }
  if (!header) throw new BackupRefused('notABackup')
  if (ended !== hash.digest('hex')) throw new BackupRefused('torn')
  return header
}

/** The lines between header and end of a backup that was inspected. */
export async function* contentOf(path: string): AsyncGenerator<Line> {
  let isHeader = true
  for await (const text of linesOf(path)) {
    if (!isHeader) yield readLine(text)
    isHeader = false
  }
}
