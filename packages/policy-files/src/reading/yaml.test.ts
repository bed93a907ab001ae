import { expect, test } from 'vitest'
import { readPolicyFile } from './policy-file.ts'
import { readYaml } from './yaml.ts'

/** Lines and reasons of what is wrong. */
function faultsIn(text: string): [number, string][] {
  const read = readPolicyFile('one.yaml', text)
  return 'faults' in read ? read.faults.map(({ line, reason }) => [line, reason.zh]) : []
}

test('an alias is refused where it stands, however much it would stand for', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [place, key] of [...'bcdefgh'].entries())
    lines.push(`${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefg'[place]}`).join(', ')}]`)
  expect(faultsIn(lines.join('\n'))).toEqual([[2, '不能用别名（*），请写全']])
  expect(faultsIn('key: one\ntitle: *nowhere')).toEqual([[2, '不能用别名（*），请写全']])
  expect(faultsIn('key: &own [*own]')).toEqual([[1, '不能用别名（*），请写全']])
})

test('a key that is there twice, a second document and lists without end are refused', () => {
  expect(faultsIn('key: one\nkey: two')[0]).toEqual([2, '不是正确的 YAML：Map keys must be unique'])
  expect(faultsIn('key: one\n---\nkey: two')[0]![1]).toContain('multiple documents')
  expect(readYaml('one.yaml', '['.repeat(5000))).toHaveProperty('faults')
})

test('a kind of limit with the name of something every object has is refused like any other', () => {
  for (const kind of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(faultsIn(`limits:\n  - { id: one, kind: ${kind} }`)[0]).toEqual([
      2,
      expect.stringContaining('limits[0].kind：只能是 cap') as string,
    ])
})

test('a day that is in no calendar is refused in its line', () => {
  for (const day of ['2024-02-30', '2023-02-29', '2024-00-10', '2024-13-01', '0050-01-01'])
    expect(faultsIn(`key: one\nfrom: ${day}`)[0]).toEqual([2, expect.stringContaining('日期写作') as string])
})
