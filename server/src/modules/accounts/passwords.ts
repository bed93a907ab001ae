import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { placesFor } from '../../platform/places/places.ts'

const COST = 2 ** 17
const SETTINGS = { N: COST, r: 8, p: 1, maxmem: 256 * COST * 8 }
const LENGTH = 32

/** Each takes 128 MB and a thread that files and names of hosts need too: whoever tries many passwords waits. */
const inPlace = placesFor(2)

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  inPlace(
    () =>
      new Promise((resolve, reject) =>
        scrypt(password.normalize('NFKC'), salt, LENGTH, SETTINGS, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      ),
  )

/** `scrypt.17.8.1.salt.key`: the settings stay with the hash, so that they can be raised. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return ['scrypt.17.8.1', salt.toString('base64url'), (await derive(password, salt)).toString('base64url')].join('.')
}

const NOBODY = Buffer.alloc(LENGTH)

/** Whether the password belongs to the hash. Without a hash it takes as long and is false. */
export async function matchesPassword(password: string, hash: string | null): Promise<boolean> {
  const [, , , , salt = '', key = ''] = (hash ?? '').split('.')
  const wanted = Buffer.from(key, 'base64url')
  const derived = await derive(password, Buffer.from(salt, 'base64url'))
  return timingSafeEqual(derived, wanted.length === LENGTH ? wanted : NOBODY) && hash !== null
}
