import type { documentRoutes } from '@renshu/contracts'
import { type Context, type FileMade, type Handlers, withSlowStep } from '../../../platform/http/index.ts'
import type { Services } from '../../../platform/services.ts'
import { checkPdf, citySigner, type Signer, signPdf } from '../../../platform/signing/index.ts'
import { print } from './printing/print.ts'
import { listDocuments, paperOf, type ToPrint } from './show.ts'
import { type Looked, marksOf, verifyCode, verifyFile } from './verify.ts'
import { requireDuty } from '../running/on-duty.ts'

const PDF = 'application/pdf'

const signerOf = ({ config, cities }: Services, city: string): Promise<Signer> =>
  citySigner(config, city, cities.get(city)!.bureau.zh)

type Download = { params: { caseId: string; documentId: string } }

/** Looks the paper up, draws and signs it outside any transaction, and asks once more who may have it. */
const downloadFor = (require: (context: Context, caseId: string) => Promise<void>) =>
  withSlowStep<Download, FileMade, ToPrint & { city: string }, Buffer>({
    async look({ params }, context) {
      await require(context, params.caseId)
      return { ...(await paperOf(context, params)), city: context.city }
    },
    work: async ({ paper, city }, services) => signPdf(await print(paper), await signerOf(services, city)),
    async handle({ params }, context, pdf) {
      await require(context, params.caseId)
      const { name } = await paperOf(context, params)
      return { name, type: PDF, bytes: new Uint8Array(pdf) }
    },
  })
const download = downloadFor(async () => undefined)
const officerDownload = downloadFor(requireDuty)

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

const looked = withSlowStep<
  { bytes: Uint8Array },
  Awaited<ReturnType<typeof verifyFile>>,
  { bytes: Buffer; city: string },
  Looked
>({
  look: async ({ bytes }, { city }) => ({ bytes: Buffer.from(bytes), city }),
  async work({ bytes, city }, services) {
    if (!isPdf(bytes)) return { notPdf: true }
    return { signature: checkPdf(bytes, await signerOf(services, city)), marks: marksOf(bytes) }
  },
  handle: (_, context, found) => verifyFile(context, found),
})

const certificate = withSlowStep<unknown, FileMade, string, Buffer>({
  look: async (_, { city }) => city,
  work: async (city, services) => (await signerOf(services, city)).certificate,
  handle: async (_, { city }: Context, der) => ({
    name: `${city}.cer`,
    type: 'application/pkix-cert',
    bytes: new Uint8Array(der),
  }),
})

export const documentHandlers: Handlers<typeof documentRoutes> = {
  myDocuments: ({ params }, context) => listDocuments(context, params.caseId),
  myDocument: download,
  organisationDocuments: ({ params }, context) => listDocuments(context, params.caseId),
  organisationDocument: download,
  async caseDocuments({ params }, context) {
    await requireDuty(context, params.caseId)
    return listDocuments(context, params.caseId)
  },
  caseDocument: officerDownload,
  signingCertificate: certificate,
  verifyCode: ({ params }, context) => verifyCode(context, params.code),
  verifyFile: looked,
}
