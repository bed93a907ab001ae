import type { OptionOf } from '../commands.ts'
import { Stop } from '../failure/stop.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { decideOne } from '../policy/decide.ts'
import { list } from '../policy/list.ts'
import { runCases } from '../policy/run-cases.ts'
import { checkDay } from '../today.ts'
import type { Terminal } from '../terminal.ts'

/** `renshu policy list|test|decide`. */
export async function policy(args: Arguments<OptionOf<'policy'>>, terminal: Terminal): Promise<void> {
  const [task, ...rest] = args.operands
  if (task === 'test') return runCases(rest, terminal)
  if (task === 'list') {
    takeOperands('policy list', rest, [])
    return list(args.value('city'), args.has('json'), terminal)
  }
  if (task !== 'decide') throw new Stop('usage', (m) => m.policy.unknownTask(task ?? ''))
  const [key] = takeOperands('policy decide', rest, ['KEY']) as [string]
  const effective = checkDay('--date', args.value('date'))
  const question = { key, facts: args.value('facts'), history: args.value('history'), city: args.value('city') }
  const known = checkDay('--known', args.value('known'))
  return decideOne({ ...question, effective, known, isJson: args.has('json') }, terminal)
}
