export { checkPdf, RANGE_HOLE, SIGNATURE_HOLE, type SignatureCheck, signPdf } from './pdf.ts'
export { citySigner, type Signer } from './signing.ts'
