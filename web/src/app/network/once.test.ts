import { expect, test } from 'vitest'
import { sendOnce } from './once.ts'

let keys = 0
const write = (body: object, headers: Record<string, string> = {}) =>
  new Request('http://127.0.0.1/api/me/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-${++keys}`, ...headers },
    body: JSON.stringify(body),
  })
/** What the server hears, and what comes of it. */
async function keyOf(request: Request, answer: Response | 'lost', at = 0): Promise<string> {
  let heard = ''
  await sendOnce(
    request,
    async (sent) => {
      heard = sent.headers.get('idempotency-key')!
      if (answer === 'lost') throw new TypeError('Failed to fetch')
      return answer
    },
    () => new Date(at),
  ).catch(() => {})
  return heard
}
const done = () => Response.json({})

test('a write whose answer was lost is the same write when it is sent again, and a new one after its answer', async () => {
  const first = await keyOf(write({ text: 'a' }), 'lost')
  expect(await keyOf(write({ text: 'b' }), done())).not.toBe(first)
  expect(await keyOf(write({ text: 'a' }, { 'renshu-for': 'somebody' }), done())).not.toBe(first)
  expect(await keyOf(write({ text: 'a' }), 'lost')).toBe(first)
  expect(await keyOf(write({ text: 'a' }), done())).toBe(first)
  expect(await keyOf(write({ text: 'a' }), done())).not.toBe(first)
})

test('what a proxy says is no answer, a refusal of the server is one', async () => {
  const first = await keyOf(write({ text: 'c' }), new Response('<h1>502</h1>', { status: 502 }))
  const refused = Response.json({}, { status: 409, headers: { 'content-type': 'application/problem+json' } })
  expect(await keyOf(write({ text: 'c' }), refused)).toBe(first)
  expect(await keyOf(write({ text: 'c' }), done())).not.toBe(first)
})

test('no more than a few are remembered, the oldest is forgotten first', async () => {
  const first = await keyOf(write({ text: 'd' }), 'lost')
  for (let at = 0; at < 20; at++) await keyOf(write({ at }), 'lost')
  expect(await keyOf(write({ text: 'd' }), done())).not.toBe(first)
  expect(await keyOf(write({ at: 19 }), done())).toBe(`key-${keys - 2}`)
})

test('what is sent again much later is meant anew', async () => {
  const first = await keyOf(write({ text: 'e' }), 'lost')
  expect(await keyOf(write({ text: 'e' }), 'lost', 299_999)).toBe(first)
  expect(await keyOf(write({ text: 'e' }), done(), 300_000)).not.toBe(first)
})
