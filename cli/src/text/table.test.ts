import { expect, test } from 'vitest'
import { layOutTable } from './table.ts'
import { displayWidth } from './width.ts'

test('columns line up when Chinese and Latin text are mixed', () => {
  const lines = layOutTable(
    [
      ['名次', '岗位', '月薪'],
      ['1', 'Java 开发', '8000'],
      ['12', '叉车司机', '6000'],
    ],
    { width: 80, rightAligned: [0] },
  )
  expect(lines).toEqual(['名次  岗位       月薪', '   1  Java 开发  8000', '  12  叉车司机   6000'])
})

test('a table too wide loses the end of its widest cells', () => {
  const lines = layOutTable(
    [
      ['x'.repeat(50), '叉车'],
      ['y', '司机'],
    ],
    { width: 20 },
  )
  expect(lines.map(displayWidth)).toEqual([20, 20])
  expect(lines[0]).toBe(`${'x'.repeat(13)}…  叉车`)
})
