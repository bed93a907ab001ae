/* Keeps the shell and the lists seen last, for a bad network. It never keeps what is sent: a write without a network
fails at once and the page keeps what was typed. */
const SHELL = 'renshu.shell.1'
const SEEN = 'renshu.seen.1'
/** What belongs to a person: dropped when he signs out, and whenever the server no longer knows him. */
const MINE = 'renshu.mine.1'
const MOST = { [SHELL]: 160, [SEEN]: 60, [MINE]: 40 }
/** Lists and pages anybody may read. */
const PUBLIC = /^\/api\/(?:city|jobs(?:\/[0-9a-f-]{36}|\/market)?)$/
const OWN = /^\/api\/(?:session|me\/(?:talent|recommendations|processes(?:\/[0-9a-f-]{36})?|searches))$/

/** The oldest are dropped first: a cache lists its entries in the order in which they came. */
async function keep(name, request, response) {
  const cache = await caches.open(name)
  await cache.delete(request)
  await cache.put(request, response)
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST[name]))) await cache.delete(old)
}

/** From the network, and kept; without a network as it was seen last. */
async function freshOrSeen(event, name) {
  try {
    const response = await fetch(event.request)
    if (response.ok) event.waitUntil(keep(name, event.request, response.clone()).catch(() => {}))
    if (response.status === 401) event.waitUntil(caches.delete(MINE))
    return response
  } catch (error) {
    const seen = await (await caches.open(name)).match(event.request)
    if (seen) return markKept(seen)
    throw error
  }
}

/** The page says that it shows what was seen before, whatever the browser believes of the network. */
function markKept(seen) {
  const headers = new Headers(seen.headers)
  headers.set('renshu-kept', '1')
  return new Response(seen.body, { status: seen.status, headers })
}

/** Pages that tell in their head what they show: they are no document for other addresses. */
const DESCRIBED = /^\/jobs\/[0-9a-f-]{36}$/

/** Every address of the site opens with the same document. */
async function openPage(event) {
  try {
    const response = await fetch(event.request)
    if (response.ok && !DESCRIBED.test(new URL(event.request.url).pathname))
      event.waitUntil(keep(SHELL, '/', response.clone()).catch(() => {}))
    return response
  } catch (error) {
    const shell = await (await caches.open(SHELL)).match('/')
    if (shell) return shell
    throw error
  }
}

/** Files with a hash in their name never change. */
async function keptOrFresh(event) {
  const kept = await (await caches.open(SHELL)).match(event.request)
  if (kept) return kept
  const response = await fetch(event.request)
  if (response.ok) event.waitUntil(keep(SHELL, event.request, response.clone()).catch(() => {}))
  return response
}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add('/')))
  self.skipWaiting()
})

async function dropOld() {
  for (const name of await caches.keys()) if (name.startsWith('renshu.') && !(name in MOST)) await caches.delete(name)
  await self.clients.claim()
}

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld())
})

/** The page names the files it has loaded, so that the first visit is enough to open it without a network. */
self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data?.keep)) return
  const add = async () => {
    const cache = await caches.open(SHELL)
    for (const path of event.data.keep) if (!(await cache.match(path))) await cache.add(path).catch(() => {})
  }
  event.waitUntil(add())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (!pathname.startsWith('/api/')) event.respondWith(openPage(event))
  } else if (pathname.startsWith('/assets/') || /^\/icon[\w-]*\.svg$/.test(pathname))
    event.respondWith(keptOrFresh(event))
  else if (PUBLIC.test(pathname)) event.respondWith(freshOrSeen(event, SEEN))
  else if (OWN.test(pathname)) event.respondWith(freshOrSeen(event, MINE))
})
