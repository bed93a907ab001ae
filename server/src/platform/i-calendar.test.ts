import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText, fold, iCalendar } from './i-calendar.ts'

const interview = {
  id: '0190d2a0-0000-7000-8000-000000000001',
  version: 3,
  stampedAt: new Date('2026-03-02T01:00:00Z'),
  startsAt: new Date('2026-03-05T16:30:00Z'),
  minutes: 45,
  title: '面试：叉车工; 装卸,理货',
  place: '青岛市黄岛区长江路街道\n3号楼',
}

test('an interview late in the evening UTC is early the next day in Beijing', () => {
  const text = iCalendar(interview)
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20260306T003000\r\n')
  expect(text).toContain('DTEND;TZID=Asia/Shanghai:20260306T011500\r\n')
  expect(text).toContain('DTSTAMP:20260302T010000Z\r\n')
})

test('commas, semicolons, backslashes and line ends are escaped', () => {
  const text = iCalendar(interview)
  expect(text).toContain('SUMMARY:面试：叉车工\\; 装卸\\,理货\r\n')
  expect(text).toContain('LOCATION:青岛市黄岛区长江路街道\\n3号楼\r\n')
  expect(escapeText('a\\b')).toBe('a\\\\b')
})

test('whatever is written, lines hold at most 75 octets and unfold to the same', () =>
  assert(
    property(string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = `SUMMARY:${escapeText(text)}`
      const folded = fold(line)
      for (const part of folded.split('\r\n')) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75)
      expect(folded.replaceAll('\r\n ', '')).toBe(line)
    }),
  ))

test('nothing that is written can begin a line of its own', () => {
  const text = iCalendar({ ...interview, title: 'x\r\nATTACH:http://example.org', place: 'y\rEND:VEVENT' })
  expect(text.split('\r\n').filter((line) => /^(?:ATTACH|END:VEVENT)/.test(line))).toEqual(['END:VEVENT'])
  expect(text).not.toMatch(/\r(?!\n)/)
})
