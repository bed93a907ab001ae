import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTableWriter } from '@renshu/intake'
import { inventCreditCode } from '../../server/src/demo/credit-code.ts'

const COLUMNS = [
  '单位名称',
  '统一社会信用代码',
  '所在区市',
  '机构类型',
  '地址',
  '人力资源服务许可证编号',
  '业务范围',
  '有效期起',
  '有效期止',
]
const DISTRICTS = [
  ['370202', '市南区'],
  ['370203', '市北区'],
  ['370211', '黄岛区'],
  ['370212', '崂山区'],
  ['370213', '李沧区'],
  ['370214', '城阳区'],
] as const
const SYLLABLES = ['安', '百', '诚', '达', '恩', '方', '广', '海', '嘉', '凯', '联', '明', '宁', '鹏', '启', '瑞']
/** Serial numbers that the made-up city does not reach. */
const FIRST = 100_000_000

const nameOf = (at: number): string => {
  const [a, b, c] = [at % 16, Math.floor(at / 16) % 16, Math.floor(at / 256) % 16]
  return `青岛${SYLLABLES[a]}${SYLLABLES[b]}${SYLLABLES[c]}${at}人力资源有限公司`
}

/** A made-up register of agencies as a workbook, the same every time; no code in it belongs to anybody. */
export async function makeRegister(folder: string, rows: number): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, 'register.xlsx')
  const table = await openTableWriter(path, COLUMNS)
  for (let at = 0; at < rows; at++) {
    const [code, district] = DISTRICTS[at % DISTRICTS.length]!
    const credit = inventCreditCode('91', code, FIRST + at)
    const address = `${district}示例路${(at % 400) + 1}号`
    const number = `示许${String(at).padStart(7, '0')}`
    await table.write([
      nameOf(at),
      credit,
      district,
      '机构',
      address,
      number,
      '招聘、职业指导',
      '2024-05-01',
      '2029-04-30',
    ])
  }
  await table.close()
  return new Uint8Array(readFileSync(path))
}
