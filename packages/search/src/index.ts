export { ALL_PARTS, type Parts } from './question/groups.ts'
export { openTo } from './question/wish.ts'
export { TooManyFilters } from './question/sieve.ts'
export { IndexFull, SearchIndex } from './search-index.ts'
export {
  type Answer,
  type Column,
  type Document,
  type Filters,
  type Hit,
  type Position,
  type Question,
  type Sort,
  type Steps,
  UNSTATED,
  type Wish,
  type WishField,
} from './types.ts'
export { type Sound, soundOf } from './text/pinyin.ts'
