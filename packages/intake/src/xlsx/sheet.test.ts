import { Workbook } from '@cj-tech-master/excelts'
import { gzipSync } from 'node:zlib'
import { readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { LIMITS } from '../files/limits.ts'
import { problemOf, readAll, useFolder, writeWorkbook } from '../testing/files.ts'
import { numberText, serialToIso } from './cell.ts'
import { openZip, readEntry } from './zip.ts'

const files = useFolder()

const makeUgly = async (path: string): Promise<string> => {
  const book = new Workbook()
  const notes = book.addWorksheet('填表说明')
  notes.addRow(['请勿修改表头'])
  const sheet = book.addWorksheet('岗位')
  sheet.addRow([])
  sheet.addRow([null, '某区招聘岗位汇总表'])
  sheet.mergeCells('B2:G2')
  sheet.addRow([null, '企业名称', '岗位名称*', '薪资（元）', '发布日期', '到岗', '公式'])
  sheet.addRow([
    null,
    '青岛示例机械有限公司',
    '操作工',
    5000,
    new Date(Date.UTC(2024, 2, 5)),
    null,
    { formula: '1+1', result: 2 },
  ])
  sheet.addRow([
    null,
    null,
    { richText: [{ text: '叉车' }, { text: '司机' }] },
    6000.5,
    '2024/3/6',
    null,
    { formula: 'NOW()' },
  ])
  sheet.addRow([
    null,
    null,
    { text: '保安', hyperlink: 'https://example.com' },
    13800000000,
    null,
    null,
    { error: '#N/A' },
  ])
  sheet.mergeCells('B4:B6')
  sheet.addRow([])
  await book.xlsx.writeFile(path)
  return path
}

test('an ugly workbook of another program reads as a person sees it', async () => {
  const { source, rows } = await readAll(await makeUgly(files.path('ugly.xlsx')))
  expect(source).toMatchObject({ format: 'xlsx', sheet: '岗位' })
  expect(source.columns).toEqual(['企业名称', '岗位名称*', '薪资（元）', '发布日期', '到岗', '公式'])
  const employer = '青岛示例机械有限公司'
  expect(rows).toEqual([
    {
      line: 4,
      cells: { 企业名称: employer, '岗位名称*': '操作工', '薪资（元）': '5000', 发布日期: '2024-03-05', 公式: '2' },
    },
    {
      line: 5,
      cells: { 企业名称: employer, '岗位名称*': '叉车司机', '薪资（元）': '6000.5', 发布日期: '2024/3/6' },
      notes: [{ column: '公式', reason: 'cell.formulaWithoutValue' }],
    },
    {
      line: 6,
      cells: { 企业名称: employer, '岗位名称*': '保安', '薪资（元）': '13800000000' },
      notes: [{ column: '公式', reason: 'cell.error' }],
    },
  ])
})

test('a sheet is chosen by name or number, and a wrong name lists the right ones', async () => {
  const path = await makeUgly(files.path('choose.xlsx'))
  expect((await readAll(path, { sheet: '填表说明' })).source.columns).toEqual(['请勿修改表头'])
  expect((await readAll(path, { sheet: '2' })).source.sheet).toBe('岗位')
  expect(await problemOf(readAll(path, { sheet: '求职者' }))).toBe('sheet.missing')
})

test('a packed workbook is read and its temporary copy removed', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('renshu-')).length
  const path = files.write('ugly.xlsx.gz', gzipSync(readFileSync(await makeUgly(files.path('again.xlsx')))))
  expect((await readAll(path)).rows).toHaveLength(3)
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('renshu-')).length).toBe(before)
})

const bareCell = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`

test('rows and cells without references, prefixed tags and entities are read', async () => {
  const xml = `<x:worksheet><x:sheetData><x:row>${bareCell('岗位名称')}${bareCell('备注')}</x:row><x:row/><x:row>${bareCell('A&amp;B&#25307;')}<x:c/><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const { rows } = await readAll(await writeWorkbook(files.path('bare.xlsx'), { 一: xml }))
  expect(rows).toEqual([{ line: 3, cells: { 岗位名称: 'A&B招' } }])
})

