import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSource, type RawRow } from '@renshu/intake'
import { expect, test } from 'vitest'
import { renshu, shell } from '../testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'renshu-match-'))
function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const JOBS = file(
  'jobs.csv',
  `编号,岗位名称,工作地点,薪资,学历,经验,证书,公司
J1,急聘！！叉车司机,青岛市黄岛区,6000-8000元/月,初中,1年,需持N1叉车证,=cmd|示例港务有限公司
J2,月嫂,北京市朝阳区,面议,不限,不限,,青岛示例家政有限公司
J3,,青岛市市南区,5000,不限,不限,,青岛示例商贸有限公司
`,
)
const TALENTS = file(
  'talents.csv',
  `编号,求职意向,期望地点,期望薪资,学历,工作年限,证书
T1,叉车司机,黄岛区,6500以上,高中,3年,N1叉车证
T2,叉车司机,青岛市,5000以上,初中,2年,
`,
)

async function rowsOf(path: string, sheet?: string): Promise<RawRow['cells'][]> {
  const rows: RawRow['cells'][] = []
  for await (const { cells } of (await openSource(path, sheet ? { sheet } : {})).rows) rows.push(cells)
  return rows
}

test('two files become explained matches and near misses, one line of JSON each', async () => {
  const { code, output } = await renshu([
    'match',
    JOBS,
    TALENTS,
    '--from',
    'talents',
    '--json',
    '--as-of',
    '2026-03-01',
  ])
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(code).toBe(0)
  expect(lines).toMatchObject([
    { from: 'talents', jobId: 'J1', talentId: 'T1', rank: 1 },
    { from: 'talents', jobId: 'J1', talentId: 'T2', rank: 1, nearMiss: { constraint: 'certificates' } },
  ])
  expect(lines[0]!['factors']).toHaveLength(7)
})

test('rows that cannot be used are counted, saved with their reason, and do not fail the run', async () => {
  const { code, output, errors } = await renshu(['match', JOBS, TALENTS, '--top', '5'])
  expect(code).toBe(0)
  expect(output).toContain('岗位 J1  ')
  expect(errors).toContain(`岗位表 ${JOBS}：读取 3 行 = 采用 2 + 退回 1\n  退回的行和原因：${JOBS}.rejects.csv\n`)
  expect(errors).toContain(`求职者表 ${TALENTS}：读取 2 行 = 采用 2 + 退回 0`)
  expect(await rowsOf(`${JOBS}.rejects.csv`)).toMatchObject([{ 文件: JOBS, 行: '4', 原因: '没有岗位名称' }])
  expect(existsSync(`${TALENTS}.rejects.csv`)).toBe(false)
})

test('the workbook shows both sides on two sheets with the reasons in Chinese', async () => {
  const out = join(folder, '结果.xlsx')
  const { code, output, errors } = await renshu(['match', JOBS, TALENTS, '--out', out])
  expect([code, output]).toEqual([0, ''])
  expect(errors).toContain(`已写入 ${out}`)
  const [jobs, talents] = [await rowsOf(out, '按岗位'), await rowsOf(out, '按求职者')]
  expect(jobs).toMatchObject([
    { 岗位编号: 'J1', 求职者编号: 'T1', 名次: '1', 结论: '合适' },
    { 岗位编号: 'J1', 求职者编号: 'T2', 结论: '差一点：证书不满足' },
  ])
  expect(talents.map((row) => row['求职者编号'])).toEqual(['T1', 'T2'])
  expect(jobs[0]!['理由']).toMatch(/^职业 35\/35：岗位名称与意向“叉车司机”一致；技能 .*；时效 \S+ 未写明$/)
  expect(jobs[1]!['理由']).toMatch(/^证书不满足：缺少要求的.*；职业 35\/35：/)
})

test('a CSV result holds no cell that a spreadsheet would take for a formula', async () => {
  const out = join(folder, 'out.csv')
  expect((await renshu(['match', JOBS, TALENTS, '--out', out, '--from', 'both'])).code).toBe(0)
  const text = readFileSync(out, 'utf8')
  expect(text).toContain(",'=cmd|示例港务有限公司,")
  expect(text.match(/^(?:按岗位|按求职者),/gm)).toEqual(
    ['按岗位', '按岗位', '按求职者', '按求职者'].map((side) => `${side},`),
  )
})

test('a result that cannot be written is found out before any work, with 4', async () => {
  const { code, errors } = await renshu(['match', JOBS, TALENTS, '--out', join(folder, 'no', 'x.csv')])
  expect(code).toBe(4)
  expect(errors).toMatch(/^错误：无法写入 .*\n$/)
})

test('a result never replaces its input, and only known formats are written', async () => {
  expect(await renshu(['match', JOBS, TALENTS, '--out', JOBS])).toMatchObject({ code: 2 })
  expect(await renshu(['match', JOBS, TALENTS, '--out', 'x.pdf'])).toMatchObject({ code: 2 })
})

test('swapped files are noticed', async () => {
  const { code, errors } = await renshu(['match', TALENTS, JOBS])
  expect(code).toBe(2)
  expect(errors).toContain('两个文件可能放反了')
})

test('unusable input ends with 3 and one clear sentence, never a stack trace', async () => {
  const bad = [
    join(folder, 'nothing.csv'),
    file('empty.csv', ''),
    file('cut.xlsx', Buffer.from('PK\u0003\u0004 cut off')),
    file('locked.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])),
    file('strange.csv', '甲,乙\n1,2\n'),
  ]
  for (const path of bad) {
    const { code, output, errors } = await renshu(['match', path, TALENTS])
    expect([path, code, output]).toEqual([path, 3, ''])
    expect(errors).toMatch(/^错误：[^\n]+\n$/)
  }
})

test('a column that was not recognised can be named', async () => {
  const odd = file('odd.csv', '甲,乙\n叉车司机,青岛市黄岛区\n')
  const { code, output } = await renshu(['match', odd, TALENTS, '--map', 'title=甲', '--map=jobs.place=乙', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(output.split('\n')[0]!)).toMatchObject({ jobId: 'row-2' })
  expect(output).toContain('工作地青岛市黄岛区')
  expect(await renshu(['match', odd, TALENTS, '--map', 'title=丙'])).toMatchObject({ code: 2 })
})

test('where the folder of the input is not writable the rejects go to the current one', async () => {
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  const archive = join(folder, 'archive')
  mkdirSync(archive)
  const jobs = file('archive/jobs.csv', readFileSync(JOBS))
  chmodSync(archive, 0o555)
  const { code, errors } = await shell(`cd ${elsewhere} && $RENSHU match ${jobs} ${TALENTS} --json`)
  expect(code).toBe(0)
  expect(errors).toContain('  退回的行和原因：jobs.csv.rejects.csv\n')
  expect(existsSync(join(elsewhere, 'jobs.csv.rejects.csv'))).toBe(true)
  expect(readdirSync(archive)).toEqual(['jobs.csv'])
  chmodSync(archive, 0o755)
})
