export { formerKeys, rememberKey, WrongDataKey } from './data-keys.ts'
export { exchangeKey, type OnBatch, type Resealed } from './exchange.ts'
export { platformSealing, type Sealing } from './sealed-table.ts'
