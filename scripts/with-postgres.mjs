// Runs a command beside a temporary PostgreSQL server, whose address it gets as TEST_DATABASE_URL:
// node scripts/with-postgres.mjs npx vitest run --project server
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { register } from 'tsx/esm/api'

const [command, ...words] = process.argv.slice(2)
if (!command) {
  process.stderr.write('usage: node scripts/with-postgres.mjs COMMAND …\n')
  process.exit(2)
}
register()
const { startCluster } = await import('@renshu/temporary-postgres')
const cluster = await startCluster()
try {
  const child = spawn(command, words, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: cluster.url } })
  // The signal goes to the command; the server ends after it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const [code] = await Promise.race([
    once(child, 'exit'),
    once(child, 'error').then(([error]) => Promise.reject(error)),
  ])
  process.exitCode = code ?? 1
} finally {
  await cluster.remove()
}
