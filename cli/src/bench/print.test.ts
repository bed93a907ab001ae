import { expect, test } from 'vitest'
import { messagesIn } from '../messages/index.ts'
import { type Unit, figure } from './figures.ts'
import { formatFigure, printSection } from './print.ts'

const en = messagesIn('en')
const shown = (value: number | string, unit: Unit) => formatFigure(figure('p50', value, unit), en.bench.unit)

test('figures have three digits and their unit', () => {
  expect([shown(0.123456, 'ms'), shown(1234.5, 's'), shown(12_345.6, 'perSecond')]).toEqual([
    '0.123 ms',
    '1,235 s',
    '12,346 /s',
  ])
  expect([shown(0, 'bytes'), shown(999, 'bytes'), shown(1500, 'bytes'), shown(25_300_000_000, 'bytes')]).toEqual([
    '0 B',
    '999 B',
    '1.5 kB',
    '25.3 GB',
  ])
  expect([shown(1, 'share'), shown(0.00012346, 'share'), shown(87.21, 'ratio')]).toEqual([
    '100 %',
    '0.01235 %',
    '87.2 ×',
  ])
  expect([shown(1_000_000, 'count'), shown('v20', 'text')]).toEqual(['1,000,000', 'v20'])
})

test('a share that misses the whole by a little never reads as the whole', () => {
  expect(shown(0.999996, 'share')).toBe('99.99 %')
})

test('a section is a line per figure and a column per thing it was measured on', () => {
  const figures = [figure('p50', 1, 'ms', 'jobs'), figure('p50', 2, 'ms', 'talents'), figure('p99', 3, 'ms', 'talents')]
  expect(printSection({ name: 'latency', figures }, en, 80)).toEqual([
    '## Latency (quiet)',
    '       talents for a job  jobs for a talent',
    '  p50               1 ms               2 ms',
    '  p99                                  3 ms',
  ])
})

test('remarks stand below the figures', () => {
  const lines = printSection(
    { name: 'peers', figures: [figure('load', 2, 's', 'Peer')], remarks: ['Peer: blind'] },
    en,
    200,
  )
  expect(lines.slice(0, 3)).toEqual(['## Other engines', '        Peer', '  load   2 s'])
  expect(lines.at(-1)).toBe('  Peer: blind')
})
