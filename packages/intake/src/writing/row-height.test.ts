import { expect, test } from 'vitest'
import { rowHeight } from './row-height.ts'

const reason = { name: '理由', width: 11, wrap: true }

test('a row is as tall as its longest wrapped cell, Chinese characters counted double', () => {
  expect(rowHeight(['叉车司机要证书', 'x'.repeat(99)], [reason, { name: '备注' }])).toBe(28.5)
  expect(rowHeight(['一\n二\n三'], [reason])).toBe(42.75)
})

test('a row of one line keeps the height of the sheet, and none is taller than a sheet allows', () => {
  expect(rowHeight(['叉车', 8000], [reason, reason])).toBeUndefined()
  expect(rowHeight(['长'.repeat(5000)], [reason])).toBe(409)
})
