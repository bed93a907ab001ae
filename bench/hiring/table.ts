import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTableWriter } from '@renshu/intake'
import { diceOf } from '../../server/src/demo/dice.ts'
import { writePosting } from '../../server/src/demo/market/posting.ts'
import { TRADES } from '../../server/src/demo/trades/index.ts'

const COLUMNS = ['编号', '岗位名称', '工作地点', '薪资', '招聘人数', '学历要求', '岗位描述']
const DISTRICTS = ['市南区', '市北区', '黄岛区', '崂山区', '李沧区', '城阳区', '即墨区']
const WORDS = { college: '大专', bachelor: '本科', vocational: '中专', senior: '高中' } as const

/** A made-up workbook of postings, as an agency would send it; the same every time. */
export async function makePostingsTable(folder: string, rows: number): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, 'postings.xlsx')
  const table = await openTableWriter(path, COLUMNS)
  for (let at = 0; at < rows; at++) {
    const dice = diceOf(at + 1)
    const trade = TRADES[at % TRADES.length]!
    const place = { place: '370211', address: '' }
    const post = writePosting(dice, trade, { employer: '我单位', places: [place], on: '2026-11-20' })
    const { min = 0, max = 0 } = post.salary ?? {}
    await table.write([
      `示例${at}`,
      post.title,
      `青岛市${DISTRICTS[at % DISTRICTS.length]}`,
      post.salary ? `${min / 100}-${max / 100}元/月` : '面议',
      String(post.places[0]!.openings),
      WORDS[post.education as keyof typeof WORDS] ?? '不限',
      post.description,
    ])
  }
  await table.close()
  return new Uint8Array(readFileSync(path))
}
