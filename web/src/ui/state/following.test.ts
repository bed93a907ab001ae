import { expect, it } from 'vitest'
import { changedOf, followedOf } from './following.ts'

const before = { name: '海蓝人才服务有限公司', district: '370202', parentId: '' }
const group = '01900000-0000-7000-8000-000000000001'

it('a change holds only the fields that were touched, so that nobody else’s change is undone', () => {
  expect(changedOf(before, { ...before, district: '370203', reason: '迁址' })).toEqual(['district'])
  expect(changedOf(before, { ...before, name: '海澜人才服务有限公司', reason: '' })).toEqual(['name'])
  expect(changedOf(before, { ...before, reason: '没有改动' })).toEqual([])
})

it('setting an empty field and emptying a set one are changes', () => {
  expect(changedOf(before, { ...before, parentId: group })).toEqual(['parentId'])
  expect(changedOf({ ...before, parentId: group }, before)).toEqual(['parentId'])
})

it('a field that was not touched follows the record, one that was typed stays', () => {
  const now = { ...before, name: '海蓝人力资源有限公司', district: '370203' }
  expect(followedOf(before, now, before)).toEqual(['name', 'district'])
  expect(followedOf(before, now, { ...before, name: '海澜人才服务有限公司' })).toEqual(['district'])
})