test('entities a document declares itself stay unexpanded', async () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "岗位岗位"><!ENTITY c "&b;&b;&b;">]>'
  const xml = `${bomb}<sheetData><row><c t="inlineStr"><is><t>岗位名称</t></is></c></row><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData>`
  const { cells } = await readAll(await writeWorkbook(files.path('entities.xlsx'), { 一: xml }))
  expect(cells).toEqual([{ 岗位名称: '&c;' }])
})

test('a part that unpacks beyond its limit is refused whatever size it claims', async () => {
  const path = await writeWorkbook(files.path('bomb.xlsx'), { 一: `<sheetData>${' '.repeat(3_000_000)}</sheetData>` })
  const readClaiming = async (size: number) => {
    const zip = await openZip(path, readFileSync(path).length)
    const entry = zip.entries.get('xl/worksheets/sheet1.xml')!
    entry.uncompressedSize = size
    let read = 0
    for await (const chunk of readEntry(zip, entry, { limit: 1_000_000 })) read += chunk.length
    return read
  }
  expect(await problemOf(readClaiming(3_000_023))).toBe('sheet.tooLarge')
  expect(await problemOf(readClaiming(10))).toBe('file.truncated')
})

const problem = async (xml: string) =>
  problemOf(readAll(await writeWorkbook(files.path('malformed.xlsx'), { 一: xml })))

test('XML that is not well-formed, endless in depth or in one tag is refused', async () => {
  const row = '<row><c t="inlineStr"><is><t>岗位名称</t></is></c></row>'
  expect(await problem(`<sheetData>${row}`)).toBe('file.truncated')
  expect(await problem(`<sheetData><row><c></row></sheetData>`)).toBe('file.truncated')
  expect(await problem(`<sheetData>${row}<row><c t="str"><v>A & B</v></c></row></sheetData>`)).toBe('file.truncated')
  expect(await problem(`<sheetData>${row}${'<a>'.repeat(300)}`)).toBe('file.truncated')
  expect(await problem(`<sheetData>${row}<a b="${'x'.repeat(LIMITS.lineLength * 1.1)}"/></sheetData>`)).toBe(
    'line.tooLong',
  )
})

test('a row without end is refused instead of filling the memory', async () => {
  const cell = '<c t="inlineStr"><is><t>岗位名称</t></is></c>'
  const xml = `<sheetData><row>${cell}</row><row>${cell.repeat((LIMITS.lineLength / cell.length) * 1.1)}</row></sheetData>`
  expect(await problemOf(readAll(await writeWorkbook(files.path('wide.xlsx'), { 一: xml })))).toBe('line.tooLong')
})

test('a workbook without rows is empty', async () => {
  expect(await problemOf(readAll(await writeWorkbook(files.path('none.xlsx'), { 一: '<sheetData/>' })))).toBe(
    'file.empty',
  )
})

test('day numbers become ISO dates in both calendars', () => {
  expect(serialToIso(45_292)).toBe('2024-01-01')
  expect(serialToIso(45_292.5)).toBe('2024-01-01 12:00:00')
  expect(serialToIso(1)).toBe('1900-01-01')
  expect(serialToIso(61)).toBe('1900-03-01')
  expect(serialToIso(0.75)).toBe('18:00:00')
  expect(serialToIso(43_830, true)).toBe('2024-01-01')
})

test('numbers lose the noise of binary fractions and their exponents', () => {
  expect(numberText('0.30000000000000004')).toBe('0.3')
  expect(numberText('1.38E+10')).toBe('13800000000')
  expect(numberText('-0.5')).toBe('-0.5')
  expect(numberText('5000')).toBe('5000')
  expect(numberText('abc')).toBe('abc')
})
