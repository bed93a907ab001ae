import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does some work in a place for temporary folders of its own and tells what is left there after it. */
export async function leftBehind(work: () => Promise<unknown>): Promise<string[]> {
  const before = process.env['TMPDIR']
  const place = mkdtempSync(join(tmpdir(), 'renshu-test-'))
  // The server's user must reach the folder inside.
  chmodSync(place, 0o755)
  process.env['TMPDIR'] = place
  try {
    await work()
    return readdirSync(place)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(place, { recursive: true, force: true })
  }
}
