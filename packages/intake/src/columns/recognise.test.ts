import { expect, test } from 'vitest'
import type { IntakeError } from '../errors.ts'
import { intakeMessage } from '../messages.ts'
import { fieldOf, normaliseName, salaryUnitOf, sideOf } from './names.ts'
import { detectKind, recogniseColumns } from './recognise.ts'

test('a header name loses its stars, brackets, units, spaces and width', () => {
  expect(normaliseName(' * 岗 位 名 称（必填） ')).toBe('岗位名称')
  expect(normaliseName('月薪(元)')).toBe('月薪')
  expect(normaliseName('Ｊｏｂ＿Ｔｉｔｌｅ')).toBe('jobtitle')
  expect(normaliseName('薪资（最低）')).toBe('薪资最低')
})

test('the names clerks really write are known', () => {
  const jobs = {
    招聘岗位: 'title',
    截止日期: 'validUntil',
    有效期至: 'validUntil',
    招聘截止: 'validUntil',
    'Valid until': 'validUntil',
    工种: 'title',
    '岗位/工种': 'title',
    招聘单位: 'employer',
    薪酬待遇: 'salary',
    '薪资（千元）': 'salary',
    工作地址: 'place',
    区域: 'place',
    学历要求: 'education',
    工作年限: 'experience',
    岗位职责: 'description',
    招聘人数: 'headcount',
    'Job Title': 'title',
    position_name: 'title',
    min_salary: 'salary',
  }
  for (const [name, field] of Object.entries(jobs)) expect(fieldOf(name, 'jobs'), name).toBe(field)
  const talents = {
    求职者姓名: 'name',
    意向岗位: 'wish',
    期望薪资: 'wishSalary',
    意向城市: 'wishPlace',
    现居住地: 'home',
    city: 'home',
    want_city: 'wishPlace',
    wage: 'wishSalary',
    出生年月: 'birth',
    自我评价: 'description',
    到岗时间: 'availableFrom',
    身份证号码: 'idNumber',
  }
  for (const [name, field] of Object.entries(talents)) expect(fieldOf(name, 'talents'), name).toBe(field)
  expect(fieldOf('经办人', 'jobs')).toBeUndefined()
})

test('names with numbers, suffixes and the words of board exports are known, near misses are not', () => {
  expect(fieldOf('意向岗位2', 'talents')).toBe('wish')
  expect(fieldOf('workYearString', 'jobs')).toBe('experience')
  expect(fieldOf('companyFullName', 'jobs')).toBe('employer')
  expect(fieldOf('Years of Experience', 'talents')).toBe('experience')
  expect(['公司类型', '公司规模', '联系人', '专业', '毕业院校'].map((name) => fieldOf(name, 'jobs'))).toEqual(
    Array.from({ length: 5 }, () => undefined),
  )
})

test('several columns may feed one field, the lower bound and the wider place first', () => {
  const { fields, unknown } = recogniseColumns(['工作地址', '岗位', '最高工资', '最低工资', '城市', '序号'], 'jobs')
  expect(fields).toEqual({ title: ['岗位'], salary: ['最低工资', '最高工资'], place: ['城市', '工作地址'] })
  expect(unknown).toEqual(['序号'])
})

test('a map goes before the names, by name or number, and takes several columns', () => {
  const columns = ['甲', '岗位', '低', '高']
  const { fields, unknown } = recogniseColumns(columns, 'jobs', { title: '1', salary: '低+高' })
  expect(fields).toEqual({ title: ['甲'], salary: ['低', '高'] })
  expect(unknown).toEqual(['岗位'])
})

const messageOf = (action: () => unknown): string => {
  try {
    action()
  } catch (error) {
    return intakeMessage(error as IntakeError, 'zh')
  }
  return 'none'
}

test('a missing column, an unknown column and an unknown field each say what there is', () => {
  expect(messageOf(() => recogniseColumns(['甲', '乙'], 'jobs'))).toBe(
    '没有找到“岗位名称”所需的列。文件中的列：甲、乙。请用 --map title=列名 指明。',
  )
  expect(messageOf(() => recogniseColumns(['甲'], 'talents'))).toContain('--map wish=列名')
  expect(messageOf(() => recogniseColumns(['甲'], 'jobs', { title: '丙' }))).toContain('现有：甲')
  expect(messageOf(() => recogniseColumns(['甲'], 'jobs', { titel: '甲' }))).toContain('titel')
})

test('the kind of a file shows in its columns', () => {
  expect(detectKind(['公司名称', '岗位名称', '薪资', '学历'])).toBe('jobs')
  expect(detectKind(['id', 'title', 'company', 'city', 'salary'])).toBe('jobs')
  expect(detectKind(['姓名', '性别', '求职意向', '学历'])).toBe('talents')
  expect(detectKind(['id', 'sex', 'birth_year', 'city', 'want', 'wage', 'skills'])).toBe('talents')
  expect(detectKind(['positionName', 'city', 'salary', 'education'])).toBe('jobs')
  expect(detectKind(['甲', '乙'])).toBeUndefined()
})

test('the unit in a header counts for bare numbers, and the end of a range is told', () => {
  expect(['薪资（千元）', '年薪(万元)', '日薪', '时薪（元）', '月薪（元）', '薪资'].map(salaryUnitOf)).toEqual([
    '千/月',
    '万/年',
    '元/天',
    '元/小时',
    '',
    '',
  ])
  expect(['最低工资', 'max_salary', '薪资范围', '薪资上限'].map(sideOf)).toEqual(['min', 'max', undefined, 'max'])
})
