import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import PdfKit from 'pdfkit'
import { RANGE_PLACE, SIGNATURE_BYTES } from '../../../../platform/signing/index.ts'
import type { Paper, PaperPart } from './paper.ts'

/** Noto Sans SC, SIL Open Font License 1.1. */
const FONTS = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts')
const FONT = { text: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Medium.otf' }
const read = new Map<string, Buffer>()
function font(file: string): Buffer {
  const known = read.get(file) ?? readFileSync(join(FONTS, file))
  read.set(file, known)
  return known
}

const MARGIN = 72
const GREY = '#5b6472'

/** What pdfkit offers below its own surface: objects of the file. */
interface Reference {
  data: Record<string, unknown>
  end: () => void
}
type Below = PDFKit.PDFDocument & {
  ref: (data: Record<string, unknown>) => Reference
  _root: Reference
  page: { dictionary: Reference }
}

/** A field without a picture on the page, with room for the signature and the ranges it covers. */
function addSignature(document: PDFKit.PDFDocument, { authority, at, code, head }: Paper): void {
  const below = document as unknown as Below
  const signature = below.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    ByteRange: [0, RANGE_PLACE, RANGE_PLACE, RANGE_PLACE],
    Contents: Buffer.alloc(SIGNATURE_BYTES),
    M: new Date(at),
    Name: new String(authority),
    // In clear, for whoever verifies the file.
    Reason: new String(`${code} ${head.n} ${head.hash}`),
  })
  const widget = below.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    F: 132,
    T: new String('signature'),
    V: signature,
    P: below.page.dictionary,
  })
  below.page.dictionary.data['Annots'] = [widget]
  // Its form, which it ends itself; NeedAppearances would ask viewers to draw fields anew, and so change what is signed.
  document.font('text').initForm()
  const form = below['_root'].data['AcroForm'] as Reference
  Object.assign(form.data, { SigFlags: 3, Fields: [widget], NeedAppearances: undefined })
  for (const each of [signature, widget]) each.end()
}

function drawRows(document: PDFKit.PDFDocument, rows: readonly (readonly [string, string])[]): void {
  const name = 130
  const width = document.page.width - 2 * MARGIN
  for (const [label, value] of rows) {
    const height = Math.max(
      document.heightOfString(label, { width: name - 8 }),
      document.heightOfString(value, { width: width - name }),
    )
    if (document.y + height > document.page.height - MARGIN - 20) document.addPage()
    const { y } = document
    document.fillColor(GREY).text(label, MARGIN, y, { width: name - 8 })
    document.fillColor('black').text(value, MARGIN + name, y, { width: width - name })
    document.x = MARGIN
    document.y = y + height + 4
    document
      .moveTo(MARGIN, document.y)
      .lineTo(MARGIN + width, document.y)
      .lineWidth(0.5)
      .stroke('#d5dae1')
    document.y += 6
  }
  document.moveDown(0.4)
}

function drawPart(document: PDFKit.PDFDocument, part: PaperPart): void {
  if ('rows' in part) return drawRows(document, part.rows)
  if ('heading' in part) {
    document.font('bold').fontSize(12).text(part.heading, { lineGap: 4 })
    document.font('text').fontSize(11).moveDown(0.2)
    return
  }
  document.text(part.text, { indent: 22, lineGap: 5 }).moveDown(0.4)
}

function drawHead(document: PDFKit.PDFDocument, { authority, title, number, addressee, isTrial }: Paper): void {
  document.font('text').fontSize(11).fillColor(GREY).text(authority, { align: 'center' })
  if (isTrial) document.fillColor('#b3261e').text('演示数据，不作为办事依据', { align: 'center' })
  document.fillColor('black').moveDown(0.6)
  document.font('bold').fontSize(20).text(title, { align: 'center' }).moveDown(0.3)
  document.font('text').fontSize(10).fillColor(GREY).text(number, { align: 'center' })
  document.fillColor('black').fontSize(11).moveDown(1)
  document.text(`${addressee}：`, { lineGap: 5 }).moveDown(0.3)
}

function drawFoot(document: PDFKit.PDFDocument, { authority, day, code, verification, head }: Paper): void {
  document.moveDown(1).text(authority, { align: 'right', lineGap: 4 }).text(day, { align: 'right' }).moveDown(1.5)
  if (document.y > document.page.height - MARGIN - 70) document.addPage()
  const { y } = document
  document
    .moveTo(MARGIN, y)
    .lineTo(document.page.width - MARGIN, y)
    .lineWidth(0.5)
    .stroke('#9aa3b0')
  document.y = y + 8
  document.font('bold').fontSize(10).fillColor('black').text(`核验码 ${code}`, MARGIN)
  document.font('text').fontSize(8.5).fillColor(GREY).text(verification, { lineGap: 2 })
  document.text(`办件记录第 ${head.n} 条 ${head.hash}`, { lineGap: 2 })
}

/**
 * The PDF of a paper, with room for a signature: A4, Noto Sans SC as far as it is used. The same paper gives the same
 * bytes. Takes some hundred milliseconds, so it runs in a thread of its own.
 */
export async function drawPaper(paper: Paper): Promise<Buffer> {
  const at = new Date(paper.at)
  const info = { Title: paper.title, Author: paper.authority, CreationDate: at, ModDate: at }
  const document = new PdfKit({ size: 'A4', margin: MARGIN, info, lang: 'zh-CN', pdfVersion: '1.7' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const drawn = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.registerFont('text', font(FONT.text))
  document.registerFont('bold', font(FONT.bold))
  addSignature(document, paper)
  drawHead(document, paper)
  for (const part of paper.parts) drawPart(document, part)
  drawFoot(document, paper)
  document.end()
  return drawn
}
