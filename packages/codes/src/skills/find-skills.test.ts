import { expect, test } from 'vitest'
import { findSkills, locateSkills, skillNames } from './index.ts'

const cases = (table: Record<string, string>): void => {
  for (const [text, names] of Object.entries(table)) expect(findSkills(text).join(', '), text).toBe(names)
}

test('spellings lead to one canonical name', () => {
  cases({
    '会js、vue.js和ps': 'JavaScript, Vue, Photoshop',
    ＣＡＤ制图: 'AutoCAD',
    'Vue3+TypeScript': 'Vue, TypeScript',
    'Spring Boot、SpringCloud': 'Spring Boot, Spring Cloud',
    'SQL Server、T-SQL': 'SQL Server, SQL',
    二氧化碳气体保护焊: '二保焊',
    加中餐炒菜: '中式烹调',
  })
})

test('trades of the shop floor, the kitchen, the port and the household are known', () => {
  cases({
    '开叉车，会数控车床': '叉车, 数控车床',
    '氩弧焊、点焊、钣金': '氩弧焊, 点焊, 钣金',
    '月子餐、催乳、早教': '月子餐, 催乳, 早教',
    '船舶舾装，海产品加工': '船舶舾装, 海产品加工',
    '冷库作业、打包、收银': '冷库作业, 打包, 收银',
    '西点、凉菜、面点': '西点, 凉菜, 面点',
    '缝纫、制冷、PLC': '缝纫, 制冷, PLC',
  })
})

test('Latin names match whole words only', () => {
  for (const text of ['CET-4', 'Good communication', 'R&D', 'USB Type-C', 'C端产品', 'B轮', 'http://www.example.org'])
    expect(findSkills(text), text).toEqual([])
  cases({ JavaScript: 'JavaScript', 'C++': 'C++', 'C#': 'C#', 'ASP.NET': 'ASP.NET', 'Node.js': 'Node.js' })
})

test('single letters and common words count only beside other skills or as the whole text', () => {
  cases({
    '熟悉Java、C、Go': 'Java, C, Go',
    'Python/R/SQL': 'Python, R, SQL',
    C: 'C',
    精通C语言: 'C',
    '熟练使用Word、Excel': 'Word, Excel',
    'a swift reply': '',
    计划C: '',
  })
})

test('AI is Illustrator among drawing programs and artificial intelligence elsewhere', () => {
  cases({ '熟练使用PS、AI、CDR': 'Photoshop, Illustrator, CorelDRAW', 从事AI算法: '人工智能' })
})

test('what the text refuses is not asked for', () => {
  cases({ 不需要会英语: '', '无需懂Java，会Python即可': 'Python' })
})

test('words whose ends only look like a skill are read over', () => {
  for (const text of [
    '确保安全',
    '优化工作',
    '进行研究',
    '密切配合',
    '骑自行车',
    '五险一金',
    '定期体检',
    '股票期权',
    '主管工作',
  ])
    expect(findSkills(text), text).toEqual([])
})

test('a skill is named once, in order of appearance, with the offsets of the text given', () => {
  const text = '会ｊａｖａ，会Python，精通Java'
  expect(findSkills(text)).toEqual(['Java', 'Python'])
  expect(locateSkills(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ｊａｖａ', 'Python', 'Java'])
})

test('every canonical name is found as itself, within the text', () => {
  for (const name of skillNames()) {
    expect(findSkills(name), name).toContain(name)
    for (const { end } of locateSkills(name)) expect(end, name).toBeLessThanOrEqual(name.length)
  }
})
