/** An appointment for a calendar. */
export interface CalendarEntry {
  id: string
  /** Counts up with every change: a later file replaces an earlier one. */
  version: number
  stampedAt: Date
  startsAt: Date
  minutes: number
  title: string
  place: string
}

const LONGEST = 75
const encoder = new TextEncoder()

/** RFC 5545 §3.1: a line holds at most 75 octets; it goes on after CRLF and a blank, never within a character. */
export function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const character of line) {
    const octets = encoder.encode(character).length
    if (length + octets > LONGEST) {
      parts.push(part)
      // The blank that begins the next line counts.
      part = ' '
      length = 1
    }
    part += character
    length += octets
  }
  return [...parts, part].join('\r\n')
}

/** RFC 5545 §3.3.11 */
export const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)

const basic = (iso: string): string => iso.slice(0, 19).replaceAll(/[-:]/g, '')
const utc = (instant: Date): string => `${basic(instant.toISOString())}Z`
const beijing = (instant: Date): string => basic(new Date(instant.getTime() + 8 * 3_600_000).toISOString())

/** Beijing time, without summer time since 1992. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** One event as iCalendar, RFC 5545, in Beijing time. */
export function iCalendar({ id, version, stampedAt, startsAt, minutes, title, place }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Renshu//ZH',
    'METHOD:PUBLISH',
    ...ZONE,
    'BEGIN:VEVENT',
    `UID:${id}@renshu`,
    `DTSTAMP:${utc(stampedAt)}`,
    `SEQUENCE:${version}`,
    `DTSTART;TZID=Asia/Shanghai:${beijing(startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${beijing(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escapeText(title)}`,
    `LOCATION:${escapeText(place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
