/** Where the thread of a kept database begins: TypeScript sources can be imported only after the loader has been registered in it. */
import { register } from 'tsx/esm/api'

register()
await import('./kept-thread.ts')
