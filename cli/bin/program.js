// The sources, put together into some files that Node reads in a fraction of the time: a thousand modules, each found
// and compiled on its own, take seconds. What was put together is kept until a source changes (decision 0020).
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const KEPT = join(ROOT, 'node_modules/.cache/renshu')
const MANIFEST = 'manifest.json'
/** Programs that are kept: one that runs may still want a part of the one before. */
const MOST = 3
/** Sources of this repository, with what they say of their own place. */
const OURS = /[\\/](?:cli|server|packages)[\\/].*\.ts$/

/** Path, moment of the last change and size of a file that the program was made of. */
const stampOf = (path) => {
  const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return [path, mtimeMs ?? 0, size ?? 0]
}

const folders = () => {
  try {
    const names = readdirSync(KEPT).filter((name) => !name.startsWith('.'))
    return names.toSorted().toReversed()
  } catch {
    return []
  }
}

function isCurrent(folder) {
  try {
    const manifest = JSON.parse(readFileSync(join(KEPT, folder, MANIFEST), 'utf8'))
    return manifest.every(([path, changed, size]) => {
      const [, changedNow, sizeNow] = stampOf(path)
      return changed === changedNow && size === sizeNow
    })
  } catch {
    return false
  }
}

/**
 * A part of the program is no longer where its source is: what the source says of its place is written out.
 * @param stamps of what was read; taken before the reading, so that a change in between is found later
 */
const placed = (stamps) => ({
  name: 'placed',
  setup({ onLoad }) {
    onLoad({ filter: /./ }, ({ path }) => {
      stamps.push(stampOf(path))
      if (!OURS.test(path)) return undefined
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: 'ts' }
    })
  },
})

/** Only the workspaces are put together; what is installed stays where it is. */
const installed = {
  name: 'installed',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@renshu/') ? undefined : { path, external: true },
    )
  },
}

/** Everything the program is made of, beside its sources: what says where they are, and how they are put together. */
const manifests = () => [
  fileURLToPath(import.meta.url),
  join(ROOT, 'node_modules/tsx/package.json'),
  ...['cli', 'server', ...readdirSync(join(ROOT, 'packages')).map((name) => join('packages', name))].map((workspace) =>
    join(ROOT, workspace, 'package.json'),
  ),
]

/** Puts the program together and keeps it. @returns its folder */
async function build() {
  // The compiler that tsx brings.
  const { build, stop } = createRequire(join(ROOT, 'node_modules/tsx/package.json'))('esbuild')
  const draft = join(KEPT, `.${process.pid}`)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  const stamps = manifests().map(stampOf)
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: ['cli/src/main.ts'],
      outdir: draft,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      plugins: [placed(stamps), installed],
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
    })
    writeFileSync(join(draft, MANIFEST), JSON.stringify(stamps))
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  } finally {
    await stop()
  }
  const folder = `${Date.now()}-${process.pid}`
  renameSync(draft, join(KEPT, folder))
  for (const old of folders().slice(MOST)) rmSync(join(KEPT, old), { recursive: true, force: true })
  return folder
}

/** `cli/src/main.ts` as it is now. Where nothing can be kept, or a source is faulty, tsx reads the sources themselves. */
export async function loadProgram() {
  const folder = folders().find(isCurrent) ?? (await build().catch(() => undefined))
  if (folder) {
    process.setSourceMapsEnabled(true)
    return import(pathToFileURL(join(KEPT, folder, 'main.mjs')).href)
  }
  const { register } = await import('tsx/esm/api')
  register()
  return import('../src/main.ts')
}
