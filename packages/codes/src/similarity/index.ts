export { type Ranking, rankingMetrics, type RankingMetrics } from './metrics.ts'
export { mostSimilar, titleSimilarity, type TitleVector, titleVector, vectorSimilarity } from './vector.ts'
