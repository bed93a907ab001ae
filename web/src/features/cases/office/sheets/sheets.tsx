import type { CaseFile } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Button } from '../../../../ui/button.tsx'
import { ChoiceFilter } from '../../../../ui/filter/filter.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { Skeleton } from '../../../../ui/state/skeleton.tsx'
import { download } from '../../../../ui/table/download.ts'
import { officeDesk } from '../queries.ts'

type Paper = CaseFile['papers'][number]
/** Only what a browser draws without running anything of it. */
const PICTURES = new Set(['image/png', 'image/jpeg'])
/** Comes with the first PDF. */
const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.tsx')).PdfPages }))

/** The papers, one at a time beside the facts they prove. */
export function Sheets({ of: { id, papers } }: { of: CaseFile }) {
  const { t } = useTranslation(['office', 'cases'])
  const files = papers.filter(({ file }) => file !== null)
  const others = papers.filter(({ file }) => file === null)
  const [chosen, setChosen] = useState('')
  const paper = files.find(({ file }) => file?.id === chosen) ?? files[0]
  return (
    <section className="sheet" aria-label={t('sheet.title')}>
      <h2>{t('sheet.title')}</h2>
      {files.length > 1 && (
        <ChoiceFilter
          label={t('sheet.which')}
          value={paper?.file?.id ?? ''}
          onChange={setChosen}
          choices={files.map(({ name, file }) => ({ value: file!.id, label: `${nameIn(name)} ${file!.name}` }))}
        />
      )}
      {paper?.file ? <Sheet caseId={id} paper={paper} /> : <Empty title={t('sheet.none')} />}
      {others.length > 0 && (
        <ul className="small">
          {others.map(({ paper: which, name, by }) => (
            <li key={which}>
              {nameIn(name)} {t(by === 'promise' ? 'cases:paper.promised' : 'cases:paper.held')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Sheet({ caseId, paper: { name, file } }: { caseId: string; paper: Paper }) {
  const { t } = useTranslation('office')
  const fileId = file!.id
  const query = useQuery({
    queryKey: [...officeDesk.key, 'paper', caseId, fileId],
    queryFn: () => officeDesk.paper(caseId, fileId),
    staleTime: Infinity,
  })
  return (
    <Answer of={query}>
      {({ type, bytes }) => (
        <>
          <div className="row spread">
            <span className="small quiet">{file!.name}</span>
            <Button onClick={() => download(file!.name, type, bytes)}>{t('sheet.download')}</Button>
          </div>
          <Drawn key={fileId} type={type} bytes={bytes} title={nameIn(name)} />
        </>
      )}
    </Answer>
  )
}

interface DrawnProps {
  type: string
  bytes: Uint8Array<ArrayBuffer>
  title: string
}

/**
 * A picture from the bytes that were fetched, a PDF drawn as pictures. Anything else is only downloaded: nothing that
 * was uploaded is ever shown as a page of this site.
 */
function Drawn({ type, bytes, title }: DrawnProps) {
  const { t } = useTranslation('office')
  const kind = type.split(';')[0] ?? ''
  if (PICTURES.has(kind)) return <Picture kind={kind} bytes={bytes} title={title} />
  if (kind !== 'application/pdf') return <p className="note">{t('sheet.notShown')}</p>
  return (
    <Suspense fallback={<Skeleton />}>
      <PdfPages bytes={bytes} title={title} />
    </Suspense>
  )
}

function Picture({ kind, bytes, title }: { kind: string; bytes: DrawnProps['bytes']; title: string }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: kind }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, kind])
  return (
    <div className="sheet-frame" tabIndex={0} role="region" aria-label={title}>
      {address && <img src={address} alt={title} />}
    </div>
  )
}
