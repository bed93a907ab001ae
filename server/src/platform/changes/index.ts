export { drawChange } from './draw.ts'
export { Mirrors } from './mirrors.ts'
export type { Mirror, Source } from './reflection.ts'
