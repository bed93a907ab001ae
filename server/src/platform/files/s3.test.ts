import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configOf } from '../config.ts'
import { type FileStore, openFiles, sha256Of } from './store.ts'

/** A bucket as its protocol shows it: objects by path, only for signed requests. */
const objects = new Map<string, Buffer>()
let failing = 0
let server: Server
let store: FileStore

const PAGE = 2
const CHANGED = '2026-03-01T00:00:00.000Z'

/** Keys after `start-after`, two at a time, as ListObjectsV2 tells them. */
function listed(asked: URLSearchParams): string {
  const keys = [...objects.keys()].map((path) => path.split('/').at(-1)!).toSorted()
  const after = keys.filter((key) => key > (asked.get('start-after') ?? ''))
  const contents = after
    .slice(0, PAGE)
    .map((key) => `<Contents><Key>${key}</Key><LastModified>${CHANGED}</LastModified></Contents>`)
  return `<ListBucketResult><IsTruncated>${after.length > PAGE}</IsTruncated>${contents.join('')}</ListBucketResult>`
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (
      !/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-east-1\/s3\/aws4_request/.test(request.headers.authorization ?? '')
    )
      return response.writeHead(403).end()
    if (failing > 0) return response.writeHead(failing).end()
    const path = request.url!
    if (path.includes('list-type=2')) return response.writeHead(200).end(listed(new URL(path, 'http://s').searchParams))
    if (request.method === 'PUT') objects.set(path, Buffer.concat(chunks))
    if (request.method === 'DELETE') objects.delete(path)
    const found = objects.get(path)
    return request.method === 'GET' && !found ? response.writeHead(404).end() : response.writeHead(200).end(found)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  store = openFiles(
    configOf({
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'renshu',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
    }),
  )
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const bytes = new TextEncoder().encode('%PDF-1.4 青岛')
const hash = sha256Of(bytes)

test('where a bucket is configured, files go there under their hash and come back unchanged', async () => {
  expect(await store.get(hash)).toBeUndefined()
  await store.put(hash, bytes)
  expect([...objects.keys()]).toEqual([`/renshu/${hash}`])
  expect(await store.get(hash)).toEqual(bytes)
  await store.remove(hash)
  expect(await store.get(hash)).toBeUndefined()
})

test('a bucket that refuses is an unavailable store, never a file that is not there', async () => {
  failing = 403
  await expect(store.get(hash)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await expect(store.put(hash, bytes)).rejects.toThrow('403')
  failing = 0
})

test('everything in a bucket that is old enough is listed, page by page', async () => {
  const hashes = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(64))
  for (const each of hashes) await store.put(each, bytes)
  const before = async (instant: string) => {
    const found: string[] = []
    for await (const each of store.putBefore(new Date(instant))) found.push(each)
    return found
  }
  expect(await before('2026-03-02')).toEqual(hashes)
  expect(await before('2026-02-28')).toEqual([])
})
