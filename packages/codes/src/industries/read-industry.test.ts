import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { industries, industry, readIndustry } from './index.ts'

const codesOf = (text: string): string[] => {
  const reading = readIndustry(text)
  return reading.kind === 'industry' ? reading.codes : []
}

test('every official name is read as its own industry, or as the higher one of the same name', () => {
  for (const { code, name } of industries()) {
    const [found = ''] = codesOf(name)
    expect(industry(found)?.name, code).toBe(name)
    expect(found.length).toBeLessThanOrEqual(code.length)
  }
})

test.each([
  ['餐饮业', ['H62']],
  ['计算机软件', ['I65']],
  ['互联网/电子商务', ['I64', 'F52']],
  ['机械/设备/重工', ['C34', 'C35']],
  ['批发/零售', ['F51', 'F52']],
  ['农/林/牧/渔', ['A']],
  ['物业管理', ['K702']],
  ['专业服务（咨询、人力资源、财会）', ['L72']],
  ['金融/投资/证券', ['J']],
  ['民营公司|50-150人|计算机软件', ['I65']],
  ['互联网B轮100-499人', ['I64']],
])('the label %s of job boards covers %s', (text, codes) => {
  expect(codesOf(text)).toEqual(codes)
})

test.each(['无', '其他行业', '上市公司', '战略投资', '未融资', '多元化业务集团公司', ''])(
  '%s names no industry',
  (text) => {
    expect(readIndustry(text)).toEqual({ text, kind: 'unknown' })
  },
)

test('the reading says which words led to it', () => {
  expect(readIndustry('食品/饮料')).toMatchObject({ evidence: '食品、饮料' })
})

test('any text is read without an error, to codes of the table none of which lies in another', () => {
  assert(
    property(
      string(),
      constantFrom('互联网', '金融', '证券', '农', '教育'),
      constantFrom('/', '', '、'),
      (noise, word, gap) => {
        for (const code of codesOf(noise + gap + word)) expect(industry(code)).toBeDefined()
        const codes = codesOf(word + gap + noise)
        for (const a of codes) for (const b of codes) expect(a !== b && a.startsWith(b)).toBe(false)
      },
    ),
  )
})
