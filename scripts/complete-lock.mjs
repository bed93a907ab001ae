// `npm ci` refuses a lock file in which an optional platform package is named but not locked. That happens when the
// registry used for `npm install` does not carry every platform's binary. This adds the missing entries as stubs
// (version, os, cpu, libc and `optional`), which npm skips on every other platform. Run after each change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const LIBCS = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

const lock = JSON.parse(readFileSync(FILE, 'utf8'))

/** Node's own look-up: the package beside the dependant, else beside each of its ancestors. */
function isLocked(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

function stub(name, range, dependant) {
  const words = name.split('/').pop().split(/[-.]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  const libc = Object.keys(LIBCS).find((word) => words.includes(word))
  return {
    version: range.replace(/^[^\d]*/, ''),
    ...(dependant.dev && { dev: true }),
    optional: true,
    ...(os && { os: [os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [LIBCS[libc]] }),
  }
}

let added = 0
for (const [path, dependant] of Object.entries(lock.packages))
  for (const [name, range] of Object.entries(dependant.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue
    lock.packages[`node_modules/${name}`] = stub(name, range, dependant)
    added++
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added} entries added\n`)
