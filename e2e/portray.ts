import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { untilQuiet } from './watch.ts'

const FOLDER = join(import.meta.dirname, '../docs/screens')

/** Keeps a picture of a page for the documentation, where `npm run e2e -- --screens` asks for them. */
export async function portray(page: Page, name: string): Promise<void> {
  if (!inject('portraits')) return
  await untilQuiet(page)
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}
