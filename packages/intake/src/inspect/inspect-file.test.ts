import { expect, test } from 'vitest'
import { problemOf, useFolder } from '../testing/files.ts'
import { inspectFile } from './inspect-file.ts'

const files = useFolder()

const JOBS = `岗位名称,单位,薪资,工作地点,学历,经验
叉车司机,青岛示例机械有限公司,6000-8000,黄岛区,高中,1年
叉车司机（急聘）,青岛示例机械有限公司,6500-8000,黄岛区,高中,1年
会计,青岛样例食品有限公司,看着给吧,朝阳,大专,无
,青岛样例食品有限公司,5000,城阳,,
保安,青岛示例物业有限公司,面议,不限,,3年以上
`

test('an inspection counts what was understood of each field', async () => {
  let shares = 0
  let seconds = 0
  const inspection = await inspectFile(files.write('jobs.csv', JOBS), {
    meter: { seconds: () => (seconds += 2), peakMemoryMb: () => 100 },
    onProgress: () => shares++,
  })
  expect(inspection).toMatchObject({
    kind: 'jobs',
    rows: 5,
    rejected: 1,
    fields: {
      salary: { nonEmpty: 4, understood: 3, share: 0.75, topUnparsed: [{ value: '看着给吧', count: 1 }] },
      place: { nonEmpty: 4, understood: 3, share: 0.75, ambiguous: 1, anywhere: 1 },
      education: { nonEmpty: 3, understood: 3, share: 1 },
      experience: { nonEmpty: 4, understood: 4 },
      occupation: { nonEmpty: 4 },
    },
    duplicates: 1,
    duplicateGroups: [[2, 3]],
    places: [{ code: '370211', name: '山东省青岛市黄岛区', count: 2 }],
    columns: { fields: { title: ['岗位名称'], employer: ['单位'] }, unknown: [] },
    rejects: [{ line: 5, reason: 'title.missing' }],
    seconds: 2,
    rowsPerSecond: 3,
    peakMemoryMb: 100,
  })
  expect(inspection.fields.occupation.understood).toBeGreaterThan(0)
})

test('people are inspected in the same way, and only identity makes them duplicates', async () => {
  const path = files.write(
    'talents.csv',
    '姓名,求职意向,期望薪资,意向城市,手机\n张某,保安,4000,青岛,13800000001\n李某,保安,4000,青岛,13800000002\n李三,门卫,4000,青岛,13800000002\n',
  )
  expect(await inspectFile(path)).toMatchObject({
    kind: 'talents',
    rows: 3,
    duplicates: 1,
    fields: { place: { understood: 3 } },
  })
})

test('a file of neither kind is refused, and so is one without the necessary column', async () => {
  expect(await problemOf(inspectFile(files.write('x.csv', '甲,乙\n1,2\n')))).toBe('kind.unknown')
  expect(await problemOf(inspectFile(files.path('x.csv'), { kind: 'jobs' }))).toBe('column.missing')
  expect(await inspectFile(files.path('x.csv'), { kind: 'talents', map: { wish: '甲' } })).toMatchObject({
    rows: 1,
    rejected: 1,
  })
})
