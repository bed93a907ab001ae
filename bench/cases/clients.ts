import { randomUUID } from 'node:crypto'
import { type Client, clientOf, type RouteTable } from '@renshu/contracts'

/** The typed client of a route table over HTTP, as somebody. */
export const clientAt = <T extends RouteTable>(address: string, table: T, token: string | undefined): Client<T> =>
  clientOf(table, {
    origin: address,
    send: fetch,
    newKey: randomUUID,
    headers: () => (token ? { authorization: `Bearer ${token}` } : {}),
  })
