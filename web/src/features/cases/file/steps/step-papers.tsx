import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { FilesField } from '../../../../ui/form/fields/files-field.tsx'
import { useService } from '../../hall/queries.ts'
import { useCaseDesk } from '../case-desk.ts'
import { paperName } from './step-values.ts'

/** The papers a step asks for. */
export function StepPapers({ file, papers }: { file: CaseFile; papers: readonly string[] }) {
  const { t } = useTranslation('cases')
  const desk = useCaseDesk()
  const { data: service } = useService(file.service.key)
  const upload = (paper: string) => async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const kept = await desk.upload(file.id, paper, name, bytes)
    return { id: kept.file?.id ?? '', name }
  }
  return papers.map((id) => {
    const name = service?.papers.find((paper) => paper.id === id)?.name ?? { zh: id, en: id }
    return (
      <FilesField
        key={id}
        name={paperName(id)}
        label={nameIn(name)}
        hint={t('paper.hint')}
        upload={upload(id)}
        single
      />
    )
  })
}
