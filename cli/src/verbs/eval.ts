import { rankingMetrics, titleVector } from '@renshu/codes'
import type { OptionOf } from '../commands.ts'
import { parseQrels, parseTitles, rankCorpus } from '../evaluation.ts'
import { readText } from '../input.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { Stop } from '../failure/stop.ts'
import { type Terminal, write } from '../terminal.ts'

/** `renshu eval titles`: how well title similarity ranks a labelled corpus. */
export async function evaluate(args: Arguments<OptionOf<'eval'>>, terminal: Terminal): Promise<void> {
  const paths = checkArguments(args)
  const queries = parseTitles(await readText(paths.queries), paths.queries, 'q_id')
  const corpus = parseTitles(await readText(paths.corpus), paths.corpus, 'c_id')
  const relevant = parseQrels(await readText(paths.qrels), paths.qrels)
  const labelled = queries.filter(({ id }) => relevant.has(id))
  if (labelled.length === 0) throw new Stop('input', (m) => m.eval.nothingRelevant())
  const vectors = corpus.map((title) => ({ ...title, vector: titleVector(title.title) }))
  const rankings = labelled.map(({ id, title }) => ({
    ranked: rankCorpus(title, vectors),
    relevant: relevant.get(id)!,
  }))
  const { map, mrr, ndcg10 } = rankingMetrics(rankings)
  if (args.has('json')) return write(terminal.output, `${JSON.stringify({ map, mrr, ndcg10 })}\n`)
  const figures = Object.entries({ MAP: map, MRR: mrr, 'nDCG@10': ndcg10 })
  const lines = figures.map(([name, value]) => `${name.padEnd(8)} ${value.toFixed(4)}\n`)
  await write(terminal.output, `${terminal.messages.eval.result(labelled.length, corpus.length)}\n${lines.join('')}`)
}

function checkArguments(args: Arguments<OptionOf<'eval'>>) {
  const [subject] = takeOperands('eval', args.operands, ['titles']) as [string]
  if (subject !== 'titles') throw new Stop('usage', (m) => m.usage.unknownEvaluation(subject))
  const names = ['queries', 'corpus', 'qrels'] as const
  const missing = names.filter((name) => !args.value(name))
  if (missing.length > 0)
    throw new Stop('usage', (m) =>
      m.usage.missingOptions(
        'eval titles',
        missing.map((name) => `--${name}`),
      ),
    )
  return { queries: args.value('queries')!, corpus: args.value('corpus')!, qrels: args.value('qrels')! }
}
