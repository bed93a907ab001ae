import { expect, it } from 'vitest'
import { partsOf } from './marked-text.tsx'

const mark = (from: number, to: number) => ({ from, to, tone: 'bad' as const, label: 'why' })
const shown = (text: string, ...marks: ReturnType<typeof mark>[]) =>
  partsOf(text, marks).map((part) => (part.mark ? `[${part.text}]` : part.text))

it('leaves nothing of the text out, whatever the order of the marks', () => {
  expect(shown('限男性，交押金200元', mark(4, 7), mark(0, 3))).toEqual(['[限男性]', '，', '[交押金]', '200元'])
})

it('of marks that overlap the first stands, and none reaches past the text', () => {
  expect(shown('限男性', mark(0, 2), mark(1, 3))).toEqual(['[限男]', '性'])
  expect(shown('限男性', mark(2, 9), mark(1, 1))).toEqual(['限男性'])
})
