/** Where the thread that draws papers begins: TypeScript can be imported only after its loader was registered. */
import { register } from 'tsx/esm/api'

register()
await import('./paper-thread.ts')
