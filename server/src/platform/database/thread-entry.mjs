/** Where the database's thread begins: TypeScript sources can be imported only after the loader has been registered in it. */
import { register } from 'tsx/esm/api'

register()
await import('./pglite-thread.ts')
