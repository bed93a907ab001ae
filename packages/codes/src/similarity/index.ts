export { titleSimilarity, type TitleVector, titleVector, vectorSimilarity } from './vector.ts'
