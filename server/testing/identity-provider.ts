import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Grant {
  challenge: string
  redirectUri: string
  idToken: string
}

const CLIENT = { clientId: 'renshu', clientSecret: 'a-secret-of-the-test' }
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const newKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

function sign(claims: Record<string, unknown>, key: KeyObject): string {
  const body = `${encode({ alg: 'RS256', kid: 'test', typ: 'JWT' })}.${encode(claims)}`
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`
}

/** A city's identity provider on loopback: discovery, keys, authorization code with PKCE, RS256. */
export class IdentityProvider {
  readonly clientId = CLIENT.clientId
  readonly clientSecret = CLIENT.clientSecret
  issuer = ''
  /** How many codes were brought to be exchanged, whatever became of them. */
  exchanges = 0
  #held: Promise<void> | undefined
  readonly #keys = newKeys()
  readonly #grants = new Map<string, Grant>()
  readonly #server = createServer((request, response) => void this.#respond(request, response))

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  /**
   * Somebody agrees to what the address asks for. Claims replace the usual ones; `forged` signs them with another key.
   * @returns the query that comes back to the site
   */
  async approve(url: string, claims: Record<string, unknown>, forged = false): Promise<string> {
    const asked = new URL(url).searchParams
    const code = randomBytes(16).toString('base64url')
    const iat = Math.floor(Date.now() / 1000)
    const usual = { iss: this.issuer, aud: CLIENT.clientId, nonce: asked.get('nonce'), iat, exp: iat + 300 }
    this.#grants.set(code, {
      challenge: asked.get('code_challenge')!,
      redirectUri: asked.get('redirect_uri')!,
      idToken: sign({ ...usual, ...claims }, forged ? newKeys().privateKey : this.#keys.privateKey),
    })
    return new URLSearchParams({ code, state: asked.get('state')! }).toString()
  }

  /** Answers no exchange until the function it returns is called. */
  hold(): () => void {
    let release: (() => void) | undefined
    this.#held = new Promise((resolve) => (release = resolve))
    return () => {
      this.#held = undefined
      release?.()
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/token') {
      const form = await formOf(request)
      this.exchanges++
      await this.#held
      return this.#exchange(form, response)
    }
    if (request.url !== '/keys') return answer(response, 200, this.#description())
    const key = this.#keys.publicKey.export({ format: 'jwk' })
    answer(response, 200, { keys: [{ ...key, kid: 'test', alg: 'RS256', use: 'sig' }] })
  }

  #exchange(form: URLSearchParams, response: ServerResponse): void {
    const code = form.get('code') ?? ''
    const grant = this.#grants.get(code)
    this.#grants.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isClient = form.get('client_id') === CLIENT.clientId && form.get('client_secret') === CLIENT.clientSecret
    if (!grant || !isClient || challenge !== grant.challenge || form.get('redirect_uri') !== grant.redirectUri)
      return answer(response, 400, { error: 'invalid_grant' })
    answer(response, 200, { access_token: 'unused', token_type: 'Bearer', id_token: grant.idToken })
  }

  #description() {
    const { issuer } = this
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }
  }
}
