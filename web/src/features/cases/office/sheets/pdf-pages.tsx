import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { Skeleton } from '../../../../ui/state/skeleton.tsx'
import { openPdf, type PageDrawn, PATIENCE_MS, type Pdf, PdfError, type PdfProblem } from './pdf.ts'

interface PdfPagesProps {
  bytes: Uint8Array<ArrayBuffer>
  title: string
}

type Problem = PdfProblem['problem']
const problemOf = (error: unknown): Problem => (error instanceof PdfError ? error.why : 'broken')

/** How many times as wide as its frame a page is drawn. */
const SIZES = [1, 1.5, 2, 3] as const

/** A PDF page by page, as pixels that were drawn away from this site; what cannot be drawn is downloaded. */
export function PdfPages({ bytes, title }: PdfPagesProps) {
  const { t } = useTranslation('office')
  const [tries, setTries] = useState(1)
  const { pdf, problem, fail } = usePdf(bytes, tries)
  const [page, setPage] = useState(1)
  const [size, setSize] = useState(0)
  if (problem)
    return (
      <>
        <p className="note warn">{t(`sheet.problem.${problem}`)}</p>
        {problem === 'slow' && <Button onClick={() => setTries(tries + 1)}>{t('sheet.waitLonger')}</Button>}
      </>
    )
  if (!pdf) return <Skeleton />
  return (
    <>
      <div className="row" role="group" aria-label={t('sheet.pages')}>
        <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
          {t('sheet.before')}
        </Button>
        <span role="status">{t('sheet.page', { page, count: pdf.pages })}</span>
        <Button disabled={page === pdf.pages} onClick={() => setPage(page + 1)}>
          {t('sheet.after')}
        </Button>
        <Button disabled={size === 0} onClick={() => setSize(size - 1)}>
          {t('sheet.smaller')}
        </Button>
        <Button disabled={size === SIZES.length - 1} onClick={() => setSize(size + 1)}>
          {t('sheet.larger')}
        </Button>
      </div>
      <PdfPage pdf={pdf} page={page} size={SIZES[size]!} title={title} onProblem={fail} />
    </>
  )
}

/** Opened while it is looked at; with every try it may take longer. */
function usePdf(bytes: Uint8Array<ArrayBuffer>, tries: number) {
  const [pdf, setPdf] = useState<Pdf | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let left = false
    let opened: Pdf | undefined
    setProblem(null)
    openPdf(bytes, PATIENCE_MS * tries).then(
      (found) => {
        opened = found
        if (left) found.close()
        else setPdf(found)
      },
      (error: unknown) => !left && setProblem(problemOf(error)),
    )
    return () => {
      left = true
      opened?.close()
      setPdf(null)
    }
  }, [bytes, tries])
  return { pdf, problem, fail: setProblem }
}

interface PdfPageProps {
  pdf: Pdf
  page: number
  size: number
  title: string
  onProblem: (problem: Problem) => void
}

function PdfPage({ pdf, page, size, title, onProblem }: PdfPageProps) {
  const { t } = useTranslation('office')
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<Omit<PageDrawn, 'bitmap'> | null>(null)
  useEffect(() => {
    let left = false
    const width = Math.round((frame.current?.clientWidth ?? 600) * size * devicePixelRatio)
    pdf.draw(page, width).then(
      ({ bitmap, ...rest }) => {
        if (left) return bitmap.close()
        show(canvas.current, bitmap)
        setDrawn(rest)
      },
      (error: unknown) => !left && onProblem(problemOf(error)),
    )
    return () => {
      left = true
    }
  }, [pdf, page, size, onProblem])
  const name = t('sheet.pageOf', { title, page })
  const ready = drawn?.page === page
  return (
    <>
      {ready && !drawn.whole && <p className="note warn">{t('sheet.notWhole')}</p>}
      <div ref={frame} className="sheet-frame" tabIndex={0} role="region" aria-label={name} aria-busy={!ready}>
        <canvas ref={canvas} role="img" aria-label={name} style={{ width: `${size * 100}%` }} />
      </div>
      {ready && (
        <details>
          <summary>{t('sheet.text')}</summary>
          {drawn.text ? <pre className="sheet-text">{drawn.text}</pre> : <p className="quiet">{t('sheet.noText')}</p>}
        </details>
      )}
    </>
  )
}

function show(canvas: HTMLCanvasElement | null, bitmap: ImageBitmap): void {
  if (!canvas) return bitmap.close()
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
}
