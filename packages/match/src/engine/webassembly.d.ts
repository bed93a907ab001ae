/** The part of the WebAssembly interface in use here; the language's own library types leave it to the browser's. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number; maximum: number; shared: true })
    readonly buffer: SharedArrayBuffer
    grow(pages: number): number
  }
  const Module: new (bytes: Uint8Array) => object
  class Instance {
    constructor(module: object, imports: Record<string, Record<string, unknown>>)
    readonly exports: Record<string, unknown>
  }
  function validate(bytes: Uint8Array): boolean
}
