import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../../..')

/** Where the pages' source lies, where they are built to, and where unfinished builds lie. */
export const PLACE = { source: join(ROOT, 'web'), built: join(ROOT, 'web/dist'), work: join(ROOT, '.cache/web') }
export type Place = typeof PLACE
