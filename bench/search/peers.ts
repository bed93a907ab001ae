import { ALL_PARTS, type Document, SearchIndex } from '@renshu/search'
import { ProgramFailed, startCluster } from '@renshu/temporary-postgres'
import { divisionPath, divisionsUnder } from '@renshu/codes'
import { openPglite, openPostgres, type Pool } from '../../server/src/platform/database/index.ts'
import { pairsOf, termsOf, wordsOf } from '../../packages/search/src/text/tokens.ts'
import { makePostings, makeQuestions, percentiles, spread, TODAY } from './town.ts'

type Row = Record<string, unknown>
type Query = (text: string, values?: unknown[]) => Promise<Row[]>

const TABLE = `create table posting (
  id text primary key, words tsvector not null, place text[] not null, occupation text[] not null,
  welfare text[] not null, employment text[] not null, education text[] not null, pay int, day date not null);`
const INDEXES = `create index on posting using gin (words); create index on posting using gin (place);
  create index on posting (day); analyze posting;`
const COLUMNS = ['place', 'occupation', 'welfare', 'employment', 'education'] as const
const BATCH = 500
const HAN = /^[\u4e00-\u9fff]{2,}$/

const upwards = (codes: readonly string[] = []): string[] => [
  ...new Set(codes.flatMap((code) => divisionPath(code).map((division) => division.code))),
]
const occupationsUpwards = (codes: readonly string[] = []): string[] => [
  ...new Set(codes.flatMap((code) => code.split('-').map((_, at, parts) => parts.slice(0, at + 1).join('-')))),
]

