import { inject } from 'vitest'
import pg from 'pg'
import { type EmbeddedPool, openPostgres, type Pool } from '../src/platform/database/index.ts'
import { openKept } from './embedded/kept.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Archives of an embedded database: empty, and for tests that bring none of their own migrated. */
    emptyDump: string
    embeddedDump: string
    /** A migrated database of a server, to be copied: URL of the server, name of the template. */
    template?: { url: string; name: string }
  }
}

let copies = 0

/** An embedded database without any table. */
export const emptyPglite = (): Promise<EmbeddedPool> => openKept(inject('emptyDump'))

/** A fresh, migrated database: PGlite, or PostgreSQL where the suite was given one. */
export async function freshPool(): Promise<Pool> {
  if (inject('template')) return (await freshPools())()
  return openKept(inject('embeddedDump'))
}

/** True where the suite runs on a server, on which several processes share a database. */
export const isOnServer = (): boolean => inject('template') !== undefined

/** Pools of one fresh, migrated database of the server, which is dropped when the last of them is closed. */
export async function freshPools(): Promise<() => Pool> {
  const template = inject('template')!
  const name = `renshu_${process.pid}_${++copies}`
  await atServer(template.url, `create database ${name} template ${template.name}`)
  const url = new URL(template.url)
  url.pathname = `/${name}`
  let open = 0
  return () => {
    open++
    const pool = openPostgres({ url: url.href, onError: () => {} })
    const close = async () => {
      await pool.close()
      if (--open === 0) await atServer(template.url, `drop database ${name} with (force)`)
    }
    return { ...pool, close }
  }
}

/** A pool that counts the statements with values that are asked through it. */
export function countStatements(pool: Pool): { pool: Pool; counted: () => number } {
  let count = 0
  const connect = async () => {
    const connection = await pool.connect()
    return {
      ...connection,
      query: (...asked: Parameters<typeof connection.query>) => {
        count++
        return connection.query(...asked)
      },
    }
  }
  return { pool: { ...pool, connect }, counted: () => count }
}

export async function atServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
