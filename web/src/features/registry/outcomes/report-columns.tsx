import { ReportFigures as Figures, type ReportFigures } from '@renshu/contracts'
import i18next from 'i18next'
import { number, yuan } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/columns.ts'

/** The order of the form 人社统LM1. */
export const FIGURES = Object.keys(Figures.shape) as (keyof ReportFigures)[]

/** A figure with its unit; a dash where nothing was said. */
export function shownFigure(figure: keyof ReportFigures, value: number | null): string {
  if (value === null) return '-'
  return figure.endsWith('Fen') ? yuan(value) : number(value)
}

/** Columns of the figures of yearly reports. */
export const figureColumns = <T extends { figures: ReportFigures }>(): Column<T>[] => {
  const t = i18next.getFixedT(null, 'registry')
  return FIGURES.map((figure) => ({
    key: figure,
    title: t(`reports.figure.${figure}`),
    align: 'end' as const,
    plain: ({ figures }) => (figures[figure] === null ? '' : String(figures[figure])),
    cell: ({ figures }) => shownFigure(figure, figures[figure]),
  }))
}
