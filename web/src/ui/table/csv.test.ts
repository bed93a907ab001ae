import { expect, it } from 'vitest'
import type { Column } from './columns.ts'
import { csvOf } from './csv.ts'

const columns: Column<{ name: string; count: number }>[] = [
  { key: 'name', title: '名称', cell: ({ name }) => name, plain: ({ name }) => name },
  { key: 'count', title: '数量', cell: ({ count }) => count, plain: ({ count }) => count },
  { key: 'more', title: '操作', cell: () => null },
]

it('begins with a byte order mark and leaves out columns without a plain value', () => {
  expect(csvOf(columns, [{ name: '甲', count: 2 }])).toBe('\uFEFF名称,数量\r\n甲,2\r\n')
})

it('doubles quotes and wraps commas and line breaks', () => {
  expect(csvOf(columns, [{ name: 'a "b", c\nd', count: 0 }])).toContain('"a ""b"", c\nd",0')
})

it('makes text that begins like a formula harmless, and keeps negative numbers', () => {
  expect(csvOf(columns, [{ name: '=HYPERLINK(1)', count: -3 }])).toContain("'=HYPERLINK(1),-3")
  expect(csvOf(columns, [{ name: '@cmd', count: 1 }])).toContain("'@cmd,1")
})
