import { expect, test } from 'vitest'
import { INTAKE_PROBLEMS, IntakeError } from './errors.ts'
import { intakeMessage, reasonMessage } from './messages.ts'
import { NOTE_REASONS, REJECT_REASONS } from './records/reject.ts'

const DETAIL = {
  path: 'a.xlsx',
  reason: 'EIO',
  limit: 10,
  found: 'html',
  encoding: 'utf-8',
  sheet: '一',
  line: 3,
  column: 'b',
  field: 'title',
  share: 9,
  kind: 'jobs',
}

test('every problem has a sentence in both languages, with nothing left unfilled', () => {
  for (const code of INTAKE_PROBLEMS) {
    for (const lang of ['zh', 'en'] as const) {
      expect(intakeMessage(new IntakeError(code, DETAIL), lang), code).toMatch(/^[^{}]{8,}[。.）)]$/)
    }
  }
  expect(intakeMessage(new IntakeError('file.missing', { path: 'x.csv' }), 'zh')).toBe('找不到文件：x.csv。')
})

test('every reason of a reject or note has a phrase in both languages', () => {
  for (const reason of [...REJECT_REASONS, ...NOTE_REASONS]) {
    expect(reasonMessage(reason, 'zh')).toMatch(/[\u4e00-\u9fff]/)
    expect(reasonMessage(reason, 'en')).toMatch(/^[a-z ,]+$/i)
  }
})
