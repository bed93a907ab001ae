export { checkPdf, RANGE_PLACE, SIGNATURE_BYTES, type SignatureCheck, signPdf } from './pdf.ts'
export { citySigner, type Signer } from './signing.ts'
