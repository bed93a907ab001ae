import type { SourceOptions } from '@renshu/intake'
import type { OptionOf } from '../commands.ts'
import { checkEncoding } from '../encoding.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { readMaps } from './column-map.ts'
import type { Side } from './lists.ts'
import { checkDay } from '../today.ts'
import { loadSettings } from './settings.ts'
import { checkOut } from './sinks.ts'

/** `--sheet 岗位` is meant for both files, `--sheet jobs=岗位` for one. */
function sourceOptions(kind: Side, args: Arguments<OptionOf<'match'>>): SourceOptions {
  const chosen = (option: 'sheet' | 'encoding') => {
    const values = args.values(option)
    const own = values.find((value) => value.startsWith(`${kind}=`))
    return own?.slice(kind.length + 1) ?? values.find((value) => !/^(?:jobs|talents)=/.test(value))
  }
  const [sheet, encoding] = [chosen('sheet'), checkEncoding(chosen('encoding'))]
  return { ...(sheet && { sheet }), ...(encoding && { encoding }) }
}

export type MatchPlan = Awaited<ReturnType<typeof planMatch>>

/** Everything the command line asks for, checked before a file is opened. @throws Stop, IntakeError */
export async function planMatch(args: Arguments<OptionOf<'match'>>) {
  const [jobs, talents] = takeOperands('match', args.operands, ['JOBS', 'TALENTS']) as [string, string]
  const out = args.value('out')
  if (out) await checkOut(out, [jobs, talents])
  const from = (args.value('from') ?? (out?.toLowerCase().endsWith('.xlsx') ? 'both' : 'jobs')) as Side | 'both'
  return {
    jobs,
    talents,
    out,
    sides: from === 'both' ? (['jobs', 'talents'] as const) : ([from] as const),
    top: args.count('top', 20),
    near: args.count('near', 3),
    json: args.has('json'),
    explain: args.has('explain'),
    asOf: checkDay('--as-of', args.value('as-of')),
    maps: readMaps(args.values('map')),
    sources: { jobs: sourceOptions('jobs', args), talents: sourceOptions('talents', args) },
    settings: await loadSettings(args.value('weights')),
  }
}
