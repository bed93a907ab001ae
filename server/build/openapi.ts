import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allFailures, endpoints } from '../src/app.ts'
import { parts } from '../src/parts.ts'
import { openapiOf } from '../src/platform/http/index.ts'

// Writes the committed description of the contract; a test compares it.
const path = join(import.meta.dirname, '../../docs/openapi.json')
writeFileSync(path, `${JSON.stringify(openapiOf(endpoints(parts), allFailures(parts)), null, 1)}\n`)
