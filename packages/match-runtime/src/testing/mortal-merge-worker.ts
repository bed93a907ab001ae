/** Dies of the first order while the process says so, and carries orders out otherwise. */
import { parentPort } from 'node:worker_threads'

if (process.env['MERGES_DIE']) parentPort!.on('message', () => process.exit(3))
else await import('../merging/worker.ts')
