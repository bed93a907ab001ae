import { expect, test } from 'vitest'
import { messagesIn } from './messages/index.ts'
import { parseCommand, takeOperands } from './parse.ts'
import { Stop } from './failure/stop.ts'

/** What a person is told about a command line that is wrong. */
function told(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof Stop) return `${error.exit}: ${error.tell(messagesIn('zh'))}`
    throw error
  }
  return 'nothing'
}
const parsing = (...words: string[]) => told(() => parseCommand('match', words).count('top', 20))

test('operands and options may stand in any order', () => {
  const args = parseCommand('match', [
    'a.xlsx',
    '--top',
    '5',
    '--map=title=工种',
    'b.csv',
    '--json',
    '--map',
    'wish=意向',
  ])
  expect(args.operands).toEqual(['a.xlsx', 'b.csv'])
  expect([args.count('top', 20), args.count('near', 3), args.has('json'), args.has('explain')]).toEqual([
    5,
    3,
    true,
    false,
  ])
  expect(args.values('map')).toEqual(['title=工种', 'wish=意向'])
})

test('what follows two hyphens is an operand even when it looks like an option', () => {
  expect(parseCommand('inspect', ['--', '--json']).operands).toEqual(['--json'])
})

test('a mistyped option is answered with the one that was meant', () => {
  expect(parsing('--topp', '3')).toBe('usage: renshu match 没有 --topp 这个选项。是不是 --top？')
  expect(parsing('-x')).toBe('usage: renshu match 没有 -x 这个选项。')
})

test('a missing, superfluous or impossible value is named', () => {
  expect(parsing('--top')).toBe('usage: --top 后面要写取值：--top N。')
  expect(parsing('--out', '--json')).toBe('usage: --out 后面要写取值：--out FILE。')
  expect(parsing('--json=yes')).toBe('usage: --json 后面不带取值。')
  expect(parsing('--from', 'job')).toBe('usage: --from 不能是“job”，只能是 jobs、talents、both。')
  for (const count of ['-3', '1.5', 'x', '']) expect(parsing(`--top=${count}`)).toMatch(/^usage: --top/)
})

test('missing and superfluous operands are named', () => {
  expect(told(() => takeOperands('match', ['a'], ['JOBS', 'TALENTS']))).toBe('usage: renshu match 还缺少：TALENTS。')
  expect(told(() => takeOperands('inspect', ['a', 'b'], ['FILE']))).toBe('usage: renshu inspect 用不上多出来的“b”。')
})
