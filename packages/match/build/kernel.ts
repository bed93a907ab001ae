/**
 * Compiles the kernel of the match index: `npx tsx packages/match/build/kernel.ts`. The same source makes the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const SOURCE = new URL('../kernel/kernel.ts', import.meta.url)
const TABLE = new URL('../src/engine/kernel/bytes-table.ts', import.meta.url)
/** No runtime, no memory of its own: the module takes any shared memory of one page or more. */
const OPTIONS =
  '--importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --enable simd,threads --noExportMemory --runtime stub --noAssert -O3'

/** The text of `bytes-table.ts`. @throws Error with the compiler's messages when the source has a mistake */
export async function renderBytesTable(): Promise<string> {
  return `/**
 * The compiled kernel in base64, made by build/kernel.ts from kernel/kernel.ts. A test compiles it again and compares.
 */
export const BYTES =
  '${Buffer.from(await compile()).toString('base64')}'
`
}

/** Files are handed over in memory, so that no path of this machine can enter the bytes. */
async function compile(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined
  const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS.split(' ')], {
    readFile: (name) => (name === 'kernel.ts' ? readFileSync(SOURCE, 'utf8') : null),
    writeFile: (_name, contents) => {
      bytes = contents as Uint8Array
    },
    listFiles: () => null,
  })
  if (error || !bytes) throw new Error(`the kernel does not compile\n${stderr.toString()}`)
  return bytes
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TABLE, await renderBytesTable())
