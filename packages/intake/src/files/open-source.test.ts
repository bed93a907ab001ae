import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { problemOf, readAll, useFolder, writeWorkbook, writeZip } from '../testing/files.ts'

const files = useFolder()
const CSV = '岗位名称,薪资\n叉车司机,6000-8000\n普工,5000\n'

const problem = (name: string, data: string | Buffer) => problemOf(readAll(files.write(name, data)))

test('CSV is read in each encoding, packed or not', async () => {
  const rows = [
    { 岗位名称: '叉车司机', 薪资: '6000-8000' },
    { 岗位名称: '普工', 薪资: '5000' },
  ]
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']) {
    for (const addBOM of [true, false]) {
      const bytes = iconv.encode(CSV, encoding, { addBOM: addBOM && encoding !== 'gb18030' })
      const plain = await readAll(files.write('a.csv', bytes))
      expect(plain.cells, encoding).toEqual(rows)
      expect(plain.source).toMatchObject({ format: 'csv', encoding })
      expect((await readAll(files.write('a.csv.gz', gzipSync(bytes)))).cells).toEqual(rows)
    }
  }
})

test('the encoding shows even when the first Chinese letter comes late', async () => {
  const late = `title,city\n${'welder,Qingdao\n'.repeat(40_000)}焊工,青岛\n`
  const { rows, source } = await readAll(files.write('late.csv', iconv.encode(late, 'gb18030')))
  expect(source.encoding).toBe('gb18030')
  expect(rows.at(-1)).toEqual({ line: 40_002, cells: { title: '焊工', city: '青岛' } })
})

test('titles, notes and empty columns around the header do not hide it', async () => {
  const { rows, source } = await readAll(
    files.write(
      't.csv',
      ',,,\n,某区2024年春季招聘岗位汇总表,,\n,填报单位：示例服务中心,,\n,岗位名称,薪资,备注,备注\n,普工,5000,,包住\n,,,,\n',
    ),
  )
  expect(source.columns).toEqual(['岗位名称', '薪资', '备注', '备注 (2)'])
  expect(rows).toEqual([{ line: 5, cells: { 岗位名称: '普工', 薪资: '5000', '备注 (2)': '包住' } }])
})

test('a header in two rows gives the names of both', async () => {
  const { source, cells } = await readAll(
    files.write('two.csv', '岗位名称,薪资,,地点\n,最低,最高,\n普工,4000,5000,胶州\n'),
  )
  expect(source.columns).toEqual(['岗位名称', '薪资最低', '薪资最高', '地点'])
  expect(cells).toEqual([{ 岗位名称: '普工', 薪资最低: '4000', 薪资最高: '5000', 地点: '胶州' }])
})

test('JSON lines keep nested values and lists, and report lines that are no JSON', async () => {
  const text =
    '{"title":"普工","salary":{"min":4000,"max":5000},"tags":["包住"],"n":null}\n\nnot json\n[1]\n{"title":"焊工","late":1}\n'
  const { rows, source } = await readAll(files.write('a.jsonl', text))
  expect(rows).toEqual([
    { line: 1, cells: { title: '普工', 'salary.min': '4000', 'salary.max': '5000', tags: '["包住"]' } },
    { line: 3, cells: {}, broken: { problem: 'row.notJson', text: 'not json' } },
    { line: 4, cells: {}, broken: { problem: 'row.notObject', text: '[1]' } },
    { line: 5, cells: { title: '焊工', late: '1' } },
  ])
  expect(source.columns).toEqual(['title', 'salary.min', 'salary.max', 'tags', 'n', 'late'])
})

test('stray zero bytes in a text are dropped', async () => {
  expect((await readAll(files.write('nul.csv', '岗位名称,薪资\n叉车\0司机,6000\n'))).cells[0]).toEqual({
    岗位名称: '叉车司机',
    薪资: '6000',
  })
})

