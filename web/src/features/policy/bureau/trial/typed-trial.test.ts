import { describe, expect, it } from 'vitest'
import type { Parameter } from '../budget/replaced.ts'
import { NO_TRIAL, trialBody } from './typed-trial.ts'

const question = { name: '', question: { zh: '', en: '' }, min: null, max: null, record: null, answeredBy: null }
const parameter: Parameter = {
  name: '免赔额',
  type: 'money',
  by: null,
  steps: null,
  values: [
    {
      from: '2025-01-01',
      to: null,
      shown: '100.00',
      rows: [{ of: null, value: '100', shown: '100.00' }],
      state: 'inForce',
      note: null,
      source: null,
      clause: null,
      example: true,
    },
  ],
}
const policy = {
  key: 'some-policy',
  parameters: [parameter],
  facts: [
    { ...question, key: 'cost', type: 'money' as const, options: [] },
    { ...question, key: 'insured', type: 'boolean' as const, options: [] },
    { ...question, key: 'kind', type: 'choice' as const, options: ['甲', '乙'] },
  ],
}
const change = { parameter: '免赔额', from: '', values: { '': '200' } }

describe('what an officer tries', () => {
  it('leaves out what was not filled in: it is not known', () => {
    const typed = { ...NO_TRIAL, reason: ' 核对 ', facts: { cost: '22,189.16', insured: '', kind: '乙' } }
    expect(trialBody(policy, typed)).toEqual({
      policy: 'some-policy',
      facts: { cost: '22189.16', kind: '乙' },
      values: [],
      reason: '核对',
    })
  })

  it('names whose records are read, and the values in their place', () => {
    const typed = {
      ...NO_TRIAL,
      kind: 'person' as const,
      code: '37020219900101123x ',
      changes: [change],
      reason: '核对',
    }
    expect(trialBody(policy, typed)).toMatchObject({
      subject: { residentId: '37020219900101123X' },
      values: [{ parameter: '免赔额', value: '200' }],
    })
  })

  it('is not sent while something cannot be read, or a value belongs to no parameter', () => {
    expect(trialBody(policy, { ...NO_TRIAL, facts: { cost: '两万' } })).toBeNull()
    expect(trialBody(policy, { ...NO_TRIAL, changes: [{ ...change, values: { '': '一' } }] })).toBeNull()
    expect(trialBody(policy, { ...NO_TRIAL, changes: [{ ...change, parameter: '没有的' }] })).toBeNull()
  })
})
