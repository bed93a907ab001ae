const KEY = 'renshu.oidc'

/** The secret of a sign-in that began in this tab: whoever returns without it did not begin it here. */
export const keepAttempt = (attempt: string): void => sessionStorage.setItem(KEY, attempt)

export function takeAttempt(): string {
  const attempt = sessionStorage.getItem(KEY) ?? ''
  sessionStorage.removeItem(KEY)
  return attempt
}
