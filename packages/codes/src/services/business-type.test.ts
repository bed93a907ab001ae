import { expect, test } from 'vitest'
import { BUSINESS_TYPES, businessTypeName, readBusinessTypes } from './index.ts'

test('there are ten business types, each with its official name', () => {
  expect(BUSINESS_TYPES).toHaveLength(10)
  expect(new Set(BUSINESS_TYPES.map(businessTypeName)).size).toBe(10)
  expect(businessTypeName('executiveSearch')).toBe('高级人才寻访')
})

test('every official name reads as its own type and no other', () => {
  for (const type of BUSINESS_TYPES) expect(readBusinessTypes(businessTypeName(type))).toEqual([type])
})

test('everyday words lead to their type', () => {
  expect(readBusinessTypes('人事代理、职业介绍、劳务派遣')).toEqual(['recruiting', 'agency', 'dispatch'])
  expect(readBusinessTypes('猎头、离岸外包、测评、管理咨询、直播带岗')).toEqual([
    'recruiting',
    'assessment',
    'outsourcing',
    'executiveSearch',
    'consulting',
  ])
  expect(readBusinessTypes('房屋租赁')).toEqual([])
})
