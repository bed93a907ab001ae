import type { Terminal } from '../terminal.ts'
import { widthOf, write } from '../terminal.ts'
import { displayWidth, padRight, wrap } from '../text/width.ts'
import { layOutTable } from '../text/table.ts'
import { type Wording, wordingIn } from './describe.ts'
import type { RankedList, Sink } from './lists.ts'

type Pair = RankedList['pairs'][number]

/** The readable table on the terminal: a heading per job or talent, its ranked partners, what near misses lack. */
export function openPrintSink(terminal: Terminal, explain: boolean): Sink {
  const wording = wordingIn(terminal.language)
  const width = widthOf(terminal.output, 160)
  return {
    add: (list) => write(terminal.output, `${printList(list, wording, { width, explain }).join('\n')}\n\n`),
    close: async () => undefined,
    discard: async () => undefined,
  }
}

/** The lines of one list, at most `width` columns wide as far as words allow. */
export function printList(list: RankedList, wording: Wording, look: { width: number; explain: boolean }): string[] {
  const { messages } = wording
  if (list.pairs.length === 0) return [...heading(list, wording, look.width), `  ${messages.match.nobody[list.from]}`]
  const [header, ...rows] = layOutTable(
    [messages.match.columns[list.from], ...list.pairs.map((pair) => cells(list.from, pair, wording))],
    { width: look.width - 2, rightAligned: [0, 1] },
  )
  const below = (pair: Pair) => [
    ...nearMissLines(pair, wording, look.width),
    ...(look.explain ? reasonLines(pair, wording, look.width) : []),
  ]
  const lines = list.pairs.flatMap((pair, place) => {
    const isFirstNear = pair.match.nearMiss && !list.pairs[place - 1]?.match.nearMiss
    return [...(isFirstNear ? [`  ${messages.match.nearMisses}`] : []), `  ${rows[place]}`, ...below(pair)]
  })
  return [...heading(list, wording, look.width), `  ${header}`, ...lines]
}

function heading(list: RankedList, wording: Wording, width: number): string[] {
  const facts =
    list.from === 'jobs'
      ? [
          list.asker.title,
          list.asker.employer,
          wording.jobPlace(list.asker),
          wording.monthly(wording.offer(list.asker)),
        ]
      : [wording.wishes(list.asker), wording.talentPlace(list.asker), wording.monthly(wording.wishedPay(list.asker))]
  return hang(
    `${wording.messages.match.asker[list.from]} ${list.asker.id}  `,
    facts.filter(Boolean).join(' · ') || '—',
    width,
  )
}

function cells(from: RankedList['from'], { match, job, talent }: Pair, wording: Wording): string[] {
  const start = [String(match.rank), match.score.toFixed(1)]
  return from === 'jobs'
    ? [...start, talent.id, wording.wishes(talent), wording.talentPlace(talent), wording.wishedPay(talent)]
    : [...start, job.id, job.title, wording.jobPlace(job), wording.offer(job), job.employer ?? '']
}

const INDENT = ' '.repeat(8)

function nearMissLines({ match }: Pair, wording: Wording, width: number): string[] {
  const nearMiss = wording.nearMiss(match)
  if (!nearMiss) return []
  return hang(`${INDENT}✗ ${wording.messages.match.fails(nearMiss.constraint)}`, nearMiss.reason, width)
}

function reasonLines({ match }: Pair, wording: Wording, width: number): string[] {
  const reasons = wording.reasons(match)
  const [nameWidth, pointsWidth] = [
    Math.max(...reasons.map(({ name }) => displayWidth(name))),
    Math.max(...reasons.map(({ points }) => points.length)),
  ]
  return reasons.flatMap(({ name, points, reason }) =>
    hang(`${INDENT}${padRight(name, nameWidth)}  ${points.padStart(pointsWidth)}  `, reason, width),
  )
}

/** A label and its text; further lines of the text stand under its first. */
function hang(label: string, text: string, width: number): string[] {
  const left = displayWidth(label)
  return wrap(text, Math.max(20, width - left)).map((line, place) => (place === 0 ? label : ' '.repeat(left)) + line)
}
