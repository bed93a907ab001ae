import { expect, test } from 'vitest'
import { SearchIndex } from './search-index.ts'
import { makeDocument } from './testing/documents.ts'
import type { Document, Question } from './types.ts'

const ON = '2026-11-21'
const POSTINGS: Document[] = [
  {
    id: '01',
    title: '叉车司机',
    names: ['示例海风物流有限公司'],
    codes: { place: ['370211'], welfare: ['housing'] },
    pay: { min: 500_000, max: 700_000 },
    on: '2026-11-20',
  },
  {
    id: '02',
    title: '高位叉车工',
    names: ['示例青石仓储有限公司'],
    codes: { place: ['370214'] },
    pay: { max: 250_000 },
    on: '2026-11-01',
  },
  { id: '03', title: '门卫', codes: { place: ['370202'], education: ['junior'] }, on: '2026-11-10' },
  {
    id: '04',
    title: '保安',
    tags: ['保安员'],
    codes: { place: ['370211'], welfare: ['meals', 'housing'] },
    pay: { min: 300_000 },
    on: '2026-11-11',
  },
  {
    id: '05',
    title: 'Java开发工程师',
    skills: ['spring', 'c++'],
    codes: { place: ['370212'], education: ['bachelor'] },
    on: '2026-11-12',
  },
  {
    id: '06',
    title: '中餐厨师',
    description: '负责炒菜，包吃住，双休',
    codes: { place: ['370203'] },
    on: '2026-10-01',
  },
  {
    id: '07',
    title: '会计',
    codes: { place: ['370202'], education: ['college'], welfare: ['weekends'] },
    on: '2026-11-15',
  },
  { id: '08', title: '挖掘机司机', codes: { place: ['371100'] }, on: '2026-11-16' },
]
const index = new SearchIndex()
for (const posting of POSTINGS) index.put(posting)

const search = (text: string, more: Partial<Question> = {}) => index.search({ text, on: ON, limit: 10, ...more })
const found = (text: string, more: Partial<Question> = {}): string[] => search(text, more).hits.map(({ id }) => id)

test('a word is found in a title that the segmenter cuts elsewhere', () => {
  expect(found('叉车')).toEqual(['01', '02'])
})

test('pinyin, initials, and pinyin of two words find what they sound like', () => {
  expect(found('chache')).toContain('01')
  expect(found('chachesiji')).toEqual(['01'])
  expect(found('ccsj')).toContain('01')
  expect(found('haifeng')).toEqual(['01'])
})

test('another name for the same work is found, after the name itself', () => {
  expect(found('门卫')).toEqual(['03', '04'])
  expect(found('安保')).toContain('04')
  expect(found('驾驶员')).toContain('08')
})

test('a word that sounds right and is written wrong is read as it was meant, and said so', () => {
  const answer = search('叉车丝机')
  expect(answer.hits[0]?.id).toBe('01')
  expect(answer.instead).toBe('叉车司机')
  expect(search('叉车丝机 黄岛').instead).toBe('叉车司机 黄岛')
  expect(search('挖绝机').instead).toBe('挖掘机')
  expect(search('jvaa').instead).toBe('java')
})

test('a whole wish is understood as pay, benefit and place beside the words', () => {
  const { understood, hits } = search('叉车 三千 包住 黄岛')
  expect(understood).toEqual([
    { field: 'pay', code: '300000', text: '三千', applied: true },
    { field: 'welfare', code: 'housing', text: '包住', applied: true },
    { field: 'place', code: '370211', text: '黄岛', applied: true },
  ])
  expect(hits.map(({ id }) => id)).toEqual(['01'])
})

test('a wish without an occupation or without a place is answered', () => {
  expect(found('黄岛')).toEqual(['01', '04'])
  expect(found('5000')).toEqual(['01', '04'])
  expect(found('一个月五千包吃住的活')).toEqual(['04'])
  expect(found('大专 双休')).toEqual(['07'])
})

