import { describe, expect, it } from 'vitest'
import { isSought, situationOf } from './situations.ts'

const service = (kind: string, applicant: 'person' | 'organisation' | 'either' = 'person') => ({
  title: { zh: '补充工伤保险理赔', en: 'Supplementary injury claim' },
  summary: { zh: '医药费超过免赔额的部分按比例赔付', en: 'Medical cost is paid at a rate' },
  applicant,
  begins: 'applicant' as const,
  outcomes: [{ id: 'result', kind, name: { zh: '结果', en: 'Result' } }],
})

describe('what somebody comes for', () => {
  it.each([
    ['pay', 'money'],
    ['renewLicence', 'permit'],
    ['recordReport', 'report'],
    ['closeComplaint', 'complaint'],
    ['somethingNew', 'other'],
  ])('an outcome %s is found under %s', (kind, situation) => {
    expect(situationOf(service(kind))).toBe(situation)
  })
})

describe('a service is sought', () => {
  it('by a person and by an organisation where either may apply', () => {
    expect(isSought(service('pay', 'either'), { who: 'person' })).toBe(true)
    expect(isSought(service('pay', 'either'), { who: 'organisation' })).toBe(true)
    expect(isSought(service('pay'), { who: 'organisation' })).toBe(false)
  })
  it('by all of its words, in either language', () => {
    expect(isSought(service('pay'), { q: '工伤 赔付' })).toBe(true)
    expect(isSought(service('pay'), { q: 'CLAIM' })).toBe(true)
    expect(isSought(service('pay'), { q: '工伤 执照' })).toBe(false)
  })
  it('only under what somebody comes for', () => {
    expect(isSought(service('pay'), { need: 'permit' })).toBe(false)
  })
})
