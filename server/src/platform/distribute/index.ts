export { CitusMissing, distribute, type Distribution, planDistribution } from './distribute.ts'
