import { expect, test } from 'vitest'
import { renshu } from './testing/run.ts'

test('without words the command explains itself and succeeds', async () => {
  const { code, output, errors } = await renshu([])
  expect([code, errors]).toEqual([0, ''])
  expect(output).toMatch(/^人枢 renshu/)
})

test('help of a verb is given even when its operands are missing', async () => {
  const { code, output } = await renshu(['match', '--help', '--lang', 'en'])
  expect(code).toBe(0)
  expect(output).toContain('renshu match JOBS TALENTS')
})

test('a wrong command line ends with 2, the fault and where to look', async () => {
  expect(await renshu(['mach', 'a', 'b'])).toEqual({
    code: 2,
    output: '',
    errors: '错误：没有“mach”这个命令。是不是 match？\n查看用法：renshu --help\n',
  })
  expect(await renshu(['inspect', 'a.csv', '--jsn', '--lang=en'])).toEqual({
    code: 2,
    output: '',
    errors: 'Error: renshu inspect has no option --jsn. Did you mean --json?\nSee: renshu inspect --help --lang en\n',
  })
})
