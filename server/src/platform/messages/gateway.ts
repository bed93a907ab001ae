const PATIENCE = 10_000

/** The gateway did not take the message. The message of this error names neither phone nor text. */
class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused'
}

/**
 * An SMS gateway over HTTP: `POST {to, text, reference}` as JSON with a bearer token, 2xx means taken. A message whose
 * answer got lost is posted again with the same reference, which is also the `Idempotency-Key`: the gateway sends each
 * reference once. Redirects are not followed, since they would carry phone and token to an address nobody configured.
 */
export const openGateway =
  (url: string, token: string) =>
  async (to: string, text: string, reference: string): Promise<void> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': reference,
      },
      body: JSON.stringify({ to, text, reference }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    await response.body?.cancel()
    if (!response.ok) throw new GatewayRefused(`the SMS gateway answered ${response.status}`)
  }
