import { knownTitles, occupation } from '@renshu/codes'
import { type Licence, licencesByTrade } from './certificates.ts'
import { DEMAND, TAIL } from './demand-table.ts'
import { longestStart } from './longest-start.ts'
import { type Market, MARKETS } from './market-table.ts'
import { type SkillPool, skillPools } from './skills.ts'

/** One line of work: an entry of the 大典 with everything its jobs and its people have in common. */
export type Trade = {
  code: string
  /** Names it goes by, the most used first; at least one. */
  titles: readonly string[]
  /** Of all jobs and of all first wishes, any unit. */
  weight: { jobs: number; talents: number }
  market: Market
  licences: readonly Licence[]
  skills: SkillPool
}

/** Officials and soldiers are not hired on the market. */
const NOT_HIRED = /^(?:1-0[1-5]|7)/
/** Chinese, and for everybody: who asks for men or women only is no example to follow. */
const USED = /^(?![男女]).*\p{Script=Han}/u

type Named = { code: string; titles: string[] }

/** A title belongs to the trade it is most likely read as; what employers write comes before official names. */
const readTrades = (): Named[] => {
  const titlesOf = new Map<string, string[]>()
  const known = knownTitles().sort((a, b) => Number(a.isOfficial) - Number(b.isOfficial))
  for (const { title, codes } of known) {
    const [code = ''] = codes
    if (occupation(code) && USED.test(title) && !NOT_HIRED.test(code))
      titlesOf.set(code, [...(titlesOf.get(code) ?? []), title])
  }
  return [...titlesOf].map(([code, titles]) => ({ code, titles })).sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The titles of the demand table lead their trade, in the order of their demand there. */
const ledBy = (titles: readonly string[], leaders: readonly string[]): string[] => [...new Set([...leaders, ...titles])]

const groupOf = (code: string): string => longestStart(TAIL, code)?.[0] ?? ''

/** A trade with many names is a frequent one: what the head table leaves goes by their number, within the 大类. */
const tailWeights = (trades: readonly Named[], isHead: (code: string) => boolean): Map<string, Trade['weight']> => {
  const tail = trades.filter(({ code }) => !isHead(code))
  const totals = new Map<string, number>()
  for (const { code, titles } of tail) totals.set(groupOf(code), (totals.get(groupOf(code)) ?? 0) + titles.length)
  return new Map(
    tail.map(({ code, titles }) => {
      const [group = '', jobs = 0, talents = 0] = longestStart(TAIL, code) ?? []
      const share = titles.length / (totals.get(group) ?? 1)
      return [code, { jobs: jobs * share, talents: talents * share }]
    }),
  )
}

const marketOf = (code: string): Market => {
  const [, pay, rise, education, shifts, sections] = longestStart(MARKETS, code)!
  return { pay, rise, education, shifts, sections } as Market
}

type Head = { leaders: string[]; weight: Trade['weight'] }

const readHead = (tradeOf: ReadonlyMap<string, string>): Map<string, Head> => {
  const head = new Map<string, Head>()
  for (const [title, jobs, talents] of DEMAND) {
    const code = tradeOf.get(title)!
    const { leaders, weight } = head.get(code) ?? { leaders: [], weight: { jobs: 0, talents: 0 } }
    head.set(code, {
      leaders: [...leaders, title],
      weight: { jobs: weight.jobs + jobs, talents: weight.talents + talents },
    })
  }
  return head
}

/** Every trade of the market, in the order of the 大典. Takes a second: titles are searched for skills. */
export function makeTrades(): Trade[] {
  const named = readTrades()
  const tradeOf = new Map(named.flatMap(({ code, titles }) => titles.map((title) => [title, code] as const)))
  const head = readHead(tradeOf)
  const tail = tailWeights(named, (code) => head.has(code))
  const licences = licencesByTrade(tradeOf)
  const skills = skillPools(named)
  return named.map(({ code, titles }) => ({
    code,
    titles: ledBy(titles, head.get(code)?.leaders ?? []),
    weight: head.get(code)?.weight ?? tail.get(code)!,
    market: marketOf(code),
    licences: licences.get(code) ?? [],
    skills: skills.get(code)!,
  }))
}
