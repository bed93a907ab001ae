const KEY = 'idempotency-key'
/** Writes that are remembered; more are never under way on one page. */
const MOST = 20

/** How long the same write counts as tried again, in ms: later it is meant anew. */
const AGAIN = 300_000

/** Keys of writes whose answer never came, and since when, by the write. */
const unanswered = new Map<string, { key: string; since: number }>()

/** The write as the server tells it from others: address, for whom, and what is sent. */
const nameOf = async (request: Request): Promise<string> =>
  [request.url, request.headers.get('renshu-for'), await request.clone().text()].join('\n')

/** Said by the server itself, not by something on the way to it. */
const isAnswer = ({ ok, headers }: Response): boolean =>
  ok || (headers.get('content-type')?.startsWith('application/problem+json') ?? false)

function remember(name: string, key: string, at: number): void {
  const since = unanswered.get(name)?.since ?? at
  unanswered.set(name, { key, since })
  const [oldest] = unanswered.keys()
  if (unanswered.size > MOST) unanswered.delete(oldest!)
}

/** The key under which a write was tried a short while ago. */
function keyOf(name: string, at: number): string | undefined {
  const tried = unanswered.get(name)
  if (tried && at - tried.since < AGAIN) return tried.key
  unanswered.delete(name)
  return undefined
}

/**
 * Sends a request. A write whose answer was lost on the way may have been carried out: sent again as it was, it has the
 * key of the first try, so that the server answers it as before instead of doing it twice.
 */
export async function sendOnce(
  request: Request,
  send: (request: Request) => Promise<Response>,
  now: () => Date,
): Promise<Response> {
  const own = request.headers.get(KEY)
  if (own === null || request.headers.get('content-type') !== 'application/json') return send(request)
  const name = await nameOf(request)
  const key = keyOf(name, now().getTime()) ?? own
  request.headers.set(KEY, key)
  try {
    const response = await send(request)
    if (isAnswer(response)) unanswered.delete(name)
    else remember(name, key, now().getTime())
    return response
  } catch (error) {
    remember(name, key, now().getTime())
    throw error
  }
}
