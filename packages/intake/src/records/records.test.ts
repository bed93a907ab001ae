import { expect, test } from 'vitest'
import { recogniseColumns } from '../columns/recognise.ts'
import type { RecordKind } from '../columns/fields.ts'
import { openSource } from '../files/open-source.ts'
import { useFolder } from '../testing/files.ts'
import { type JobRead, readJobs, type ReadOptions, readTalents, type TalentRead } from './read-records.ts'

const files = useFolder()
let count = 0

const open = async (lines: object[], kind: RecordKind) => {
  const path = files.write(`${++count}.jsonl`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const source = await openSource(path)
  return { source, columns: recogniseColumns(source.columns, kind) }
}

const jobsOf = async (lines: object[], options?: ReadOptions): Promise<JobRead[]> => {
  const { source, columns } = await open(lines, 'jobs')
  const reads: JobRead[] = []
  for await (const read of readJobs(source, columns, options)) reads.push(read)
  return reads
}

const talentsOf = async (lines: object[], options?: ReadOptions): Promise<TalentRead[]> => {
  const { source, columns } = await open(lines, 'talents')
  const reads: TalentRead[] = []
  for await (const read of readTalents(source, columns, options)) reads.push(read)
  return reads
}

const job = async (fields: object, options?: ReadOptions) => {
  const [read] = await jobsOf([{ 岗位名称: '叉车司机', ...fields }], options)
  if (!read || !('job' in read)) throw new Error(`rejected: ${JSON.stringify(read)}`)
  return read.job
}

const talent = async (fields: object, options?: ReadOptions) => {
  const [read] = await talentsOf([{ 求职意向: '叉车司机', ...fields }], options)
  if (!read || !('talent' in read)) throw new Error(`rejected: ${JSON.stringify(read)}`)
  return read.talent
}

test('a posting is read into codes and numbers', async () => {
  const read = await job({
    编号: 'A1',
    用人单位: '青岛示例机械有限公司',
    薪资: '6-8K·13薪',
    工作地点: '胶南',
    学历要求: '大专及以上',
    工作经验: '1-3年',
    年龄: '18-45岁',
    证书要求: '须持N1叉车证',
    班次: '两班倒',
    发布日期: '2026/11/8',
    岗位职责: '负责车间物料转运',
  })
  expect(read).toMatchObject({
    id: 'A1',
    title: '叉车司机',
    places: ['370211'],
    salary: { min: 600_000, max: 800_000 },
    education: 'college',
    years: 1,
    age: { min: 18, max: 45 },
    certificates: [{ code: 'forklift-n1', required: true }],
    shifts: ['twoShift'],
    employer: '青岛示例机械有限公司',
    updatedOn: '2026-11-08',
  })
  expect(read.occupations.length).toBeGreaterThan(0)
  expect(read.terms.length).toBeGreaterThan(0)
})

test('what the columns leave empty is filled from the title and the description', async () => {
  const read = await job({
    岗位名称: '急聘！！叉车司机（包吃住）8k',
    岗位要求: '大专以上学历，3年以上经验，18-45周岁。持有N1叉车证；有低压电工证优先。',
  })
  expect(read).toMatchObject({ title: '叉车司机', education: 'college', years: 3, age: { min: 18, max: 45 } })
  expect(read.salary?.min).toBe(800_000)
  expect(read.certificates).toEqual(
    expect.arrayContaining([
      { code: 'forklift-n1', required: true },
      { code: 'electric-low', required: false },
    ]),
  )
})

test('a column goes before what the description says', async () => {
  const read = await job({ 学历: '不限', 经验: '不限', 岗位要求: '大专以上学历，3年以上经验' })
  expect(read).toMatchObject({ education: 'none', years: 0 })
})

test('education and experience are found when they stand in one column', async () => {
  expect(await job({ 经验: '3-5年本科' })).toMatchObject({ education: 'bachelor', years: 3 })
  expect(await job({ 学历: '大专/1-3年' })).toMatchObject({ education: 'college', years: 1 })
})

test('what is not stated is left out, never zero', async () => {
  const read = await job({ 薪资: '面议', 学历: '-', 经验: '/', 工作地点: '无' })
  expect(Object.keys(read).sort()).toEqual(['certificates', 'id', 'occupations', 'places', 'skills', 'terms', 'title'])
  expect(read.places).toEqual([])
})

test('an unreadable value leaves the row accepted and is noted with its place', async () => {
  const [read] = await jobsOf([
    { id: 'x', title: '普工', city: '朝阳', salary: '看着给吧', edu: '幼儿园', date: '某天' },
  ])
  expect(read).toMatchObject({
    notes: [
      { line: 1, column: 'city', value: '朝阳', reason: 'place.ambiguous' },
      { line: 1, column: 'salary', value: '看着给吧', reason: 'value.unreadable' },
      { line: 1, column: 'edu', value: '幼儿园', reason: 'value.unreadable' },
      { line: 1, column: 'date', value: '某天', reason: 'value.unreadable' },
    ],
  })
})

test('rows that cannot be used are rejected with line and reason, and every row is answered once', async () => {
  const reads = await jobsOf([
    { id: 'a', title: '普工' },
    { id: 'b', title: '' },
    { id: 'c', title: '！！！' },
    { id: 'a', title: '焊工' },
    { id: 'id', title: 'title' },
    { title: '保安' },
  ])
  expect(reads.map((read) => ('reject' in read ? [read.reject.line, read.reject.reason] : read.job.id))).toEqual([
    'a',
    [2, 'title.missing'],
    [3, 'title.meaningless'],
    [4, 'id.duplicate'],
    [5, 'row.repeatedHeader'],
    'row-6',
  ])
})

test('columns that appear late in JSON lines are still understood', async () => {
  const reads = await jobsOf([
    ...Array.from({ length: 400 }, (_, at) => ({ id: at, title: '普工' })),
    { id: 'z', title: '焊工', 学历: '大专' },
  ])
  expect(reads.at(-1)).toMatchObject({ job: { id: 'z', education: 'college' } })
})

test('a person is read into codes and numbers, without name and phone', async () => {
  const read = await talent({
    编号: 'T1',
    姓名: '张某',
    手机: '13800000000',
    求职意向: '叉车司机/仓库管理员',
    意向地点: '黄岛、胶州',
    现居住地: '青岛市黄岛区',
    通勤距离: '15公里',
    期望薪资: '6-8K',
    文化程度: '高中',
    工作年限: '3年',
    出生年月: '1990年6月',
    证书: 'N1叉车证',
    求职类型: '全职',
  })
  expect(read).toMatchObject({
    id: 'T1',
    places: ['370211', '370281'],
    home: '370211',
    commuteKm: 15,
    salary: { min: 600_000, max: 800_000 },
    education: 'senior',
    years: 3,
    born: 1990,
    certificates: ['forklift-n1'],
    employment: ['fullTime'],
  })
  expect(read.wishes.map((wish) => wish.title)).toEqual(['叉车司机', '仓库管理员'])
  expect(JSON.stringify(read)).not.toMatch(/张某|138/)
})

test('a profile with lists as Python prints them is read', async () => {
  const read = await talent({
    求职意向: undefined,
    want: "['数据分析师', '其他']",
    wage: ['3000', '5000'],
    want_city: '广东省广州市天河区',
    exp: '1年工作经验',
    edu: "['示例学院[大专]:会计', '示例大学[本科]:统计学']",
    skills: "['python[SKILLED]']",
    jobs: '[]',
  })
  expect(read).toMatchObject({
    places: ['440106'],
    salary: { min: 300_000, max: 500_000 },
    years: 1,
    education: 'bachelor',
  })
  expect(read.wishes.map((wish) => wish.title)).toEqual(['数据分析师'])
})

test('a certificate still being worked for is not held', async () => {
  expect((await talent({ 自我评价: 'N1叉车证正在考，有C1驾照' })).certificates).toEqual(['driving-c1'])
  expect((await talent({ 自我评价: '没有N1证' })).certificates).toEqual([])
})

test('refusals are read from columns and sentences', async () => {
  expect((await talent({ 自我评价: '能吃苦，不上夜班' })).refuses?.shifts).toContain('night')
  expect((await talent({ 不接受: '倒班' })).refuses?.shifts).toEqual(
    expect.arrayContaining(['twoShift', 'threeShift', 'rotating']),
  )
  expect((await talent({ 不接受: '倒班' })).refuses?.shifts).not.toContain('day')
  expect((await talent({ 能否夜班: '否' })).refuses?.shifts).toContain('night')
  expect((await talent({ 自我评价: '只上白班' })).refuses?.shifts).toEqual([
    'night',
    'twoShift',
    'threeShift',
    'rotating',
  ])
  expect((await talent({ 不接受: '不去青岛示例机械有限公司' })).refuses).toEqual({
    employers: ['青岛示例机械有限公司'],
  })
  expect((await talent({ 不接受: '不要夜班，两班倒可以' })).refuses?.shifts).not.toContain('twoShift')
  expect((await talent({ 自我评价: '可以上夜班' })).refuses).toBeUndefined()
  expect((await talent({ 自我评价: '不做销售，不考虑保险行业' })).refuses).toMatchObject({
    occupations: [expect.stringMatching(/^4-01/)],
    industries: ['J68'],
  })
  expect((await talent({ 自我评价: '从不迟到，不怕吃苦，不接受出差' })).refuses).toBeUndefined()
})

test('any wish counts as a person without wishes, no wish at all is rejected', async () => {
  expect((await talent({ 求职意向: '什么都行' })).wishes).toEqual([])
  const [read] = await talentsOf([{ 求职意向: '', 姓名: '张某' }])
  expect(read).toMatchObject({ reject: { reason: 'wish.missing' } })
})

test('省内, 不限 and 居家 reach what they say', async () => {
  expect((await talent({ 意向地点: '省内', 现居住地: '青岛市黄岛区' })).places).toEqual(['370000'])
  expect((await talent({ 意向地点: '不限' })).places).toEqual(['000000'])
  expect(await talent({ 意向地点: '居家办公' })).toMatchObject({ places: [], remote: true })
})

test('delays and ages need a day to count from', async () => {
  const asOf = '2026-11-21'
  expect(await talent({ 可到岗时间: '一周内', 年龄: '40' }, { asOf })).toMatchObject({
    availableFrom: '2026-11-28',
    born: 1986,
  })
  const without = await talent({ 可到岗时间: '一周内', 年龄: '40' })
  expect(without.availableFrom).toBeUndefined()
  expect(without.born).toBeUndefined()
  expect((await job({ 最迟到岗日期: '2026年12月1日' })).startBy).toBe('2026-12-01')
})

test('a phone number cut short by a spreadsheet is noted', async () => {
  const [read] = await talentsOf([{ 求职意向: '保安', 手机: '1.38E+10' }])
  expect(read).toMatchObject({ notes: [{ column: '手机', value: '1.38E+10', reason: 'cell.digitsLost' }] })
})

test('a certificate among the tags is a wish, one in the description a demand', async () => {
  const tagged = await job({ 标签: 'CET-6' })
  const demanded = await job({ 标签: 'CET-6', 岗位职责: '要求通过大学英语六级' })
  expect(tagged.certificates).toMatchObject([{ required: false }])
  expect(demanded.certificates).toMatchObject([{ required: true }])
})

test('whoever looks for work as X brings the skill X is named after', async () => {
  expect((await talent({ 求职意向: '数据分析师' })).skills).toContain('数据分析')
})
