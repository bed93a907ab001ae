import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renshu } from '../testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'renshu-inspect-'))
const path = join(folder, 'jobs.jsonl')
writeFileSync(
  path,
  [
    {
      id: 'a',
      company: '示例一厂',
      title: '叉车司机',
      city: '青岛市黄岛区',
      salary: '6000-8000元/月',
      edu: '初中',
      exp: '1年',
    },
    { id: 'b', company: '示例二厂', title: '保洁员', city: '朝阳', salary: '看着给', edu: '不限', exp: '不限' },
    { id: 'c', city: '青岛' },
  ]
    .map((row) => JSON.stringify(row))
    .join('\n'),
)

test('the JSON has exactly the keys that are documented, and counts add up', async () => {
  const { code, output } = await renshu(['inspect', path, '--json'])
  const inspection = JSON.parse(output) as Record<string, unknown>
  expect(code).toBe(0)
  const keys = ['rows', 'rejected', 'fields', 'duplicates', 'seconds', 'rowsPerSecond', 'peakMemoryMb']
  expect(Object.keys(inspection)).toEqual(keys)
  expect(Object.keys(inspection['fields'] as object)).toEqual([
    'salary',
    'place',
    'education',
    'experience',
    'occupation',
  ])
  expect(inspection).toMatchObject({
    rows: 3,
    rejected: 1,
    fields: { salary: { nonEmpty: 2, understood: 1, share: 0.5 } },
  })
})

test('the report names what was not understood and what was rejected, and writes nothing', async () => {
  const { code, output, errors } = await renshu(['inspect', path])
  expect([code, errors]).toEqual([0, ''])
  expect(output).toContain('读取 3 行 = 采用 2 + 退回 1')
  expect(output).toMatch(/薪资 +2 +1 +50\.0%/)
  expect(output).toContain('“看着给”')
  expect(output).toContain('第 3 行')
  expect(readdirSync(folder)).toEqual(['jobs.jsonl'])
})
