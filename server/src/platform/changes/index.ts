export { drawChange } from './draw.ts'
export { type Mirror, Mirrors, type Source } from './mirrors.ts'
