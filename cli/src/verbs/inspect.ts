import { inspectFile, type RecordKind } from '@renshu/intake'
import type { OptionOf } from '../commands.ts'
import { checkEncoding } from '../encoding.ts'
import { inspectionJson, inspectionReport } from '../inspection.ts'
import { readMaps } from '../match/column-map.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { openProgress } from '../progress.ts'
import { type Terminal, write } from '../terminal.ts'

/** `renshu inspect FILE`: what was understood of a file. */
export async function inspect(args: Arguments<OptionOf<'inspect'>>, terminal: Terminal): Promise<void> {
  const [path] = takeOperands('inspect', args.operands, ['FILE']) as [string]
  const started = Date.now()
  const progress = openProgress(terminal, terminal.messages.inspect.examining(path))
  const maps = readMaps(args.values('map'))
  const kind = args.value('kind') as RecordKind | undefined
  const [sheet, encoding] = [args.value('sheet'), checkEncoding(args.value('encoding'))]
  const inspection = await inspectFile(path, {
    ...(kind && { kind }),
    ...(sheet && { sheet }),
    ...(encoding && { encoding }),
    map: Object.fromEntries(maps.map(({ field, column }) => [field, column])),
    meter: { seconds: () => (Date.now() - started) / 1000, peakMemoryMb: () => process.resourceUsage().maxRSS / 1024 },
    onProgress: progress.show,
  })
  progress.clear()
  const report = args.has('json') ? inspectionJson(inspection) : inspectionReport(path, inspection, terminal)
  await write(terminal.output, `${report}\n`)
}
