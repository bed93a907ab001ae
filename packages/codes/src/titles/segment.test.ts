import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segment } from './segment.ts'

test.each([
  ['普工', '普工'],
  ['数控车床操机', '数控 车床 操机'],
  ['网约车司机', '网约车 司机'],
  ['月嫂/育儿嫂', '月嫂 育儿嫂'],
  ['外贸跟单员', '外贸 跟单员'],
  ['抖音主播带货', '抖音 主播 带货'],
  ['二保焊焊工', '二保焊 焊工'],
  ['养老护理员', '养老 护理员'],
  ['高级大数据开发工程师', '高级 大数据 开发 工程师'],
  ['美团外卖骑手', '美团 外卖 骑手'],
  ['平车工（缝纫）', '平车工 缝纫'],
  ['前端开发', '前端 开发'],
  ['海产品加工', '海产品 加工'],
])('%s has the words %s', (text, words) => expect(segment(text).join(' ')).toBe(words))

test('terms whose signs belong to them stay whole, in lower case', () => {
  expect(segment('C++/C#/.NET、Node.js，ASP.NET Vue3')).toEqual(['c++', 'c#', '.net', 'node.js', 'asp.net', 'vue3'])
  expect(segment('Ｊａｖａ开发 4S店 B超医生')).toEqual(['java', '开发', '4s店', 'b超', '医生'])
  expect(segment('3.5年 A2司机')).toEqual(['3.5', '年', 'a2', '司机'])
})

test('words hold no punctuation and no space, and none is empty', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('叉', '车', '工', 'a', '+', '#', '.', ' ', '（', '！', '7', '😀') }),
      (text) => {
        for (const word of segment(text)) expect(word).toMatch(/^[\p{L}\p{N}+#.]+$/u)
      },
    ),
  )
})

test('compounds of the dictionary marked for it are taken apart', () => {
  expect(segment('嵌入式软件测试')).toEqual(['嵌入式', '软件', '测试'])
})

test('every word of the list is kept whole when it stands alone', async () => {
  const { readFile } = await import('node:fs/promises')
  const list = await readFile(new URL('../../data/segment-words.txt', import.meta.url), 'utf8')
  const words = list
    .split('\n')
    .filter((line) => line !== '' && !/^[#-]/.test(line))
    .flatMap((line) => line.split(' '))
  expect(words.filter((word) => segment(word).length !== 1)).toEqual([])
})
