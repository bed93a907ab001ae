import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { renshu, shell } from '../testing/run.ts'
import { READERS } from './readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'renshu-read-'))

test('a place has its code and name, an ambiguous one its candidates, anywhere a code of its own', () => {
  expect(READERS.place('青岛·市南', 'zh')).toEqual(['370202', '山东省青岛市市南区', ''])
  expect(READERS.place('青岛/烟台', 'zh')).toEqual(['370200|370600', '山东省青岛市|山东省烟台市', ''])
  const [code, name, candidates] = READERS.place('朝阳', 'zh')
  expect([code, name]).toEqual(['AMBIGUOUS', ''])
  expect(String(candidates).split('|')).toContain('110105 北京市朝阳区')
  expect(READERS.place('不限', 'zh')).toEqual(['ANY', '', ''])
  expect(READERS.place('？？', 'zh')).toEqual(['', '', ''])
})

test('pay is in yuan per month, an open side is empty', () => {
  expect(READERS.salary('15-25K·14薪', 'zh')).toEqual(['15000', '25000', 14, 0])
  expect(READERS.salary('8000以上', 'zh')).toEqual(['8000', '', 12, 0])
  expect(READERS.salary('20元/小时', 'zh')).toEqual(['3480', '3480', 12, 0])
  expect(READERS.salary('面议', 'zh')).toEqual(['', '', '', 1])
  expect(READERS.salary('看着给', 'zh')).toEqual(['', '', '', 0])
})

test('education and experience have a code and numbers', () => {
  expect(READERS.education('大专及以上', 'zh')).toEqual(['college', '大专'])
  expect(READERS.education('大专及以上', 'en')).toEqual(['college', 'junior college'])
  expect(READERS.experience('3-5年', 'zh')).toEqual([3, 5])
  expect(READERS.experience('不限', 'zh')[0]).toBe(0)
})

test('an occupation has a code with confidence and evidence', () => {
  const [code, name, confidence, evidence] = READERS.occupation('急聘！！货车司机（包吃住）8k', 'zh')
  expect(code).toMatch(/^\d-\d\d-\d\d-\d\d$/)
  expect(name).not.toBe('')
  expect(Number(confidence)).toBeGreaterThan(0.5)
  expect(evidence).toContain('司机')
})

test('an id is of a kind, valid or not, and says why not', () => {
  expect(READERS.id('13800138000', 'zh')).toEqual(['mobile', 1, ''])
  expect(READERS.id('11010519491231002X', 'zh')).toEqual(['residentId', 1, ''])
  expect(READERS.id('110105194912310021', 'zh')).toEqual(['residentId', 0, '校验位不符，可能抄错了一位'])
  expect(READERS.id('叉车', 'en')).toEqual(['unknown', 0, 'looks like no credit code, resident id or mobile number'])
  expect(READERS.id('', 'zh')).toEqual(['unknown', 0, ''])
})

test('every line in is one line out with the same number of columns, empty lines too', async () => {
  const { code, output, errors } = await renshu(['read', 'salary'], '8千-1.1万\r\n\n8k\t14薪\n3500起')
  expect([code, errors]).toEqual([0, ''])
  expect(output).toBe('8千-1.1万\t8000\t11000\t12\t0\n\t\t\t\t0\n8k 14薪\t8000\t8000\t14\t0\n3500起\t3500\t\t12\t0\n')
})

test('a packed file is unpacked', async () => {
  const path = join(folder, 'edu.txt.gz')
  writeFileSync(path, gzipSync('本科\n博士\n'))
  expect((await renshu(['read', 'education', path])).output).toBe('本科\tbachelor\t本科\n博士\tdoctor\t博士\n')
})

test('a reader that has seen enough ends the run quietly', async () => {
  const path = join(folder, 'many.txt')
  writeFileSync(path, '8k\n'.repeat(100_000))
  expect(await shell(`$RENSHU read salary ${path} | head -1`)).toEqual({
    code: 0,
    output: '8k\t8000\t8000\t12\t0\n',
    errors: '',
  })
})

test('what cannot be read is told in a sentence, with 3 for the file and 2 for the command line', async () => {
  expect(await renshu(['read', 'salary', '/no/such.txt'])).toMatchObject({
    code: 3,
    errors: '错误：找不到文件：/no/such.txt。\n',
  })
  expect(await renshu(['read', 'salery'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('是不是 salary？'),
  })
})
