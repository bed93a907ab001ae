/**
 * Draws pages of a PDF away from the page: what was uploaded reaches the reviewer as pixels and plain text only. It has
 * no document, no cookie it could read and no frame; a file that keeps it busy is ended with it.
 */
import { getDocument, VerbosityLevel } from 'unpdf/pdfjs'
import { ChineseTables } from './chinese-tables.ts'
import type { PageAsked, PageDrawn, PdfOpened, PdfProblem } from './pdf.ts'

/** Longest side of what is drawn, in pixels, whatever a page says of itself. */
const LONGEST = 4096
/** A picture inside with more pixels than that is left out. */
const MOST_PIXELS = 64_000_000

interface Drawing {
  canvas: OffscreenCanvas
  context: OffscreenCanvasRenderingContext2D
}

class Canvases {
  create(width: number, height: number): Drawing {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true })! }
  }
  reset({ canvas }: Drawing, width: number, height: number): void {
    canvas.width = width
    canvas.height = height
  }
  destroy(drawing: Drawing): void {
    this.reset(drawing, 0, 0)
  }
}

/** Filters are made of a document, which there is none of here. */
class NoFilters {
  addFilter = () => 'none'
  addHCMFilter = () => 'none'
  addAlphaFilter = () => 'none'
  addLuminosityFilter = () => 'none'
  addHighlightHCMFilter = () => 'none'
  destroy = () => {}
}

/** Pictures and letters that are left out are only complained of. Nobody else speaks in this thread. */
let left = false
console.warn = console.log = (text: unknown) => {
  left ||= /image|jpx|jbig2|cmap/i.test(String(text))
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>
let opened: Promise<Document> | undefined

async function open(data: Uint8Array<ArrayBuffer>): Promise<PdfOpened> {
  opened = getDocument({
    data,
    verbosity: VerbosityLevel.WARNINGS,
    // Nothing of the file becomes code.
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    useWorkerFetch: false,
    cMapPacked: false,
    cMapUrl: 'tables/',
    BinaryDataFactory: ChineseTables,
    // Letters that the file brings are drawn as shapes; those it does not are the machine's own.
    disableFontFace: true,
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
  }).promise
  return { pages: (await opened).numPages }
}

async function draw({ page: number, width }: PageAsked): Promise<PageDrawn> {
  const page = await (await opened!).getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const scale = Math.min(width / natural.width, LONGEST / natural.width, LONGEST / natural.height)
  const viewport = page.getViewport({ scale })
  const size = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))] as const
  left = false
  const { canvas, context } = new Canvases().create(...size)
  await page.render({ canvas: null, canvasContext: context as never, viewport, background: 'white' }).promise
  const { items } = await page.getTextContent()
  page.cleanup()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  return {
    page: number,
    bitmap: canvas.transferToImageBitmap(),
    text: text.trim(),
    whole: !left && !ChineseTables.asked,
  }
}

const problemOf = (error: unknown): PdfProblem => ({
  problem: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken',
})

self.addEventListener('message', ({ data }: MessageEvent<{ bytes: Uint8Array<ArrayBuffer> } | PageAsked>) => {
  // The library hears here too, and speaks of its own.
  if ('bytes' in data)
    void open(data.bytes)
      .catch(problemOf)
      .then((answer) => self.postMessage(answer))
  else if ('page' in data)
    void draw(data)
      .catch(problemOf)
      .then((answer) => self.postMessage(answer, { transfer: 'bitmap' in answer ? [answer.bitmap] : [] }))
})
