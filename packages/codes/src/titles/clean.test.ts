import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanTitle } from './clean.ts'

const titleOf = (text: string): string => cleanTitle(text).title

test('calls for people, welfare and pay are cut from around the job', () => {
  const { title, facts } = cleanTitle('急聘！！叉车司机（包吃住）8k')
  expect(title).toBe('叉车司机')
  expect(facts).toMatchObject({ urgent: true, welfare: ['meals', 'housing'], removed: ['急聘', '包吃住', '8k'] })
  expect(facts.salary).toMatchObject({ kind: 'range', min: 800_000 })
})

test('numbers of the firm and places are cut, wherever they stand', () => {
  expect(titleOf('CSIG02-智慧校园前端开发工程师（北京） (职位编号：70266)')).toBe('智慧校园前端开发工程师')
  expect(titleOf('控制算法工程师（应届生）(J10166)')).toBe('控制算法工程师')
  expect(titleOf('0532质检员')).toBe('质检员')
  expect(titleOf('风控建模师2845')).toBe('风控建模师')
  expect(cleanTitle('python开发工程师(深圳)').facts.places).toEqual(['440300'])
  expect(cleanTitle('青岛市南月嫂').facts.places).toEqual(['370202'])
})

test('fields of work in brackets stay with the job', () => {
  expect(titleOf('数据分析师（新零售）')).toBe('数据分析师(新零售)')
  expect(titleOf('会计（双休，跨境电商）')).toBe('会计(跨境电商)')
})

test.each([
  ['五险一金+双休 客服专员 无责底薪4500', '客服专员'],
  ['高薪诚聘|【青岛市南】月嫂/育儿嫂，8k-15k', '月嫂/育儿嫂'],
  ['普工/操作工（日结）', '普工/操作工'],
  ['A2司机(黄岛港口) 月入过万', 'A2司机'],
  ['20元/小时 包装工', '包装工'],
  ['普工5000', '普工'],
  ['🔥急招🔥叉车工&nbsp;200/天', '叉车工'],
  ['日照某食品厂急招洗碗工/可兼职/提供宿舍', '洗碗工'],
  ['诚聘月嫂不限学历经验', '月嫂'],
  ['高薪的电话销售', '电话销售'],
  ['Node.js工程师(25-35K·14薪)', 'Node.js工程师'],
  ['双休+C++', 'C++'],
  ['24届校招-软件工程师', '软件工程师'],
  ['销售工程师-6800元/月+双休', '销售工程师'],
  ['01五险一金+销售岗位', '销售岗位'],
  ['电工 25-45岁 3-5年经验', '电工'],
  ['网店运营（上市企业）NGC', '网店运营 NGC'],
  ['品牌推广-日照（食品）', '品牌推广(食品)'],
  ['西海岸新区保安 12小时', '保安'],
  ['急招银行柜员', '银行柜员'],
  ['年薪20万IT主管', 'IT主管'],
  ['仓管（薪资6000/年终14薪）', '仓管'],
  ['Sales Engineer - Qingdao', 'Sales Engineer'],
])('%s names the job %s', (text, title) => expect(titleOf(text)).toBe(title))

test.each([
  '招聘专员',
  '人事/招聘',
  '招商经理',
  '招生老师',
  '社保专员',
  '急诊科护士',
  '食堂厨师',
  '中班老师',
  'C++',
  'C#',
  '.NET开发',
  '10kV电工',
  '4K视频剪辑',
  '1688运营',
  '95522客服',
  '区域经理',
  '初中 数学老师',
  'ISO9001内审员',
  'STM32开发',
  'S7-1200调试',
  '月入12',
  '0-3岁早教',
  '小学1-6年级老师',
  '35kV值班员',
  '5吨叉车司机',
  '中山路店长',
  '青岛港门机司机',
])('%s is left as it is', (text) => expect(titleOf(text)).toBe(text))

test('what is asked of people and how they are employed is read from what was cut', () => {
  expect(cleanTitle('兼职会计').facts.employment).toEqual(['partTime'])
  expect(cleanTitle('软件测试实习生').title).toBe('软件测试')
  expect(cleanTitle('保安（两班倒）').facts.shifts).toEqual(['twoShift'])
  expect(cleanTitle('焊工 招5人').facts.headcount).toMatchObject({ kind: 'count', min: 5 })
  expect(cleanTitle('骑手 日入500').facts.salary).toMatchObject({ unit: 'day', min: 1_087_500 })
  expect(cleanTitle('城阳保洁 薪资面议').facts.salary).toMatchObject({ kind: 'negotiable' })
})

test('a title that is all noise keeps the kind of employment, else everything', () => {
  expect(titleOf('【急聘】实习生 五险一金')).toBe('实习生')
  expect(titleOf('五险一金')).toBe('五险一金')
  expect(titleOf('!!')).toBe('!!')
  expect(titleOf('')).toBe('')
})

const word = fc.constantFrom(
  '急聘',
  '叉车司机',
  '8k',
  '双休',
  '（',
  '）',
  '/',
  '+',
  '青岛',
  'C++',
  '会计',
  '2025届',
  '招聘',
  ' ',
)

test('a title is never emptied and shows no trace of what was cut', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join('')),
      ),
      (text) => {
        const { title, facts } = cleanTitle(text)
        expect(title === '').toBe(text === '')
        for (const fragment of facts.removed) expect(fragment).not.toContain('\0')
        expect(title).not.toContain('\0')
      },
    ),
  )
})
