/** The ranked ids of one query, best first, and the ids that are right for it. */
export type Ranking = { ranked: readonly string[]; relevant: ReadonlySet<string> }

/** Means over `queries` queries, each in 0–1: average precision and reciprocal rank at no cut depth, nDCG at ten. */
export type RankingMetrics = { map: number; mrr: number; ndcg10: number; queries: number }

const discount = (rank: number): number => 1 / Math.log2(rank + 1)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Ranks, from 1, at which relevant ids stand. */
const hitRanks = ({ ranked, relevant }: Ranking): number[] =>
  ranked.flatMap((id, index) => (relevant.has(id) ? [index + 1] : []))

/**
 * Retrieval measures as trec_eval defines them, binary relevance. Queries without a relevant id are left out;
 * a relevant id that was not ranked counts as never found.
 *
 * @example rankingMetrics([{ ranked: ['b', 'a'], relevant: new Set(['a']) }]).map // 0.5
 */
export function rankingMetrics(rankings: Iterable<Ranking>): RankingMetrics {
  const judged = [...rankings].filter(({ relevant }) => relevant.size > 0)
  const measures = judged.map((ranking) => {
    const ranks = hitRanks(ranking)
    const ideal = Array.from({ length: Math.min(10, ranking.relevant.size) }, (_, index) => discount(index + 1))
    return {
      map: sum(ranks.map((rank, index) => (index + 1) / rank)) / ranking.relevant.size,
      mrr: ranks[0] === undefined ? 0 : 1 / ranks[0],
      ndcg10: sum(ranks.filter((rank) => rank <= 10).map(discount)) / sum(ideal),
    }
  })
  const mean = (name: 'map' | 'mrr' | 'ndcg10'): number =>
    judged.length === 0 ? 0 : sum(measures.map((measure) => measure[name])) / judged.length
  return { map: mean('map'), mrr: mean('mrr'), ndcg10: mean('ndcg10'), queries: judged.length }
}
