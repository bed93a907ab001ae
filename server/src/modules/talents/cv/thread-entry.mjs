/** Where the thread that opens a document begins: TypeScript can be imported only after its loader was registered. */
import { register } from 'tsx/esm/api'

register()
await import('./document-thread.ts')
