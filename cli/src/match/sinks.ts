import { createWriteStream } from 'node:fs'
import { access, constants, rename, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { IntakeError } from '@renshu/intake'
import type { Language } from '../commands.ts'
import { Stop } from '../stop.ts'
import { type Terminal, write } from '../terminal.ts'
import { openJsonSink } from './json.ts'
import type { Side, Sink } from './lists.ts'
import { openPrintSink } from './print.ts'
import { openSheetSink } from './sheets.ts'

/** Finds out before any work whether the result can be written. @throws Stop (usage), IntakeError (output) */
export async function checkOut(path: string, inputs: readonly string[]): Promise<void> {
  if (!/\.(?:xlsx|csv|jsonl)$/i.test(path)) throw new Stop('usage', (m) => m.match.badFormat(path))
  if (inputs.some((input) => resolve(input) === resolve(path))) throw new Stop('usage', (m) => m.match.overInput(path))
  const isFolder = await stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  )
  if (isFolder) throw unwritable(path, 'EISDIR')
  await access(dirname(resolve(path)), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw unwritable(path, error.code ?? '')
  })
}

const unwritable = (path: string, reason: string) => new IntakeError('output.unwritable', { path, reason })

type Wanted = { out: string | undefined; json: boolean; explain: boolean; sides: readonly Side[] }

/** Everywhere the lists go: the file that was asked for, JSON or the readable table on the terminal. */
export async function openSinks({ out, json, explain, sides }: Wanted, terminal: Terminal): Promise<Sink[]> {
  const sinks: Sink[] = []
  if (json) {
    const put = (text: string) => write(terminal.output, text)
    sinks.push(openJsonSink(put, async () => undefined, terminal.language))
  } else if (!out) sinks.push(openPrintSink(terminal, explain))
  if (!out) return sinks
  const isLines = /\.jsonl$/i.test(out)
  sinks.push(isLines ? openLinesFile(out, terminal.language) : await openSheetSink(out, sides, terminal.language))
  return sinks
}

/** JSON lines in a file that appears under its name when it is whole. */
function openLinesFile(path: string, language: Language): Sink {
  const partial = `${path}.part`
  const file = createWriteStream(partial)
  const isDone = finished(file)
  // Told by `close`; without a listener a full disk would end the program before that.
  isDone.catch(() => undefined)
  const close = async () => {
    file.end()
    await isDone
      .then(() => rename(partial, path))
      .catch((error: NodeJS.ErrnoException) => {
        throw unwritable(path, error.code ?? '')
      })
  }
  const put = async (text: string) => {
    // A file that has failed never drains.
    if (file.errored) throw unwritable(path, (file.errored as NodeJS.ErrnoException).code ?? '')
    await write(file, text)
  }
  return openJsonSink(put, close, language)
}
