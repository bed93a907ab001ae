export { drawChange } from './draw.ts'
export { type Change, type Mirror, Mirrors, type Source } from './mirrors.ts'
