import { writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { ARCHIVE } from '../src/platform/database/cluster/empty-cluster.ts'

/** Writes the empty cluster of the PGlite that is installed: `npx tsx server/build/cluster.ts`. */
const pg = await PGlite.create()
await pg.exec('checkpoint')
const tar = new Uint8Array(await (await pg.dumpDataDir('none')).arrayBuffer())
await pg.close()
// Three databases that are nearly the same: the window has to reach from one to the next.
const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: tar.length }
writeFileSync(ARCHIVE, brotliCompressSync(tar, { params }))
