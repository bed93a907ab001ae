/** One case of those that recur: its month or year, and the days within which it is done. */
export type Round = { key: string; from: string; until: string; standing: 'done' | 'open' | 'missed' }

const YEAR_END = '-12-31'

/**
 * The rounds from a first day to today, the newest last. A round that was not done until its last day was missed.
 * @param done keys of the rounds that were done
 * @example roundsOf('month', '2026-01-10', '2026-03-05', new Set(['2026-01'])) // 2026-01 done, 02 missed, 03 open
 */
export function roundsOf(every: 'month' | 'year', first: string, today: string, done: ReadonlySet<string>): Round[] {
  const rounds: Round[] = []
  const length = every === 'month' ? 7 : 4
  for (let key = first.slice(0, length); key <= today.slice(0, length); key = nextKey(key)) {
    const until = every === 'year' ? key + YEAR_END : `${key}-${daysOf(key)}`
    const from = every === 'year' ? `${key}-01-01` : `${key}-01`
    rounds.push({ key, from, until, standing: done.has(key) ? 'done' : today > until ? 'missed' : 'open' })
  }
  return rounds
}

function nextKey(key: string): string {
  const [year, month] = key.split('-').map(Number)
  if (month === undefined) return String(year! + 1).padStart(4, '0')
  const next = month === 12 ? [year! + 1, 1] : [year!, month + 1]
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`
}

const daysOf = (key: string): number => {
  const [year, month] = key.split('-').map(Number)
  return new Date(Date.UTC(year!, month!, 0)).getUTCDate()
}
