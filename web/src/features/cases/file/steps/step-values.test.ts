import type { CaseChoice, CaseFact, CasePaper } from '@renshu/contracts'
import { describe, expect, it } from 'vitest'
import { bodyOfStep, problemsOfStep, valuesOfStep } from './step-values.ts'

const name = { zh: '不予通过', en: 'Refuse' }
const choice: CaseChoice = {
  step: 'fail',
  word: 'review',
  name,
  to: name,
  grants: false,
  refuses: true,
  blocked: null,
  onBehalf: false,
  needs: {
    reasons: [{ id: 'untrue', text: name }],
    words: true,
    proposed: null,
    fields: ['visitedOn', 'found'],
    papers: ['report'],
    differences: [
      { key: 'staff', label: name, was: 12, wasShown: '12', now: 9, nowShown: '9', on: '2026-03-01' },
      { key: 'seat', label: name, was: '370202', wasShown: '', now: null, nowShown: null, on: '2026-03-01' },
    ],
    seen: 'a'.repeat(64),
    decision: true,
  },
}
const of = { file: { n: 4 }, choice, types: { found: 'boolean', visitedOn: 'date' } as const }
const words = { required: 'missing', choose: 'choose' }
const whole = {
  reason: 'untrue',
  words: '票据对不上',
  'given.visitedOn': '2026-03-02',
  'given.found': 'no',
  'paper.report': 'f1',
  'resolve.staff': 'take',
  'resolve.seat': 'keep',
  'keep.seat': '正在迁址',
}

describe('a step', () => {
  it('begins with what the same side has said and handed in, so that a correction types nothing again', () => {
    const fact = (key: string, source: CaseFact['source'], type: CaseFact['type'], value: CaseFact['value']) =>
      ({
        key,
        label: name,
        type,
        value,
        shown: '',
        source,
        record: null,
        on: '2026-03-01',
        kept: null,
        masked: false,
        mayUnmask: false,
      }) as const
    const paper: CasePaper = {
      paper: 'report',
      name,
      by: 'file',
      file: {
        id: 'f1',
        name: '报告.pdf',
        type: 'application/pdf',
        size: 3,
        sha256: 'a'.repeat(64),
        at: '2026-03-01T00:00:00.000Z',
      },
      record: null,
    }
    const file = {
      facts: [
        fact('found', 'applicant', 'boolean', false),
        fact('visitedOn', 'record', 'date', '2026-03-01'),
        fact('other', 'applicant', 'text', '不问的'),
      ],
      papers: [paper],
    }
    expect(valuesOfStep(file, choice, 'applicant')).toEqual({
      'given.found': 'no',
      'paper.report': 'f1',
      'paper.reportNames': { f1: '报告.pdf' },
    })
    expect(valuesOfStep(file, choice, 'office')).toEqual({})
  })

  it('asks for reason, words, fields, papers and what becomes of every changed fact', () => {
    expect(Object.keys(problemsOfStep(choice, {}, words)).toSorted()).toEqual(
      ['given.found', 'given.visitedOn', 'paper.report', 'reason', 'resolve.seat', 'resolve.staff', 'words'].toSorted(),
    )
    expect(problemsOfStep(choice, whole, words)).toEqual({})
  })

  it('asks why an old value is kept', () => {
    expect(problemsOfStep(choice, { ...whole, 'keep.seat': '' }, words)).toEqual({ 'keep.seat': 'missing' })
  })

  it('is sent with the number of events and the hash of the facts that were seen', () => {
    expect(bodyOfStep(of, whole, 'c1')).toEqual({
      step: 'fail',
      expected: 4,
      command: 'c1',
      given: { visitedOn: '2026-03-02', found: false },
      papers: { report: { file: 'f1' } },
      reason: { id: 'untrue', words: '票据对不上' },
      seen: 'a'.repeat(64),
      resolve: { staff: { take: 9 }, seat: { keep: '正在迁址' } },
    })
  })

  it('that needs nothing says only what it is', () => {
    const needs = {
      reasons: [],
      words: false,
      proposed: null,
      fields: [],
      papers: [],
      differences: [],
      seen: null,
      decision: false,
    }
    expect(bodyOfStep({ ...of, choice: { ...choice, needs } }, {}, 'c1')).toEqual({
      step: 'fail',
      expected: 4,
      command: 'c1',
    })
  })

  it('of an applicant who stands at the counter begins with what he said, and is sent once his card was checked', () => {
    const behalf: CaseChoice = {
      ...choice,
      onBehalf: true,
      needs: { ...choice.needs, fields: ['cost'], papers: [], differences: [], reasons: [], words: false, seen: null },
    }
    const cost = {
      key: 'cost',
      label: name,
      type: 'integer',
      value: 3,
      shown: '3',
      masked: false,
      mayUnmask: false,
    } as const
    const said: CaseFact = { ...cost, source: 'applicant', record: null, on: '2026-03-01', kept: null }
    const values = valuesOfStep({ facts: [said], papers: [] }, behalf, 'office')
    expect(values).toEqual({ 'given.cost': 3 })
    expect(problemsOfStep(behalf, values, words)).toEqual({ checked: 'missing' })
    expect(problemsOfStep(behalf, { ...values, checked: true }, words)).toEqual({})
    const body = bodyOfStep({ file: { n: 4 }, choice: behalf, types: { cost: 'integer' } }, values, 'c1')
    expect(body).toEqual({ step: 'fail', expected: 4, command: 'c1', checked: 'idCard', given: { cost: 3 } })
  })
})
