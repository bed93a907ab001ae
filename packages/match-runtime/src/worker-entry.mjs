/** Where every worker thread begins: TypeScript sources can be imported only after the loader has been registered in it. */
import { register } from 'tsx/esm/api'
import { workerData } from 'node:worker_threads'

register()
await import(workerData.entry)
