import { createWriteStream, rmSync } from 'node:fs'
import { access, constants, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { IntakeError } from '@renshu/intake'
import type { Language } from '../commands.ts'
import { Stop } from '../failure/stop.ts'
import { type Terminal, write } from '../terminal.ts'
import { jsonLines } from './json.ts'
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
  const sinks = out && !json ? [] : [json ? openJsonSink(terminal) : openPrintSink(terminal, explain)]
  if (!out) return sinks
  // Whatever ends the program, a half-written file does not stay behind; a whole one has its own name by then.
  process.once('exit', () => rmSync(`${out}.part`, { force: true }))
  const isLines = /\.jsonl$/i.test(out)
  return [
    ...sinks,
    isLines ? openLinesFile(out, terminal.language) : await openSheetSink(out, sides, terminal.language),
  ]
}

const openJsonSink = ({ output, language }: Terminal): Sink => ({
  add: (list) => write(output, jsonLines(list, language)),
  close: async () => undefined,
  discard: async () => undefined,
})

/** JSON lines in a file that appears under its name when it is whole. */
function openLinesFile(path: string, language: Language): Sink {
  const partial = `${path}.part`
  const file = createWriteStream(partial)
  const isDone = finished(file)
  // Told by `close`; without a listener a full disk would end the program before that.
  isDone.catch(() => undefined)
  const explain = (error: NodeJS.ErrnoException) => {
    throw unwritable(path, error.code ?? error.message)
  }
  return {
    add: async (list) => {
      // A file that has failed never drains.
      if (file.errored) explain(file.errored)
      await write(file, jsonLines(list, language)).catch(explain)
    },
    close: async () => {
      file.end()
      await isDone.then(() => rename(partial, path)).catch(explain)
    },
    discard: async () => {
      file.destroy()
      await rm(partial, { force: true })
    },
  }
}
