/** The part of the address after `?`, as plain texts: `district=370202` stays a text. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export function writeSearch(search: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') written.set(name, String(value))
  const text = written.toString()
  return text && `?${text}`
}

/** Keeps the named texts of an address and drops whatever else somebody wrote into it. */
export const texts =
  <const N extends string>(...names: readonly N[]) =>
  (search: Record<string, unknown>): { [K in N]?: string } =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' && search[name] ? [[name, search[name]]] : [])),
    ) as { [K in N]?: string }

/** A path of this site to go back to; another site's address is refused. */
export const ownPath = (path: string | undefined): string => (path && /^\/(?![/\\])[^\\]*$/.test(path) ? path : '/')
