/**
 * Makes `data/skills.txt` out of `skills-curated.txt` and the trades that the occupations of the 大典 are named after
 * (缝纫工 → 缝纫): `npx tsx packages/codes/build/skills.ts [POSTINGS.jsonl.gz]`.
 * With postings it also prints their most frequent tags that the vocabulary does not know, for curating.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const here = new URL('.', import.meta.url)
const curated = readFileSync(new URL('skills-curated.txt', here), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => line.split(/\s+/))
  .filter(Boolean)

const bare = (word: string): string => word.replace('?', '').replaceAll('_', ' ').toLowerCase()

const known = new Set<string>()

/** A spelling belongs to the skill that names it first. */
const readEntry = (entry: string): string[] => {
  const [name = '', ...aliases] = entry.split('=')
  if (known.has(bare(name))) return []
  const isGuarded = aliases.some((alias) => alias === `?${bare(name)}`)
  const fresh = [...new Set(aliases)].filter((alias) => !known.has(bare(alias)) && bare(alias) !== bare(name))
  for (const word of [name, ...fresh]) known.add(bare(word))
  return [[name, ...(isGuarded ? [`?${bare(name).replaceAll(' ', '_')}`] : []), ...fresh].join('=')]
}

const skills = curated.flatMap(readEntry)

/** Services, agriculture and production; engineering trades are in the curated list. */
const TRADE_CODE = /^[456]-\d+-\d+-\d+$/
const WORKER = /(?:工程技术人员|专业人员|人员|管理员|管理师|设计师|技师|操作工|工人|员|工|师)$/
const NO_TRADE = /其他|不便分类|备品|原料$|材料$|办事|乘务$|销售$|医$|教$|演$|办$|纪$|驾$|购销$|打击|辅助$|产品$/

const trades = readFileSync(new URL('../data/occupations.tsv', here), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([code = '']) => TRADE_CODE.test(code))
  .map(([, name = '']) => name)
  .filter((name) => WORKER.test(name))
  .map((name) => name.replace(WORKER, ''))
  .filter((trade) => trade.length >= 4 && !NO_TRADE.test(trade) && !known.has(trade))

const distinct = [...new Set(trades)]
writeFileSync(new URL('../data/skills.txt', here), `${[...skills, ...distinct].join('\n')}\n`)
console.log(`${skills.length} curated, ${distinct.length} trades, ${known.size} spellings`)

const postings = process.argv[2]
if (postings) {
  const counts = new Map<string, number>()
  for (const line of gunzipSync(readFileSync(postings)).toString().split('\n').filter(Boolean)) {
    const { tags = '' } = JSON.parse(line) as { tags?: string }
    for (const tag of new Set(
      String(tags)
        .toLowerCase()
        .split(/[,，|;；、/\s[\]'"]+/),
    ))
      if (tag && !known.has(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 800)
  console.log(top.map(([tag, count]) => `${tag}:${count}`).join(' '))
}
