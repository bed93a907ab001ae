import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { problemOf } from '../testing/files.ts'
import { detectEncoding, encodingNamed } from './encoding.ts'

const TEXT = '岗位名称,薪资,工作地点\n叉车司机,6000-8000,青岛市黄岛区\n联通营业员,4000,日照市东港区\n'
const found = (encoding: string, addBOM = false) => detectEncoding(iconv.encode(TEXT, encoding, { addBOM }), 'x.csv')

const attempt = (bytes: Buffer) => problemOf(Promise.resolve().then(() => detectEncoding(bytes, 'x.csv')))

test('the encoding of Chinese text is found from its bytes, with and without a mark', () => {
  expect(found('utf-8')).toBe('utf-8')
  expect(found('utf-8', true)).toBe('utf-8')
  expect(found('gb18030')).toBe('gb18030')
  expect(found('utf-16le')).toBe('utf-16le')
  expect(found('utf-16le', true)).toBe('utf-16le')
  expect(found('utf-16be')).toBe('utf-16be')
  expect(detectEncoding(Buffer.from('title,city\nwelder,Qingdao\n'), 'x.csv')).toBe('utf-8')
})

test('a character cut in two at the end of the sample does not matter', () => {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const bytes = iconv.encode(TEXT.repeat(20), encoding)
    for (let cut = 1; cut < 8; cut++) expect(detectEncoding(bytes.subarray(0, -cut), 'x.csv')).toBe(encoding)
  }
})

test('a few bad bytes in UTF-8 text are borne', () => {
  const bytes = Buffer.concat([Buffer.from(TEXT.repeat(20)), Buffer.from([0xff]), Buffer.from(TEXT)])
  expect(detectEncoding(bytes, 'x.csv')).toBe('utf-8')
})

test('text that went through the wrong encoding once is refused', async () => {
  const asGbk = iconv.decode(Buffer.from(TEXT), 'gb18030')
  const asLatin = iconv.decode(iconv.encode(TEXT, 'gbk'), 'latin1')
  expect(await attempt(Buffer.from(asGbk))).toBe('file.wrongEncoding')
  expect(await attempt(Buffer.from(asLatin))).toBe('file.wrongEncoding')
  expect(await attempt(Buffer.from('锟斤拷锟斤拷,锟斤拷锟斤拷\n锟斤拷,锟斤拷'))).toBe('file.wrongEncoding')
})

test('bytes that are no text are refused', async () => {
  const bytes = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + 13) % 256))
  const attempt = Promise.resolve().then(() => detectEncoding(bytes, 'x.csv'))
  expect(await problemOf(attempt)).toBe('file.notText')
})

test('common names of encodings are understood', () => {
  expect(['UTF8', 'GBK', 'gb2312', 'UTF-16LE', 'ansi', 'klingon'].map(encodingNamed)).toEqual([
    'utf-8',
    'gb18030',
    'gb18030',
    'utf-16le',
    'gb18030',
    undefined,
  ])
})
