import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { hideAll, hideContact } from './hide.ts'

const MARK = '［联系方式不公开］'

test('numbers and addresses by which somebody is reached are hidden, however they are written', () => {
  for (const text of [
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '１３８００１３８０００',
    '一三八零零一三八零零零',
    '0532-88888888',
    'a.b@example.com',
    'https://example.com/me',
    '微信：abc_12345',
    'vx abc12345',
    'QQ:123456789',
    '37021119880101001X',
  ])
    expect(hideContact(`找我${text}。`, 'zh'), text).toBe(`找我${MARK}。`)
})

test('years, pay, sizes and codes stay', () => {
  for (const text of [
    '2019.03-2023.06 样例公司',
    '6000-8000元/月',
    '10年经验，管过120人',
    '会用Q235、C++和MySQL 8.0',
    '月产 1200000 件',
    '一二三线城市都去过',
    '微信小程序开发',
    'QQ邮箱项目',
  ])
    expect(hideContact(text, 'zh'), text).toBe(text)
})

test('neither the name nor an employer, whole or without its legal form, is left in a text', () => {
  const secrets = { name: '样例甲', employers: ['样例海洋食品有限公司', '厂'] }
  expect(hideAll('样例甲在样例海洋食品有限公司、样例海洋食品的工厂干过', secrets, 'zh')).toBe(
    '本人在某单位、某单位的工厂干过',
  )
  expect(hideAll('样例甲 worked', { ...secrets, employers: [] }, 'en')).toBe('the person worked')
  assert(
    property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (before, after) => {
      expect(hideAll(`${before}样例甲${after}`, secrets, 'zh')).not.toContain('样例甲')
    }),
  )
})
