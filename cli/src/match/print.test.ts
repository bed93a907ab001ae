import { expect, test } from 'vitest'
import { listsFrom } from '../testing/market.ts'
import { displayWidth } from '../text/width.ts'
import { wordingIn } from './describe.ts'
import { printList } from './print.ts'

const zh = wordingIn('zh')
const [forklift, nurse] = listsFrom('jobs')
const FACTORS = ['职业', '技能', '经历', '薪资', '地点', '经验', '时效']
const print = (explain: boolean, width = 100) => printList(forklift!, zh, { width, explain })

test('a list names the job, ranks who fits and says under a near miss what is lacking', () => {
  const [heading, header, first, near, second, lacking] = print(false)
  expect(heading).toBe('岗位 J-001  叉车司机 · 青岛示例港务有限公司 · 青岛市黄岛区 · 6000–8000 元/月')
  expect(header).toBe('  名次  得分  求职者  意向      期望地点      期望月薪')
  expect(first).toMatch(/^ {5}1 {2}\d\d\.\d {2}T-001 {3}叉车司机 {2}青岛市黄岛区 {2}6500 起$/)
  expect(near).toBe('  差一点（只有一项硬条件不满足）')
  expect(second).toMatch(/^ {5}2 {2}\d\d\.\d {2}T-002 /)
  expect(lacking).toMatch(/^ {8}✗ 证书不满足：缺少/)
})

test('explained, every factor has its points and its reason', () => {
  const reasons = print(true).filter((line) => /^ {8}\S+ +\d+\.\d\/\d+ {2}\S/.test(line))
  expect(reasons.map((line) => line.trim().slice(0, 2))).toEqual([...FACTORS, ...FACTORS])
})

test('on a narrow terminal cells are clipped and reasons wrapped under themselves', () => {
  const lines = print(true, 60)
  expect(lines.slice(1).filter((line) => displayWidth(line) > 60)).toEqual([])
  expect(lines.some((line) => /^ {20,}\S/.test(line))).toBe(true)
})

test('a job that nobody fits says so', () => {
  expect(printList(nurse!, zh, { width: 100, explain: false })).toEqual([
    '岗位 J-002  月嫂 · 北京市朝阳区 · 面议或未写明',
    '  没有合适的求职者',
  ])
})
