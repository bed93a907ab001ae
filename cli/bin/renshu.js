#!/usr/bin/env node
// Node 20 cannot read TypeScript, and a thousand modules are slow to find: everything lives in ../src.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`需要 Node 20.19 或更新的版本，当前是 ${process.version}。 / Node 20.19 or later is needed.\n`)
  process.exit(70)
}

try {
  const { loadProgram } = await import('./program.js')
  const { main } = await loadProgram()
  await main(process)
} catch (error) {
  // Reached only when the program itself cannot be loaded; main() answers for everything later.
  process.stderr.write(
    `renshu 无法启动，请先运行 npm install。 / Cannot start, run npm install first. (${error?.code ?? error})\n`,
  )
  process.exitCode = 70
}