const toRow = ({ id, codes, pay, on, ...rest }: Document) => ({
  id,
  words: [...termsOf({ id, codes, on, ...rest }).keys()].filter((term) => !/['\\\0]/.test(term)),
  place: upwards(codes.place),
  occupation: occupationsUpwards(codes.occupation),
  welfare: codes.welfare ?? [],
  employment: codes.employment ?? [],
  education: codes.education ?? [],
  pay: pay?.max ?? pay?.min ?? null,
  day: on,
})

const textArray = (name: string): string => `array(select jsonb_array_elements_text(item -> '${name}'))`

async function fill(query: Query, postings: readonly Document[]): Promise<void> {
  for (let at = 0; at < postings.length; at += BATCH)
    await query(
      `insert into posting select item ->> 'id', array_to_tsvector(${textArray('words')}),
        ${COLUMNS.map(textArray).join(', ')}, (item ->> 'pay')::int, (item ->> 'day')::date
        from jsonb_array_elements($1::jsonb) item`,
      [JSON.stringify(postings.slice(at, at + BATCH).map(toRow))],
    )
}

type Asked = { words: string[]; place: string | undefined }

const toTsquery = (words: readonly string[]): string => words.map((word) => `'${word.replaceAll("'", '')}'`).join(' & ')

/** Total, twenty best and five facets, as one would write them: three ideas, one statement. */
async function ask(query: Query, { words, place }: Asked, isFaceted: boolean): Promise<number> {
  const values: unknown[] = [toTsquery(words), ...(place ? [place] : [])]
  const found = `select * from posting where words @@ $1::tsquery ${place ? 'and place @> array[$2]' : ''}`
  const [row] = await query(
    `with found as materialized (${found})
      select (select count(*) from found) as total,
        (select json_agg(id) from (select id from found
          order by ts_rank(words, $1::tsquery) + 0.1 * exp((day - date '${TODAY}') / 43.0) desc, id limit 20) best) as hits
        ${
          isFaceted
            ? COLUMNS.map(
                (column) =>
                  `, (select json_object_agg(code, n) from (select code, count(*) n from found, unnest(${column}) code group by code) t) as ${column}`,
              ).join('')
            : ''
        }`,
    values,
  )
  return Number(row!['total'])
}

async function measure(
  name: string,
  query: Query,
  asked: readonly Asked[],
  expected: readonly number[],
): Promise<void> {
  for (const isFaceted of [false, true]) {
    const times: number[] = []
    const totals: number[] = []
    for (const one of asked) {
      const begun = performance.now()
      totals.push(await ask(query, one, isFaceted))
      times.push(performance.now() - begun)
    }
    const { p50, p95 } = spread(times)
    const same = totals.filter((total, at) => total === expected[at] || total === 0).length
    process.stdout.write(
      `${name.padEnd(12)} ${isFaceted ? 'with 5 facets' : 'without facets'}  p50 ${p50.toFixed(2)} ms, ` +
        `p95 ${p95.toFixed(2)} ms; same total ${same} of ${asked.length}\n`,
    )
  }
}

async function run(
  name: string,
  query: Query,
  postings: readonly Document[],
  asked: readonly Asked[],
  expected: readonly number[],
) {
  await query(TABLE)
  const begun = performance.now()
  await fill(query, postings)
  for (const statement of INDEXES.split(';').filter((text) => text.trim() !== '')) await query(statement)
  const seconds = (performance.now() - begun) / 1000
  const [size] = await query(`select pg_total_relation_size('posting') as bytes`)
  process.stdout.write(
    `${name.padEnd(12)} filled in ${seconds.toFixed(1)} s, ${Math.round(Number(size!['bytes']) / postings.length)} bytes a posting on disk\n`,
  )
  // Once, so that nothing is read from disk.
  for (const one of asked) await ask(query, one, true)
  await measure(name, query, asked, expected)
}

const askedOf = (): Asked[] => {
  const districts = divisionsUnder('370200')
  return makeQuestions(400)
    .filter(({ kind }) => kind === 'words' || kind === 'words and place')
    .map(({ kind, text }, at): Asked => {
      const words = wordsOf(text.split(' ')[0]!).flatMap((word) => (HAN.test(word) ? pairsOf(word) : [word]))
      const place = kind === 'words' ? undefined : districts[at % districts.length]?.code
      return { words: [...new Set(words)], place }
    })
    .filter(({ words }) => words.length > 0)
}

/** The index under the same questions; its totals are what the others are held to. */
function measureIndex(postings: readonly Document[], asked: readonly Asked[]): number[] {
  const index = new SearchIndex({ ...ALL_PARTS, pinyin: false, synonyms: false, spelling: false, wishes: false })
  for (const posting of postings) index.put(posting)
  const search = ({ words, place }: Asked, isFaceted: boolean): number =>
    index.search({
      text: words.join(' '),
      on: TODAY,
      limit: 20,
      ...(place && { filters: { codes: { place: [place] } } }),
      ...(isFaceted && { facets: COLUMNS }),
    }).total
  const totals = asked.map((one) => search(one, false))
  for (const isFaceted of [false, true]) {
    const { p50, p95 } = percentiles(asked, (one) => search(one, isFaceted))
    const kind = isFaceted ? 'with 5 facets' : 'without facets'
    process.stdout.write(`index        ${kind}  p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms\n`)
  }
  return totals
}

/** As the platform asks its database; closes it afterwards. */
async function over(pool: Pool, work: (query: Query) => Promise<void>): Promise<void> {
  const connection = await pool.connect()
  await work(async (text, values = []) => (await connection.query(text, values)).rows)
  connection.release()
  await pool.close()
}

async function overServer(work: (query: Query) => Promise<void>): Promise<void> {
  try {
    const cluster = await startCluster({ settings: { shared_buffers: '256MB' } })
    await over(openPostgres({ url: cluster.url, onError: () => undefined }), work)
    await cluster.remove()
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    process.stdout.write(`PostgreSQL   skipped: ${error.message}\n`)
  }
}

/** The same words, place filter, totals and facets; no pinyin, other names, spelling or wishes, which SQL has not. */
export async function comparePeers(count: number): Promise<void> {
  const postings = makePostings(count)
  const asked = askedOf()
  process.stdout.write(`\n${count} postings, ${asked.length} questions of words, half of them in a district\n`)
  const expected = measureIndex(postings, asked)
  await over(await openPglite(), (query) => run('PGlite', query, postings, asked, expected))
  await overServer((query) => run('PostgreSQL', query, postings, asked, expected))
}
