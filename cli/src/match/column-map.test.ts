import { expect, test } from 'vitest'
import { Stop } from '../failure/stop.ts'
import { mapFor, readMaps } from './column-map.ts'

test('a map that names no file is meant for the file that has the column', () => {
  const maps = readMaps(['title=工种', 'wish=意向', 'talents.place=去处'])
  expect(mapFor('jobs', ['工种', '地点'], maps)).toEqual({ title: '工种' })
  expect(mapFor('talents', ['意向'], maps)).toEqual({ wish: '意向', place: '去处' })
  expect(maps.every(({ isUsed }) => isUsed)).toBe(true)
})

test('a map for a column that neither file has stays unused', () => {
  const maps = readMaps(['title=工中'])
  mapFor('jobs', ['工种'], maps)
  mapFor('talents', ['意向'], maps)
  expect(maps[0]!.isUsed).toBe(false)
})

test('a map is field, equals sign, column; the column may hold further ones', () => {
  expect(readMaps(['salary=薪资=元'])[0]).toMatchObject({ field: 'salary', column: '薪资=元' })
  for (const wrong of ['title', '=工种', 'title=', 'people.title=x']) expect(() => readMaps([wrong])).toThrow(Stop)
})
