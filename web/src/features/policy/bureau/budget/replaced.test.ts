import { describe, expect, it } from 'vitest'
import { newChange, type Parameter, replacedOf, rowsOf } from './replaced.ts'

type Value = Parameter['values'][number]
const value = (rows: Value['rows'], state: Value['state'] = 'inForce'): Value => ({
  from: '2025-01-01',
  to: null,
  shown: '',
  rows,
  state,
  note: null,
  source: null,
  clause: null,
  example: true,
})
const row = (of: string | null, plain: string | number, shown = String(plain)) => ({ of, value: plain, shown })
const single: Parameter = {
  name: '裁员率上限',
  type: 'ratio',
  by: null,
  steps: null,
  values: [value([row(null, '9%')], 'ended'), value([row(null, '5.5%')])],
}
const table: Parameter = {
  name: '返还比例',
  type: 'ratio',
  by: '规模',
  steps: null,
  values: [value([row('大型企业', '30%'), row('中小微企业', '60%')])],
}
const steps: Parameter = {
  name: '领取期限',
  type: 'months',
  by: null,
  steps: 'months',
  values: [value([row('0个月', 0, '0个月'), row('12个月', 12, '12个月')])],
}

describe('a value that is tried', () => {
  it('begins with the one in force', () => {
    expect(newChange(single, '2027-01-01').values).toEqual({ '': '5.5' })
  })

  it('is typed in yuan where the file says it in words', () => {
    const money: Parameter = { ...single, type: 'money', values: [value([row(null, '400万元', '4,000,000.00')])] }
    const change = newChange(money, '')
    expect(change.values).toEqual({ '': '4000000.00' })
    expect(replacedOf(change, money)?.value).toBe('4000000.00')
  })

  it('is sent as one value, one by option, or steps', () => {
    expect(replacedOf(newChange(single, '2027-01-01'), single)).toEqual({
      parameter: '裁员率上限',
      value: '5.5%',
      from: '2027-01-01',
    })
    expect(replacedOf(newChange(table, ''), table)).toEqual({
      parameter: '返还比例',
      value: { 大型企业: '30%', 中小微企业: '60%' },
    })
    expect(replacedOf(newChange(steps, ''), steps)?.value).toEqual([
      { from: 0, value: 0 },
      { from: 12, value: 12 },
    ])
  })

  it('is not sent while a row cannot be read', () => {
    const change = newChange(table, '')
    expect(replacedOf({ ...change, values: { ...change.values, 大型企业: '三成' } }, table)).toBeNull()
    expect(rowsOf(table).map(({ of }) => of)).toEqual(['大型企业', '中小微企业'])
  })
})
