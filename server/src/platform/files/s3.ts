import { AwsClient } from 'aws4fetch'
import type { FileStore } from './store.ts'

export interface Bucket {
  endpoint: string
  bucket: string
  accessKey: string
  secretKey: string
  region: string
}

const OBJECT = /<Contents>[^]*?<\/Contents>/g
const SHA256 = /^[0-9a-f]{64}$/
const valueOf = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

/** Files in an S3-compatible bucket, addressed by path. */
export function openS3({ endpoint, bucket, accessKey, secretKey, region }: Bucket): FileStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 3,
  })
  const ask = async (method: string, path: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> => {
    const response = await client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}${path}`, {
      method,
      ...(body && { body }),
      signal: AbortSignal.timeout(30_000),
    })
    if (!response.ok && response.status !== 404)
      throw Object.assign(new Error(`file store answered ${response.status}`), { code: 'ECONNREFUSED' })
    return response
  }
  return {
    put: async (sha256, bytes) => void (await ask('PUT', `/${sha256}`, bytes)),
    async get(sha256) {
      const response = await ask('GET', `/${sha256}`)
      return response.status === 404 ? undefined : new Uint8Array(await response.arrayBuffer())
    },
    remove: async (sha256) => void (await ask('DELETE', `/${sha256}`)),
    async *putBefore(instant) {
      for (let from = ''; ;) {
        const list = await (await ask('GET', `?list-type=2${from && `&start-after=${from}`}`)).text()
        const objects = [...list.matchAll(OBJECT)].flatMap(([text]) => {
          const [key, changed] = [valueOf(text, 'Key'), valueOf(text, 'LastModified')]
          return SHA256.test(key) ? [{ key, isOld: new Date(changed) < instant }] : []
        })
        for (const { key, isOld } of objects) if (isOld) yield key
        const last = objects.at(-1)?.key
        if (!last || valueOf(list, 'IsTruncated') !== 'true') return
        from = last
      }
    },
  }
}
