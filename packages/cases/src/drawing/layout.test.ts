import { expect, test } from 'vitest'
import { prepare } from '../testing/subsidy.ts'
import { drawService } from './layout.ts'

const drawing = drawService(prepare())

test('every stage has a place of its own, the first at the left and the ends at the right', () => {
  const places = drawing.nodes.map(({ column, row }) => `${column} ${row}`)
  expect(new Set(places).size).toBe(drawing.nodes.length)
  expect(drawing.nodes[0]).toMatchObject({ id: 'form', column: 0, row: 0 })
  const ends = drawing.nodes.filter(({ end }) => end)
  expect(new Set(ends.map(({ column }) => column))).toEqual(new Set([drawing.columns - 1]))
  expect(Math.max(...drawing.nodes.map(({ row }) => row))).toBe(drawing.rows - 1)
})

test('every step is a line that says which way it goes and who takes it', () => {
  const line = (id: string) => drawing.lines.find((one) => one.id === id)!
  expect(line('approve')).toMatchObject({ way: 'forward', fourEyes: true, role: 'approver', isAutomatic: false })
  expect(line('sendBack')).toMatchObject({ way: 'back' })
  expect(line('pay')).toMatchObject({ outcomes: [{ zh: '拨付补贴', en: 'Payment' }] })
  expect(line('settle')).toMatchObject({ isAutomatic: true })
  const lanes = drawing.lines.map(({ from, to, lane }) => `${[from, to].toSorted().join(' ')} ${lane}`)
  expect(new Set(lanes).size).toBe(drawing.lines.length)
})
