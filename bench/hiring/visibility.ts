import { setTimeout as sleep } from 'node:timers/promises'
import type { HiringServer } from './server.ts'

/** Milliseconds from the answer to a change until it is seen. */
export interface Visibility {
  search: number[]
  match: number[]
}

const MOST = 30_000
const GLYPHS = '霁屿砚榆澍棠舟笙垚沅朔翊樾泓槿蓁'

let posted = 0
/** A number in glyphs: digits of a query may be understood as pay. */
const inGlyphs = (number: number): string =>
  [...number.toString(16)].map((digit) => GLYPHS[Number.parseInt(digit, 16)]).join('')
/** A title that nothing else has. */
const newTitle = (): string => `叉车司机${inGlyphs(process.pid)}${inGlyphs(++posted)}`

async function until(what: string, seen: () => Promise<boolean>): Promise<number> {
  const began = performance.now()
  while (!(await seen())) {
    if (performance.now() - began > MOST) throw new Error(`not seen: ${what}`)
    await sleep(10)
  }
  return performance.now() - began
}

const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` })

/**
 * Publishes postings one after the other and asks until the search and the fit of a person know each.
 * @param from another address each time, since limits are counted for each
 */
export async function measureVisibility(
  { address, tokens }: HiringServer,
  times: number,
  from: () => string,
): Promise<Visibility> {
  const get = (path: string, token?: string) =>
    fetch(address + path, { headers: { 'x-forwarded-for': from(), ...(token && bearer(token)) } })
  const me = (await (await get('/api/me', tokens.employerOwner)).json()) as {
    memberships: [{ organisationId: string }]
  }
  const path = `${address}/api/organisations/${me.memberships[0].organisationId}/jobs`
  const seen: Visibility = { search: [], match: [] }
  for (let time = 0; time < times; time++) {
    const title = newTitle()
    const validUntil = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    const places = [{ place: '370211', openings: 2 }]
    const body = { title, description: `驾驶叉车完成装卸，看管${title}的库位。`, places, validUntil }
    const headers = { ...bearer(tokens.employerOwner), 'content-type': 'application/json' }
    const key = { 'idempotency-key': `bench-${process.pid}-seen-${posted}` }
    const sent = await fetch(path, { method: 'POST', headers: { ...headers, ...key }, body: JSON.stringify(body) })
    if (!sent.ok) throw new Error(`posting answered ${sent.status}: ${await sent.text()}`)
    const { id, status } = (await sent.json()) as { id: string; status: string }
    if (status !== 'open') throw new Error(`the posting is not open, but ${status}`)
    const inSearch = until(`${title} in search`, async () => {
      const found = await get(`/api/jobs?limit=5&q=${encodeURIComponent(title)}`)
      if (!found.ok) throw new Error(`the search answered ${found.status}: ${await found.text()}`)
      return ((await found.json()) as { items: { id: string }[] }).items.some((item) => item.id === id)
    })
    const inMatch = until(
      `${title} in matches`,
      async () => (await get(`/api/me/recommendations/${id}`, tokens.seeker)).ok,
    )
    seen.search.push(await inSearch)
    seen.match.push(await inMatch)
  }
  return seen
}
