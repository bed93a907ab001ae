import type { OptionOf, Subject } from '../commands.ts'
import { SUBJECTS } from '../commands.ts'
import { checkEncoding } from '../encoding.ts'
import { explainFailure, openBytes } from '../input.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { Stop } from '../failure/stop.ts'
import { say, type Terminal, write } from '../terminal.ts'
import { LineTooLong, readLines } from '../text/lines.ts'
import { nearest } from '../text/nearest.ts'
import { tsvLine } from '../text/tsv.ts'
import { READERS } from './readers.ts'

/** `renshu read SUBJECT [FILE]`: one value per line in, one line of tab-separated values out. */
export async function read(args: Arguments<OptionOf<'read'>>, terminal: Terminal): Promise<void> {
  const [wanted, path = '-'] = takeOperands('read', args.operands, [SUBJECTS.join('|'), 'FILE'], 1)
  const readCells = READERS[checkSubject(wanted!)]
  const { input, output, language, messages } = terminal
  if (path === '-' && input.isTTY) await say(terminal, messages.read.waiting())
  try {
    for await (const lines of readLines(path === '-' ? input : openBytes(path), checkEncoding(args.value('encoding'))))
      await write(output, lines.map((line) => tsvLine([line, ...readCells(line.trim(), language)])).join(''))
  } catch (error) {
    if (error instanceof LineTooLong) throw new Stop('input', (m) => m.read.lineTooLong(error.line))
    throw explainFailure(error, path)
  }
}

function checkSubject(wanted: string): Subject {
  const subject = SUBJECTS.find((name) => name === wanted)
  if (!subject) throw new Stop('usage', (m) => m.usage.unknownSubject(wanted, nearest(wanted, SUBJECTS), SUBJECTS))
  return subject
}
