import { AwsClient } from 'aws4fetch'
import type { FileStore } from './store.ts'

export interface Bucket {
  endpoint: string
  bucket: string
  accessKey: string
  secretKey: string
  region: string
}

/** Files in an S3-compatible bucket, addressed by path. */
export function openS3({ endpoint, bucket, accessKey, secretKey, region }: Bucket): FileStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 3,
  })
  const ask = async (method: string, sha256: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> => {
    const response = await client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}/${sha256}`, {
      method,
      ...(body && { body }),
      signal: AbortSignal.timeout(30_000),
    })
    if (!response.ok && response.status !== 404)
      throw Object.assign(new Error(`file store answered ${response.status}`), { code: 'ECONNREFUSED' })
    return response
  }
  return {
    put: async (sha256, bytes) => void (await ask('PUT', sha256, bytes)),
    async get(sha256) {
      const response = await ask('GET', sha256)
      return response.status === 404 ? undefined : new Uint8Array(await response.arrayBuffer())
    },
    remove: async (sha256) => void (await ask('DELETE', sha256)),
  }
}
