import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadPolicies, loadRegion } from './folder.ts'
import { readPolicyFile } from './policy-file.ts'
import { readCases } from '../cases/case-file.ts'

const CITIES = resolve(import.meta.dirname, '../../../../cities')
const CLAIM = readFileSync(join(CITIES, '370200-qingdao/policies/supplementary-injury.yaml'), 'utf8')

/** What is wrong with the claim after a change, as `line reason`; the line is looked up by its text. */
function faultsAfter(before: string, after: string, text = CLAIM): [string, string][] {
  expect(text).toContain(before)
  const changed = text.replace(before, after)
  const read = readPolicyFile('claim.yaml', changed)
  if (!('faults' in read)) return []
  return read.faults.map(({ line, reason }) => [changed.split('\n')[line - 1]!.trim(), reason.zh])
}

test('a whole file has no fault', () => {
  expect(readPolicyFile('claim.yaml', CLAIM)).toHaveProperty('prepared.policy.key', 'supplementary-injury')
})

test('what has no sense is named by its line and character', () => {
  expect(faultsAfter('医药费 > 免赔额', '医药费 > 免赔')).toEqual([
    ['when: 医药费 > 免赔', 'conditions[2].when：第 7 个字符：没有“免赔”这个事实或参数'],
  ])
  expect(faultsAfter('医药费 > 免赔额', '医药费 > 赔付比例')[0]![1]).toContain('这里是比例')
  expect(faultsAfter('type: ratio', 'type: rate')).toEqual([
    ['type: rate', expect.stringContaining('parameters[1].type：只能是 money') as string],
  ])
  expect(faultsAfter('value: 85%', 'value: 85元')[0]).toEqual([
    'value: 85元',
    expect.stringContaining('不是要求的类型') as string,
  ])
  expect(faultsAfter('period: once', 'perod: once').map(([line]) => line)).toContain('perod: once')
  expect(faultsAfter('name: 医药费', 'name: 且')[0]).toEqual([
    'name: 且',
    expect.stringContaining('另有用处') as string,
  ])
  expect(faultsAfter('facts:\n', 'facts: [\n')[0]![1]).toContain('不是正确的 YAML')
  expect(faultsAfter(', 分)', ', 分) * 赔付比例')[0]![1]).toContain('没有写明如何取整')
})

test('a parameter or clause without a source is refused, unless it says that it is an example', () => {
  expect(faultsAfter('        value: 85%\n        example: 示例\n', '        value: 85%\n')[0]![1]).toContain(
    '没有依据',
  )
  expect(faultsAfter('when: 因工作受伤\n    source: report', 'when: 因工作受伤')[0]![1]).toContain('没有依据')
  expect(faultsAfter('source: report', 'source: paper')[0]![1]).toContain('没有文件“paper”')
})

test('days without a value and days with two are refused', () => {
  const values = (dates: string) => `value: 85%${dates}\n        example: 示例`
  expect(faultsAfter(values(''), values('\n        to: 2024-12-31'))[0]![1]).toContain('2025-01-01 起没有值')
  const twice = (from: string, more = '') =>
    `${values('\n        to: 2024-12-31')}\n      - from: ${from}${more}\n        value: 90%\n        example: 示例`
  expect(faultsAfter(values(''), twice('2025-01-01'))).toEqual([])
  expect(faultsAfter(values(''), twice('2024-12-31'))[0]).toEqual([
    '- from: 2024-12-31',
    expect.stringContaining('重叠') as string,
  ])
  expect(faultsAfter(values(''), twice('2025-01-02'))[0]![1]).toContain('2025-01-01 … 2025-01-01 没有值')
  // Known later, it takes the place of the other.
  expect(faultsAfter(values(''), twice('2024-12-31', '\n        known: 2025-03-01'))).toEqual([])
})

test('what is never used, always true or never true is refused', () => {
  expect(faultsAfter('医药费 > 免赔额', '医药费 > 100元 且 医药费 > 免赔额 - 50元')).toEqual([])
  expect(faultsAfter('when: 已投保补充工伤保险', 'when: 因工作受伤')[0]![1]).toContain('“已投保补充工伤保险”没有用到')
  expect(faultsAfter('when: 医药费 > 免赔额', 'when: 医药费 >= 0元 且 免赔额 > 0元').map(([, why]) => why)).toContain(
    'conditions[2].when：这一条不可能不满足',
  )
  expect(faultsAfter('when: 医药费 > 免赔额', 'when: 医药费 < 0元 且 免赔额 > 0元').map(([, why]) => why)).toContain(
    'conditions[2].when：这一条不可能满足',
  )
  const weaker =
    '  - id: weaker\n    clause: 重复\n    text: { zh: 重复, en: again }\n    when: 医药费 > 50元\n    example: 示例\namount:'
  expect(faultsAfter('amount:', weaker)).toEqual([['when: 医药费 > 50元', 'conditions[3].when：这一条不可能不满足']])
})

