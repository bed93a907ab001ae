export interface PdfOpened {
  pages: number
}
export interface PageAsked {
  /** From 1. */
  page: number
  /** In pixels of the screen. */
  width: number
}
export interface PageDrawn {
  page: number
  bitmap: ImageBitmap
  /** What stands on it, for who copies or cannot see; empty where it is a picture. */
  text: string
  /** Nothing that stands on it was left out. */
  whole: boolean
}
/** `slow`: it was given up. `old`: this browser cannot draw away from the page. */
export interface PdfProblem {
  problem: 'locked' | 'broken' | 'slow' | 'old'
}

/** Longer than that a page is not waited for, unless somebody asks to. */
export const PATIENCE_MS = 30_000

export class PdfError extends Error {
  readonly why: PdfProblem['problem']
  constructor(why: PdfProblem['problem']) {
    super(`A PDF could not be drawn: ${why}`)
    this.why = why
  }
}

/** A PDF that is drawn page by page, one after the other. */
export interface Pdf {
  pages: number
  draw: (page: number, width: number) => Promise<PageDrawn>
  close: () => void
}

/**
 * Opens a PDF in a thread of its own, which ends with it.
 * @param patience how long a page may take, in ms
 * @throws PdfError
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>, patience: number): Promise<Pdf> {
  if (typeof OffscreenCanvas === 'undefined' || typeof Worker === 'undefined') throw new PdfError('old')
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const close = () => worker.terminate()
  let last: Promise<unknown> = Promise.resolve()
  // In order: an answer does not say to which of two questions it belongs.
  const ask = <T extends PdfOpened | PageDrawn>(message: object, is: (data: object) => boolean): Promise<T> => {
    const answer = last.then(() => answerOf<T>(worker, patience, message, is))
    last = answer.catch(() => {})
    return answer
  }
  try {
    const { pages } = await ask<PdfOpened>({ bytes: bytes.slice() }, (data) => 'pages' in data)
    return { pages, close, draw: (page, width) => ask<PageDrawn>({ page, width }, (data) => 'bitmap' in data) }
  } catch (error) {
    close()
    throw error
  }
}

/** What the thread says next; anything that is no answer is passed over. */
function answerOf<T>(worker: Worker, patience: number, message: object, is: (data: object) => boolean): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const ended = new AbortController()
    const end = (then: () => void) => {
      ended.abort()
      clearTimeout(timer)
      then()
    }
    const timer = setTimeout(() => {
      worker.terminate()
      end(() => reject(new PdfError('slow')))
    }, patience)
    const heard = ({ data }: MessageEvent<object>) => {
      if ('problem' in data) end(() => reject(new PdfError((data as PdfProblem).problem)))
      else if (is(data)) end(() => resolve(data as T))
    }
    worker.addEventListener('message', heard, { signal: ended.signal })
    worker.addEventListener('error', () => end(() => reject(new PdfError('old'))), { signal: ended.signal })
    worker.postMessage(message)
  })
}
