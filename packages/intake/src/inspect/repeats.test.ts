import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectRepeats, plainName, type Posting, workPlaces } from './repeats.ts'
import { sketchOf, sketchSimilarity } from './sketch.ts'

const TEXT =
  '负责车间物料的转运与装卸，按单据清点数量，保持通道畅通；每日检查车辆状况并做好记录；服从班组长安排，配合仓库完成盘点。要求持有叉车证，有一年以上驾驶经验，身体健康，能适应加班。'

const posting = (more: Partial<Posting> & { text?: string }): Posting => {
  const { text, ...rest } = more
  const sketch = text === undefined ? undefined : sketchOf(text)
  return {
    line: 1,
    employer: '青岛示例机械',
    title: '叉车司机',
    places: ['370211'],
    ...rest,
    ...(sketch && { sketch }),
  }
}

const repeats = (a: Partial<Posting> & { text?: string }, b: Partial<Posting> & { text?: string }): boolean => {
  const collected = collectRepeats()
  collected.add(posting(a))
  return collected.add(posting({ line: 2, ...b }))
}

test('the same employer, job and place is the same posting, also with other pay that overlaps', () => {
  expect(repeats({}, {})).toBe(true)
  expect(repeats({ salary: { min: 700_000, max: 850_000 } }, { salary: { min: 750_000, max: 880_000 } })).toBe(true)
  expect(repeats({ salary: { min: 700_000 } }, { salary: { min: 750_000, max: 880_000 } })).toBe(true)
  expect(repeats({ places: ['370200'] }, { places: ['370211'] })).toBe(true)
})

test('another employer, place, pay, education or experience makes another posting', () => {
  expect(repeats({}, { employer: '青岛样例食品' })).toBe(false)
  expect(repeats({}, { places: ['370202'] })).toBe(false)
  expect(repeats({}, { places: [] })).toBe(false)
  expect(repeats({ salary: { min: 400_000, max: 500_000 } }, { salary: { min: 490_000, max: 900_000 } })).toBe(false)
  expect(repeats({ education: 'college' }, { education: 'bachelor' })).toBe(false)
  expect(repeats({ years: 1 }, { years: 5 })).toBe(false)
})

test('positions of different numbers are different unless their texts are the same', () => {
  expect(repeats({ number: 'J10908' }, { number: 'J10892' })).toBe(false)
  expect(repeats({ number: 'J10908' }, {})).toBe(true)
  expect(repeats({ number: 'J10908', text: TEXT }, { number: 'J10892', text: TEXT })).toBe(true)
})

test('a place in the title counts when the column lies elsewhere', () => {
  expect(workPlaces(['370211'], ['370200'])).toEqual(['370211'])
  expect(workPlaces(['370200'], ['370211'])).toEqual(['370211'])
  expect(workPlaces(['500113'], ['500117'])).toEqual(['500117'])
  expect(workPlaces(['370211'], [])).toEqual(['370211'])
})

test('small changes of the text keep a posting the same, another text makes it another', () => {
  expect(repeats({ text: TEXT }, { text: `${TEXT}待遇优厚！` })).toBe(true)
  expect(
    repeats(
      { text: TEXT },
      { text: '操作数控车床，会编程调刀，看懂图纸，负责首件检验与设备保养，两班倒，有经验者优先录用。' },
    ),
  ).toBe(false)
})

test('a title within the other is the same job only when the texts prove it', () => {
  expect(repeats({ text: TEXT }, { text: TEXT, title: '叉车司机装卸' })).toBe(true)
  expect(repeats({}, { title: '叉车司机装卸' })).toBe(false)
})

test('unnamed employers are never merged without nearly equal texts', () => {
  expect(repeats({ employer: '' }, { employer: '' })).toBe(false)
  expect(repeats({ employer: '', text: TEXT }, { employer: '', text: TEXT })).toBe(true)
  expect(repeats({ employer: '', text: TEXT }, { employer: '', text: TEXT.slice(0, 50) })).toBe(false)
})

test('groups list the lines of the largest first', () => {
  const collected = collectRepeats()
  for (const [line, title] of ['a', 'b', 'a', 'b', 'b', 'c'].entries())
    collected.add(posting({ line: line + 1, title }))
  expect(collected.count()).toBe(3)
  expect(collected.groups(5)).toEqual([
    [2, 4, 5],
    [1, 3],
  ])
})

test('names are compared without width, case, brackets and legal form', () => {
  expect(plainName('青岛示例机械（黄岛）有限公司')).toBe(plainName('青岛示例机械(黄岛) 有限责任公司'))
  expect(plainName('Java 工程师')).toBe(plainName('ＪＡＶＡ工程师'))
})

test('similarity of sketches is symmetric, 1 for equal texts, within 0 and 1', () => {
  const text = fc.string({
    unit: fc.constantFrom('叉', '车', '司', '机', '装', '卸', 'a', '1'),
    minLength: 20,
    maxLength: 200,
  })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [sketchOf(a), sketchOf(b)]
      if (!x || !y) return
      expect(sketchSimilarity(x, x)).toBe(1)
      expect(sketchSimilarity(x, y)).toBe(sketchSimilarity(y, x))
      expect(sketchSimilarity(x, y)).toBeGreaterThanOrEqual(0)
      expect(sketchSimilarity(x, y)).toBeLessThanOrEqual(1)
    }),
  )
})
