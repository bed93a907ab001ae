import { expect, it } from 'vitest'
import { correctedOf } from './corrected.ts'

const before = { name: '海蓝人才服务有限公司', district: '370202', parentId: null }
const group = '01900000-0000-7000-8000-000000000001'

it('a correction holds only what was changed, so that nobody else’s correction is undone', () => {
  expect(correctedOf(before, { ...before, district: '370203' })).toEqual({ district: '370203' })
  expect(correctedOf(before, { ...before, name: '海澜人才服务有限公司' })).toEqual({ name: '海澜人才服务有限公司' })
})

it('a group can be set and taken away', () => {
  expect(correctedOf(before, { ...before, parentId: group })).toEqual({ parentId: group })
  expect(correctedOf({ ...before, parentId: group }, { ...before, parentId: null })).toEqual({ parentId: null })
})

it('nothing changed is an empty correction', () => {
  expect(correctedOf(before, before)).toEqual({})
})
