import { expect, test } from 'vitest'
import { readSalary } from './index.ts'

const side = (fen?: number): string => (fen === undefined ? '' : String(fen / 100))

/** min–max in yuan a month, then what else was read; a side left out is open. */
const reading = (text: string): string => {
  const salary = readSalary(text)
  if (salary.kind !== 'range') return salary.kind
  const { min, max, months, unit, base } = salary
  return [`${side(min)}–${side(max)} ${unit}`, months === 12 ? '' : `×${months}`, base ? `base ${base / 100}` : '']
    .filter(Boolean)
    .join(' ')
}

const cases = (table: Record<string, string>): void => {
  for (const [text, expected] of Object.entries(table)) expect(reading(text), text).toBe(expected)
}

test('a range takes the scale and the unit of its last figure', () => {
  cases({
    '8千-1.1万': '8000–11000 month',
    '15-25K·14薪': '15000–25000 month ×14',
    '0.8-1.3万/月': '8000–13000 month',
    '35-45千/月': '35000–45000 month',
    '1.5-2千/月': '1500–2000 month',
    '8-1.2万': '8000–12000 month',
    '5-8000': '5000–8000 month',
    '8000.0-12000.0': '8000–12000 month',
    '5k': '5000–5000 month',
    '1k': '1000–1000 month',
  })
})

test('hours count eight a day and days 21.75 a month, a week a fifth of that, a year a twelfth', () => {
  cases({
    '20元/小时': '3480–3480 hour',
    '250-300元/天': '5437.5–6525 day',
    日结200: '4350–4350 day',
    '500-1000元/周': '2175–4350 week',
    '15-20万/年': '12500–16666.67 year',
    年薪20万起: '16666.67– year',
    '10-15万/年·年终奖': '8333.33–12500 year',
  })
})

test('hours and days that the text states replace the standard ones', () => {
  cases({
    '26元/时×10小时×26天': '6760–6760 hour',
    '26元/小时，10小时/天，28天/月': '7280–7280 hour',
    '时薪22 每天8小时': '3828–3828 hour',
    '时薪20，每天12小时，月休2天': '6720–6720 hour',
    '200元/天 每周6天': '5220–5220 day',
    '260元/12小时': '5655–5655 day',
  })
})

test('以上, 起, + and a commission leave the top open, 以下 the bottom', () => {
  cases({
    '3500起': '3500– month',
    '12000以上': '12000– month',
    '6000以下': '–6000 month',
    '3千及以下·13薪': '–3000 month ×13',
    '月入9千+': '9000– month',
    '6k+提成+双休': '6000– month',
    '5K-6K+五险一金': '5000–6000 month',
    '月薪5000-8000，上不封顶': '5000– month',
    '-18000.0': '–18000 month',
    '3-千/月': '3000– month',
    '最低5000，最高8000': '5000–8000 month',
  })
})

test('a stated total counts before base pay, and base pay is kept', () => {
  cases({
    '底薪3000+提成': '3000– month base 3000',
    保底5000: '5000– month base 5000',
    '底薪4000，综合6000-9000': '6000–9000 month base 4000',
    '8000-10000(底薪4000)': '8000–10000 month base 4000',
    '基本工资2100+加班费+奖金，综合4500-6000元': '4500–6000 month base 2100',
    综合工资7000以上: '7000– month',
  })
})

test('pay after probation counts, not the pay during it', () => {
  cases({
    '试用期4000 转正5000-7000': '5000–7000 month',
    '试用期保底3000元，综合4500左右，转正6000以上': '6000– month',
    试用期3500: '3500–3500 month',
  })
})

test('allowances, bonuses, dates and headcounts are not pay', () => {
  cases({
    '7000-9000元/月，包吃住，满勤奖300': '7000–9000 month',
    '返费3000，22元/小时': '3828–3828 hour',
    '餐补7元/天，综合月薪7000-12000': '7000–12000 month',
    '18-45岁': 'unknown',
    招500人: 'unknown',
    每天8小时: 'unknown',
    '安全顾问（编号：183848WD）': 'unknown',
    朝9晚6: 'unknown',
  })
})

test('figures are read in Chinese, full-width and with separators', () => {
  cases({
    五千到八千: '5000–8000 month',
    八千至一万二: '8000–12000 month',
    '1万2-1万5': '12000–15000 month',
    三四千: '3000–4000 month',
    三千: '3000–3000 month',
    '８千～１．１万': '8000–11000 month',
    '8000 — 12000': '8000–12000 month',
    '8000&nbsp;&ndash;&nbsp;12000': '8000–12000 month',
    '10,000-15,000 RMB/month': '10000–15000 month',
    '￥5,000-￥8,000': '5000–8000 month',
  })
})

test('without a unit 100,000 yuan and more is a year, less than 500 is nothing', () => {
  cases({
    '200000-300000': '16666.67–25000 year',
    '20-30万': '16666.67–25000 year',
    '10-20万/月': '100000–200000 month',
    '90000-120000': '90000–120000 month',
    '15-25': 'unknown',
    '200-300': 'unknown',
  })
})

test('ranges written backwards are turned round and absurd amounts are kept', () => {
  cases({ '12000-8000': '8000–12000 month', '1-2元/月': '1–2 month', '5千/天': '108750–108750 day' })
})

test('pay by the piece has no monthly amount, foreign money no reading', () => {
  cases({
    '100元/单': '– piece',
    '150-200元/次': '– piece',
    计件: '– piece',
    '计件，月入5000-8000': '5000–8000 month',
    $3000: 'unknown',
    '3000-4000新币': 'unknown',
  })
})

test('面议 and zeros are negotiable unless figures stand beside them', () => {
  cases({ 面议: 'negotiable', '面议-千/月': 'negotiable', '0-0': 'negotiable', '面议，3000以上': '3000– month' })
})

test('what says nothing of pay is unknown and keeps its text', () => {
  cases({ '': 'unknown', 无: 'unknown', 普工: 'unknown', '-': 'unknown' })
  expect(readSalary('无')).toEqual({ text: '无', kind: 'unknown' })
})

test('months of pay are read in every spelling', () => {
  cases({
    '20-35k*14薪': '20000–35000 month ×14',
    '8-10K，14-16薪': '8000–10000 month ×14',
    '(10k~13k)*13': '10000–13000 month ×13',
    '年底双薪 6000-8000': '6000–8000 month ×13',
  })
})
