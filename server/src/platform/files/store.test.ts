import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderOfFiles, sha256Of } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'renshu-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the same bytes put by several at once are there once and whole, and no draft is left', async () => {
  const store = folderOfFiles(folder)
  const bytes = new Uint8Array(300_000).fill(7)
  const hash = sha256Of(bytes)
  await Promise.all(Array.from({ length: 8 }, () => store.put(hash, bytes)))
  expect(await store.get(hash)).toEqual(bytes)
  expect(readdirSync(join(folder, hash.slice(0, 2)))).toEqual([hash])
})