test('an amount below zero and a divisor of zero are refused before anybody is paid', () => {
  expect(faultsAfter('when: 医药费 > 免赔额', 'when: 医药费 > 50元')[0]![1]).toContain('金额可能低于零')
  expect(faultsAfter('* 赔付比例, 分)', '* (免赔额 / 医药费) * 赔付比例, 分)')[0]![1]).toContain('除数可能为零')
})

test('cases say exactly one result', () => {
  const read = readCases(
    'a.cases.yaml',
    'date: 2025-01-01\nfacts: {}\ncases:\n  - { name: 甲, amount: 1, refused: [a] }\n',
  )
  expect(read).toEqual({ faults: [expect.objectContaining({ file: 'a.cases.yaml', line: 4 })] })
})

const copied = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-policies-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(CITIES, folder, { recursive: true })
  return folder
}

test('the nearest region wins, and a file with a fault is left out whole', () => {
  const folder = copied()
  const name = 'policies/skill-subsidy'
  for (const end of ['.yaml', '.cases.yaml'])
    cpSync(join(folder, `370000-shandong/${name}${end}`), join(folder, `371100-rizhao/${name}${end}`))
  const city = join(folder, `371100-rizhao/${name}.yaml`)
  writeFileSync(city, readFileSync(city, 'utf8').replace('初级: 1000元', '初级: 1100元'))
  const first = (code: string) =>
    JSON.stringify(
      loadPolicies(folder, code).byKey.get('skill-subsidy')?.prepared.policy.parameters[1]!.values[0]!.value,
    )
  expect([first('371100'), first('370200')]).toEqual([
    expect.stringContaining('1100元'),
    expect.stringContaining('1000元'),
  ])
  writeFileSync(city, readFileSync(city, 'utf8').replace('type: months', 'type: moons'))
  const broken = loadPolicies(folder, '371100')
  expect(broken.faults.map(({ file, line }) => [file, line])).toEqual([
    [`371100-rizhao/${name}.yaml`, expect.any(Number)],
  ])
})

test('a policy without cases, cases without a policy and a wrong name are refused', () => {
  const folder = copied()
  const policies = join(folder, '371100-rizhao/policies')
  rmSync(join(policies, 'park-rent.cases.yaml'))
  cpSync(join(folder, '370000-shandong/policies/hiring-subsidy.cases.yaml'), join(policies, 'lonely.cases.yaml'))
  cpSync(join(folder, '370000-shandong/policies/hiring-subsidy.yaml'), join(policies, 'other.yaml'))
  writeFileSync(join(policies, 'notes.txt'), '')
  expect(loadRegion(folder, '371100-rizhao').faults.map(({ reason }) => reason.zh)).toEqual([
    '没有对应的政策文件',
    '这里只放 .yaml 文件',
    '文件名应为 hiring-subsidy.yaml',
    '旁边没有算例（.cases.yaml）',
  ])
})

test('where the file of a city has a fault nobody is paid by the one it was to replace', () => {
  const folder = copied()
  const name = 'policies/skill-subsidy'
  const keys = (code: string) => [...loadPolicies(folder, code).byKey.keys()]
  expect(keys('371100')).toContain('skill-subsidy')
  for (const end of ['.yaml', '.cases.yaml'])
    cpSync(join(folder, `370000-shandong/${name}${end}`), join(folder, `371100-rizhao/${name}${end}`))
  writeFileSync(join(folder, `371100-rizhao/${name}.cases.yaml`), '')
  expect(keys('371100')).not.toContain('skill-subsidy')
  expect(keys('370200')).toContain('skill-subsidy')
})

test('a folder that is called like a policy is refused', () => {
  const folder = copied()
  mkdirSync(join(folder, '371100-rizhao/policies/odd.yaml'))
  expect(loadRegion(folder, '371100-rizhao').faults).toMatchObject([{ reason: { zh: '不是文件' } }])
})
