import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { renshu } from '../testing/run.ts'

const CITIES = resolve(import.meta.dirname, '../../../cities')
const CLAIM = ['policy', 'decide', 'supplementary-injury', '--date', '2024-08-12']
const COST = ['--facts', '{"medicalCost":"22189.16"}']

const copied = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-policy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(CITIES, folder, { recursive: true })
  return folder
}
const change = (file: string, before: string, after: string): void => {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(before)
  writeFileSync(file, text.replace(before, after))
}

test('the claim of the newspaper is paid to the fen, with its arithmetic, its clause and what is still to be known', async () => {
  const { code, output } = await renshu([...CLAIM, ...COST])
  expect(code).toBe(0)
  for (const line of [
    '暂估 18775.79 元（回答下面的问题后才能确定）',
    '  (22,189.16 − 100.00) × 85% = 18,775.786 → 18,775.79',
    '  依据：赔付算例（倒推）：（医药费－免赔额）×赔付比例',
    '  1. covered：受伤时，所在单位是否已为本人投保补充工伤保险？',
    '  赔付比例 85%，2024-01-01 起，示例',
  ])
    expect(output.split('\n')).toContain(line)
})

test('with all facts it is certain, in English as well and as JSON', async () => {
  const facts = ['--facts', '{"medicalCost":"22189.16","covered":true,"workInjury":true}']
  const { output } = await renshu([...CLAIM, ...facts, '--lang', 'en'])
  expect(output).toContain('Granted: 18775.79 yuan\n')
  expect(output).not.toContain('Still to be known')
  const json = await renshu([...CLAIM, ...facts, '--json', '--known', '2024-08-13'])
  expect(JSON.parse(json.output)).toMatchObject({
    outcome: 'granted',
    effective: '2024-08-12',
    known: '2024-08-13',
    amount: { value: '18775.79', provisional: false },
    changes: [],
  })
})

test('a refusal names the failing condition and what would change it', async () => {
  const facts = '{"medicalCost":"100","covered":true,"workInjury":true}'
  const { code, output } = await renshu([...CLAIM, '--facts', facts])
  expect(code).toBe(0)
  expect(output).toContain('\n不符合\n')
  expect(output).toContain('  ✗ 医药费超过免赔额 〔免赔额（倒推）〕 示例\n      医药费 100.00，免赔额 100.00\n')
  expect(output).toContain('医药费由 100.00 变为 100.01，即满足“医药费超过免赔额”，全部条件随之符合')
})

test('what is not known of earlier payments is asked for', async () => {
  const facts = '{"contributionMonths":24}'
  expect((await renshu(['policy', 'decide', 'unemployment-months', '--facts', facts])).output).toContain(
    '1. involuntary：',
  )
  const skill = '{"insuredMonths":24,"level":"中级","occupation":6180101,"issuedOn":"2025-01-15"}'
  const words = ['policy', 'decide', 'skill-subsidy', '--date', '2025-06-30', '--facts', skill]
  expect((await renshu(words)).output).toContain('1. 以往领取的记录')
  const had =
    '[{"policy":"skill-subsidy","on":"2025-01-01","amount":"1500","facts":{"occupation":6180101,"level":"中级"}}]'
  expect((await renshu([...words, '--history', had])).output).toContain('✗ 同一职业不低于、不重复已领的等级')
})

test('outside its days a policy says when it holds', async () => {
  const { output } = await renshu(['policy', 'decide', 'job-retention-refund', '--date', '2027-01-01'])
  expect(output).toContain('这一天政策不在有效期（2025-01-01 至 2026-12-31）')
})

test('a wrong key, city, day, fact or JSON ends with 2 and says why', async () => {
  const errors = async (...words: string[]) => {
    const { code, errors } = await renshu(words)
    expect(code).toBe(2)
    return errors
  }
  expect(await errors('policy', 'decide', 'supplementary-injurry')).toContain('是不是 supplementary-injury？')
  expect(await errors(...CLAIM, '--city', '371100')).toContain('没有政策“supplementary-injury”')
  expect(await errors(...CLAIM, '--city', '999999')).toContain('没有城市 999999')
  expect(await errors('policy', 'decide', 'skill-subsidy', '--date', '2025-02-30')).toContain('--date')
  expect(await errors(...CLAIM, '--facts', '{"medicalCost":22189.16}')).toContain('medicalCost 医药费应当是金额')
  expect(await errors(...CLAIM, '--facts', '{cost}')).toContain('--facts 要写 JSON')
  expect(await errors(...CLAIM, '--history', '[1]')).toContain('--history 要写 JSON')
  expect(await errors('policy', 'decode')).toContain('list（列出）')
})

test('a city lists its own policies and those it inherits', async () => {
  const { output } = await renshu(['policy', 'list', '--city', '371100', '--json'])
  expect((JSON.parse(output) as { key: string; region: string }[]).map(({ key, region }) => [key, region])).toEqual(
    expect.arrayContaining([
      ['park-rent', '371100-rizhao'],
      ['skill-subsidy', '370000-shandong'],
      ['injury-monthly', '100000-china'],
    ]),
  )
  expect((await renshu(['policy', 'list'])).output).toMatch(/listing-grant .*单位 .*2022-03-30 起 +370200-qingdao/)
})

test('test tells how many mistakes the cases find, and ends with 1 where a case differs', async () => {
  const folder = copied()
  const rizhao = join(folder, '371100-rizhao')
  const good = await renshu(['policy', 'test', rizhao])
  expect([good.code, good.output]).toEqual([
    0,
    expect.stringMatching(
      /371100-rizhao\/policies\/park-rent\.yaml：21 个算例相符，\d+ 处人为改错查出 \d+ 处\n/,
    ) as string,
  ])
  change(join(rizhao, 'policies/park-rent.cases.yaml'), "amount: '60000.00'", "amount: '60000.01'")
  const bad = await renshu(['policy', 'test', rizhao])
  expect([bad.code, bad.output]).toEqual([
    1,
    expect.stringMatching(/park-rent\.cases\.yaml:\d+: 算例“满一年减半”得到 60000\.00/) as string,
  ])
  expect(await renshu(['policy', 'test', join(folder, 'nowhere')])).toMatchObject({ code: 3 })
})

test('a file with a fault is told by file and line, also by city check, and nothing is decided', async () => {
  const folder = copied()
  const rizhao = join(folder, '371100-rizhao')
  change(join(rizhao, 'policies/park-rent.yaml'), '已通过入驻评审\n    source', '已通过评审\n    source')
  const told = /371100-rizhao\/policies\/park-rent\.yaml:\d+: .*没有“已通过评审”/
  const tested = await renshu(['policy', 'test', rizhao])
  expect([tested.code, tested.output]).toEqual([1, expect.stringMatching(told) as string])
  const checked = await renshu(['city', 'check', rizhao])
  expect([checked.code, checked.output]).toEqual([1, expect.stringContaining('没有“已通过评审”') as string])
})
