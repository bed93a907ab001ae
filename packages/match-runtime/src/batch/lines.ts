import type { Found } from '@renshu/match'
import type { Side } from './plan.ts'

/** What one record is told. */
export type Answer = { side: Side; id: string; best: Found[] }

type Pair = [id: string, points: number]
type Line = { side: Side; id: string; best: Pair[]; near?: Pair[] }

/** `{"side":"jobs","id":"j1","best":[["t5",8123]],"near":[["t9",7000]]}`; `near` only when there is any. */
export function lineOf(side: Side, id: string, found: readonly Found[]): string {
  const pairs = (isNearMiss: boolean): Pair[] =>
    found.filter((one) => one.isNearMiss === isNearMiss).map(({ id, points }) => [id, points])
  const near = pairs(true)
  const line: Line = { side, id, best: pairs(false), ...(near.length > 0 && { near }) }
  return `${JSON.stringify(line)}\n`
}

/** The answers of lines that {@link lineOf} wrote. */
export function readLines(lines: Uint8Array): Answer[] {
  const text = new TextDecoder().decode(lines)
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => answerOf(JSON.parse(line) as Line))
}

const answerOf = ({ side, id, best, near = [] }: Line): Answer => ({
  side,
  id,
  best: [...best.map((pair) => foundOf(pair, false)), ...near.map((pair) => foundOf(pair, true))],
})

const foundOf = ([id, points]: Pair, isNearMiss: boolean): Found => ({ id, points, isNearMiss })
