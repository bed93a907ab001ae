import { fileURLToPath } from 'node:url'
import { existsSync } from 'node:fs'

/** Real material beside the clone; absent on a user's machine. */
const FOLDER = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/** The path of a file of the shared data; says so and ends the bench when it is not there. */
export function sharedData(name: string): string {
  const path = FOLDER + name
  if (existsSync(path)) return path
  process.stdout.write(`skipped: ${name} is not beside the clone\n`)
  process.exit(0)
}
