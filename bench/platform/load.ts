import { Agent, request } from 'node:http'

export interface Call {
  method: 'GET' | 'POST'
  path: string
  token?: string | undefined
  body?: object
  /** Address of the caller, as a trusted proxy tells it: limits are counted for each. */
  from?: string
  /** Answers that are none of the server's faults, such as a posting that is full; they are not counted. */
  refusals?: readonly number[]
}
export interface Load {
  /** Requests per second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
}

const CONNECTIONS = 16
let keys = 0

function send(agent: Agent, address: string, { method, path, token, body, from }: Call): Promise<number> {
  const text = body && JSON.stringify(body)
  const headers = {
    ...(from && { 'x-forwarded-for': from }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(method === 'POST' && { 'idempotency-key': `bench-${process.pid}-${++keys}` }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, address), { agent, method, headers }, (response) => {
      response.on('end', () => resolve(response.statusCode ?? 0)).on('error', reject)
      response.resume()
    })
    sent.on('error', reject).end(text)
  })
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0

/**
 * Asks over sixteen connections that are kept, each its next question after its answer, for some seconds.
 * @throws Error for any answer but 200
 */
export async function load(address: string, seconds: number, call: () => Call): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const times: number[] = []
  const ask = async (until: number, kept: boolean) => {
    while (performance.now() < until) {
      const asked = call()
      const began = performance.now()
      const status = await send(agent, address, asked)
      if (asked.refusals?.includes(status)) continue
      if (status !== 200) throw new Error(`${asked.method} ${asked.path} answered ${status}`)
      if (kept) times.push(performance.now() - began)
    }
  }
  const all = (until: number, kept: boolean) => Promise.all(Array.from({ length: CONNECTIONS }, () => ask(until, kept)))
  try {
    // The first second is not counted: connections open and code gets warm.
    await all(performance.now() + 1000, false)
    const began = performance.now()
    await all(began + seconds * 1000, true)
    const lasted = (performance.now() - began) / 1000
    times.sort((a, b) => a - b)
    return { rate: times.length / lasted, p50: at(times, 0.5), p99: at(times, 0.99) }
  } finally {
    agent.destroy()
  }
}
