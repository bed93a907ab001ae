import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTableWriter } from '@renshu/intake'
import { inventCreditCode } from '../../src/demo/credit-code.ts'
import { cursorOf } from '../../src/platform/pages.ts'
import type { OddSources } from './calls.ts'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'))

const HEADINGS = ['单位名称', '统一社会信用代码', '所在区市', '类型', '许可证编号', '有效期起', '有效期止', '业务范围']
const rows = [
  [
    '虚构人力资源有限公司',
    inventCreditCode('91', '370202', 9_000_001),
    '市南区',
    '机构',
    '虚构许1号',
    '2025-01-01',
    '2030-01-01',
    '招聘',
  ],
  [
    '虚构人力资源有限公司',
    inventCreditCode('91', '370202', 9_000_001),
    '370203',
    '机构',
    '虚构备1号',
    '2025-13-41',
    '无',
    '派遣、外包',
  ],
  ['', '91370202MA3', '火星区', '？', '=1+1', '45000', '1899-12-31', '𠮷'.repeat(300)],
]

/** The register once more as a workbook, as bureaus send it. */
async function workbook(): Promise<Uint8Array<ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-fuzz-'))
  try {
    const path = join(folder, 'register.xlsx')
    const table = await openTableWriter(path, HEADINGS)
    for (const row of rows) await table.write(row)
    await table.close()
    return new Uint8Array(readFileSync(path))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

/** What no caller of good will sends, and files that some do. */
export async function oddSources(): Promise<OddSources> {
  const csv = [HEADINGS, ...rows].map((row) => row.join(',')).join('\r\n')
  return {
    headers: [
      { 'renshu-city': '371100' },
      { 'renshu-city': '999900' },
      { 'renshu-city': "370200'; --" },
      { 'renshu-for': '00000000-0000-7000-8000-000000000000' },
      { 'renshu-for': 'nobody' },
      { 'accept-language': 'en' },
      { 'accept-language': 'zh;q=x, ;;q=,en;q=-1' },
      { 'content-type': 'text/plain' },
      { 'idempotency-key': 'short' },
      { 'idempotency-key': 'always-the-same-key' },
      { authorization: 'Basic Og==' },
      { cookie: 'renshu_session=%E0%A4%A; renshu_session=..' },
      { cookie: 'renshu_session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', origin: 'https://elsewhere.example' },
      { 'if-none-match': '*' },
      { 'x-forwarded-for': ', ,::1,%00' },
      { 'x-request-id': '\u00FF'.repeat(70) },
    ],
    bodies: [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '1e999',
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{}}}',
      String.raw`{"name":"\u0000"}`,
      String.raw`{"name":"\ud800"}`,
      nested(5000),
      `{"name":"${'长'.repeat(300_000)}"}`,
      '{"version":1,"version":2}',
    ],
    files: [bytesOf('%PDF-1.4\n%%EOF\n'), bytesOf(''), bytesOf(csv), bytesOf(`\uFEFF${csv}`), await workbook()],
    places: ['%E0%A4%A', '%00', '..', '%2e%2e%2f', '%ED%A0%80', "';select 1--", ' ', '%F0%9F%98%80', 'a'.repeat(5000)],
  }
}

/** Cursors of our form with values that were never ours. */
export const ODD_CURSORS: readonly string[] = [
  '',
  'AAAA',
  cursorOf([]),
  cursorOf(['a']),
  cursorOf([1]),
  cursorOf([1e300]),
  cursorOf([-1.5]),
  cursorOf(['a', 'b']),
  cursorOf(['2026-02-30', '00000000-0000-7000-8000-000000000000']),
  cursorOf(['\u0000', '00000000-0000-7000-8000-000000000000']),
  cursorOf(['\uD800', '00000000-0000-7000-8000-000000000000']),
  cursorOf(['2026-01-01T00:00:00.000Z', '00000000-0000-7000-8000-000000000000']),
  cursorOf(['qing', '00000000-0000-7000-8000-000000000000']),
  cursorOf([1, '00000000-0000-7000-8000-000000000000']),
  cursorOf([Number.MAX_VALUE, 2]),
]