test('missing, empty and blank files are named as such', async () => {
  expect(await problemOf(readAll(files.path('nowhere.csv')))).toBe('file.missing')
  mkdirSync(files.path('folder.csv'))
  expect(await problemOf(readAll(files.path('folder.csv')))).toBe('file.isFolder')
  expect(await problem('empty.csv', '')).toBe('file.empty')
  expect(await problem('blank.csv', '\ufeff\r\n \r\n,,\r\n')).toBe('file.empty')
  expect(await problem('blank.jsonl', '\n\n')).toBe('file.empty')
})

test.skipIf(process.getuid?.() === 0)(
  'a file without right to read is named as such (skipped for root, who may)',
  async () => {
    chmodSync(files.write('secret.csv', CSV), 0)
    expect(await problemOf(readAll(files.path('secret.csv')))).toBe('file.unreadable')
  },
)

const ole = (name: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(600),
  ])

test('encrypted and old workbooks are told from broken ones', async () => {
  expect(await problem('secret.xlsx', ole('EncryptedPackage'))).toBe('file.encrypted')
  expect(await problem('old.xls', ole('Workbook'))).toBe('file.oldFormat')
  expect(await problem('old.xlsx', ole('Book'))).toBe('file.oldFormat')
  expect(await problem('letter.doc', ole('WordDocument'))).toBe('file.unknownFormat')
})

test('a truncated workbook and a truncated gzip are told as incomplete', async () => {
  const row = '<row><c t="inlineStr"><is><t>岗位名称</t></is></c></row>'
  const whole = readFileSync(
    await writeWorkbook(files.path('whole.xlsx'), { 岗位: `<sheetData>${row.repeat(200)}</sheetData>` }),
  )
  for (const share of [0.1, 0.5, 0.9]) {
    expect(await problem('cut.xlsx', whole.subarray(0, Math.floor(whole.length * share)))).toBe('file.truncated')
  }
  const packed = gzipSync(Buffer.from(CSV.repeat(1000)))
  expect(await problem('cut.csv.gz', packed.subarray(0, packed.length - 20))).toBe('file.truncated')
})

test('damage inside a workbook is told as damage', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `<row><c t="inlineStr"><is><t>岗位${at * 7919}</t></is></c></row>`,
  )
  const bytes = readFileSync(
    await writeWorkbook(files.path('hurt.xlsx'), { 岗位: `<sheetData>${rows.join('')}</sheetData>` }),
  )
  bytes.fill(0xff, 2000, 2600)
  expect(await problem('hurt.xlsx', bytes)).toBe('file.truncated')
})

test('what only pretends to be a table is named', async () => {
  expect(await problem('page.xls', '<html><body><table><tr><td>岗位</td></tr></table></body></html>')).toBe(
    'file.unknownFormat',
  )
  expect(await problem('a.csv', '%PDF-1.7 …')).toBe('file.unknownFormat')
  expect(await problem('list.json', '[{"title":"普工"}]')).toBe('file.unknownFormat')
  const xml = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
  expect(await problem('old.xml', xml)).toBe('file.oldFormat')
  expect(await problemOf(readAll(await writeZip(files.path('a.docx'), { 'word/document.xml': '<a/>' })))).toBe(
    'file.unknownFormat',
  )
})

test('a named encoding that does not fit is refused', async () => {
  const path = files.write('gb.csv', iconv.encode(CSV.repeat(5), 'gb18030'))
  expect(await problemOf(readAll(path, { encoding: 'utf-8' }))).toBe('file.wrongEncoding')
  expect(await problemOf(readAll(path, { encoding: 'klingon' }))).toBe('file.wrongEncoding')
  expect((await readAll(path, { encoding: 'GBK' })).cells[0]).toEqual({ 岗位名称: '叉车司机', 薪资: '6000-8000' })
})

test('a line without end is refused instead of filling the memory', async () => {
  expect(await problem('long.csv', `岗位名称\n${'长'.repeat(4_100_000)}`)).toBe('line.tooLong')
})

test('a file can be left in the middle and tells how far it was read', async () => {
  const { source } = await readAll(files.write('p.csv', CSV))
  expect(source.progress()).toBe(1)
})
