/** Where the thread that reads a table begins: TypeScript can be imported only after its loader was registered. */
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
