import { assert, asyncProperty, nat } from 'fast-check'
import { expect, test } from 'vitest'
import { docxOf, pdfOf, pdfOfObjects, streamOf, zipOf } from '../testing/documents.ts'
import { DOCUMENT_PROBLEMS, DocumentError, readDocument } from './index.ts'

const LINES = '姓名：样例\n工作经历\n2019.03-2023.06\t样例机械有限公司\n负责数控车床操作与保养，带徒三人'

const problemOf = async (bytes: Buffer, kind: 'docx' | 'pdf'): Promise<string> =>
  readDocument(bytes, kind).then(
    () => 'none',
    (error: unknown) => (error instanceof DocumentError ? error.problem : String(error)),
  )

test('the text of a Word document comes in its lines, headers first, without what was deleted or stands twice', async () => {
  const body = `<w:p><w:del><w:r><w:delText>删掉的</w:delText></w:r></w:del>
    <mc:AlternateContent><mc:Choice><w:t>文本框</w:t></mc:Choice><mc:Fallback><w:t>文本框</w:t></mc:Fallback></mc:AlternateContent></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>学历</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>大专</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
  const { text, scanned } = await readDocument(await docxOf(LINES, { header: '个人简历', body }), 'docx')
  expect(scanned).toBe(false)
  expect(text).toContain(LINES)
  expect(text.startsWith('个人简历')).toBe(true)
  expect(text).not.toContain('删掉的')
  expect(text.split('文本框')).toHaveLength(2)
  expect(text).toMatch(/学历\s+大专/)
})

test('the text of a PDF comes in its lines, also from Chinese fonts that are not embedded', async () => {
  expect(await readDocument(pdfOf(LINES), 'pdf')).toEqual({ text: LINES, scanned: false })
  const gbk = 'BT /F1 10 Tf 1 0 0 1 50 800 Tm <d1f9c0fdd2bb> Tj ( PLC and more than twenty characters) Tj ET'
  const plain = pdfOf('', { content: streamOf(gbk) })
    .toString('latin1')
    .replace('UniGB-UCS2-H', 'GBK-EUC-H   ')
  expect((await readDocument(Buffer.from(plain, 'latin1'), 'pdf')).text).toContain('样例一')
})

test('where a font names radicals, the characters that look like them are read', async () => {
  const read = await readDocument(await docxOf('⻘岛⻩岛叉⻋司机，1985年6⽉入职，⼯作三年，⻛险⻚'), 'docx')
  expect(read.text).toBe('青岛黄岛叉车司机，1985年6月入职，工作三年，风险页')
})

test('a document whose pages are pictures is said to be scanned', async () => {
  expect(await readDocument(pdfOf('第1页'), 'pdf')).toMatchObject({ scanned: true })
  expect(await readDocument(await docxOf(''), 'docx')).toEqual({ text: '', scanned: true })
})

test('a document with a password is said to be locked', async () => {
  const locked = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -1340/O<${'a1'.repeat(32)}>/U<${'b2'.repeat(32)}>>>/ID[<00><00>]`
  expect(await problemOf(pdfOf(LINES, { trailer: locked }), 'pdf')).toBe('encrypted')
  expect(await problemOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'docx')).toBe('encrypted')
})

test('what would swell beyond all measure is refused before it does', async () => {
  const million = Buffer.alloc(30_000_000, ' ')
  expect(await problemOf(pdfOf('', { content: streamOf(Buffer.alloc(150_000_000), 1) }), 'pdf')).toBe('tooLarge')
  expect(await problemOf(pdfOf('', { content: streamOf(Buffer.alloc(150_000_000), 2) }), 'pdf')).toBe('tooLarge')
  expect(await problemOf(await docxOf('', { body: million.toString() }), 'docx')).toBe('tooLarge')
  expect(await problemOf(Buffer.alloc(11_000_000), 'pdf')).toBe('tooLarge')
  const pages = Array.from({ length: 60 }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>')
  const kids = pages.map((_, at) => `${at + 3} 0 R`).join(' ')
  const long = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count 60>>`, ...pages]
  expect(await problemOf(pdfOfObjects(long), 'pdf')).toBe('tooLarge')
})

test('a file that is something else as well is refused', async () => {
  const archive = await zipOf({ 'a.txt': 'x' })
  expect(await problemOf(Buffer.concat([pdfOf(LINES), archive]), 'pdf')).toBe('ambiguous')
  expect(await problemOf(Buffer.concat([pdfOf(LINES), Buffer.from('<script>1</script>')]), 'pdf')).toBe('ambiguous')
})

test('a torn file is broken and nothing worse', async () => {
  expect(await problemOf(Buffer.from('%PDF-1.7\nnothing'), 'pdf')).toBe('broken')
  expect(await problemOf(await zipOf({ 'word/document.xml': '<w:document><w:p>' }), 'docx')).toBe('broken')
  const whole = { docx: await docxOf(LINES), pdf: pdfOf(LINES) }
  for (const kind of ['docx', 'pdf'] as const)
    await assert(
      asyncProperty(nat(whole[kind].length - 1), nat(255), nat(1), async (at, byte, cut) => {
        const bytes = Buffer.from(cut ? whole[kind].subarray(0, at) : whole[kind])
        if (!cut) bytes[at] = byte
        expect(['none', ...DOCUMENT_PROBLEMS]).toContain(await problemOf(bytes, kind))
      }),
      { numRuns: 60 },
    )
})