test('a sentence around the name of a job is a wish, the name stays words', () => {
  const { understood, hits } = search('一个月五千的保安')
  expect(understood).toEqual([{ field: 'pay', code: '500000', text: '五千', applied: true }])
  expect(hits.map(({ id }) => id)).toContain('04')
  // Nothing says that it is a sentence.
  expect(search('五千保安队').understood).toEqual([])
})

test('a place by its popular name is a place, what begins like one is not', () => {
  expect(found('西海岸新区 保安')).toEqual(['04'])
  expect(search('青岛港 吊车').understood).toEqual([])
  expect(search('小区保安').understood).toEqual([])
  expect(search('厂区 保安').understood).toEqual([])
})

test('what was understood can be taken back: the words are searched as text', () => {
  const { understood, total } = search('黄岛 保安', { verbatim: ['place'] })
  expect(understood).toEqual([])
  expect(total).toBeGreaterThan(0)
  expect(found('包吃住', { verbatim: ['welfare'] })).toEqual(['06'])
})

test('a wish that leaves nothing over only ranks, the place last', () => {
  const answer = search('保安 包吃 双休 黄岛')
  expect(answer.understood.map(({ field, applied }) => [field, applied])).toEqual([
    ['welfare', false],
    ['welfare', false],
    ['place', true],
  ])
  expect(answer.hits[0]?.id).toBe('04')
})

test('a workplace is no benefit: 食堂, 培训 and 体检 stay words', () => {
  expect(search('食堂 厨师').understood).toEqual([])
  expect(search('体检医生').understood).toEqual([])
})

test('words nobody has together find what has most of them', () => {
  expect(found('夜间 会计')).toEqual(['07'])
})

test('terms of letters and signs are words', () => {
  expect(found('c++')).toEqual(['05'])
  expect(found('JAVA')).toEqual(['05'])
})

test('an answer is as exact as the filters: place with what lies in it, radius, pay, education, days', () => {
  expect(found('', { filters: { codes: { place: ['370200'] } }, sort: 'newest' })).not.toContain('08')
  expect(found('', { filters: { around: { place: '370202', km: 12 } } }).sort()).toEqual(['03', '05', '06', '07'])
  expect(found('', { filters: { pay: 600_000 } }).sort()).toEqual(['01', '04'])
  expect(found('', { filters: { since: '2026-11-15' } }).sort()).toEqual(['01', '07', '08'])
})

test('by nearness the nearest comes first, with kilometres', () => {
  const { hits } = search('司机', { sort: 'near', from: '370202' })
  expect(hits.map(({ id }) => id)).toEqual(['01', '08'])
  expect(hits[1]!.km).toBeGreaterThan(80)
})

test('by pay the highest comes first, postings without any last', () => {
  expect(found('', { sort: 'pay' }).slice(0, 3)).toEqual(['01', '04', '02'])
})

test('completions come from titles, names and skills, in characters, pinyin and initials', () => {
  expect(index.complete('叉', 3)[0]).toEqual({ text: '叉车司机', count: 1 })
  expect(index.complete('wajue', 3)).toEqual([{ text: '挖掘机司机', count: 1 }])
  expect(index.complete('ccsj', 3)).toEqual([{ text: '叉车司机', count: 1 }])
  expect(index.complete('青石', 3)).toEqual([{ text: '示例青石仓储有限公司', count: 1 }])
})

test('a posting that is replaced or removed is found no more by what it said', () => {
  const own = new SearchIndex()
  own.put(makeDocument({ id: 'a', title: '叉车司机' }))
  own.put(makeDocument({ id: 'a', title: '月嫂' }))
  expect(own.search({ text: '叉车', on: ON, limit: 5 }).total).toBe(0)
  expect(own.search({ text: '月嫂', on: ON, limit: 5 }).total).toBe(1)
  own.remove('a')
  expect(own.search({ text: '', on: ON, limit: 5 }).total).toBe(0)
  expect(own.complete('月', 5)).toEqual([])
})

test('ten thousand letters, numbers and signs alone are answered', () => {
  for (const text of ['叉车'.repeat(5000), 'x'.repeat(10_000), '13800000000', '!!!', '😀😀', '，。', '\u0000', '110'])
    expect(search(text).total).toBeGreaterThanOrEqual(0)
})
