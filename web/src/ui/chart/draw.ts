import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { number } from '../format.ts'
import { areLying, isDate, lyingHeight } from './lying.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export interface Drawing {
  categories: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[]; kind?: 'bar' | 'line' }[]
  unit: string
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Share of the width that names beside lying bars may take; longer ones go on in the next line. */
const NAMES_SHARE = 0.4

const written = ({ value }: { value: unknown }) => (typeof value === 'number' ? number(value) : '')

/** @param isLying bars from left to right, each beside its name */
function optionsOf({ categories, series, unit }: Drawing, isLying: boolean, width: number) {
  const text = { color: colour('--text-quiet'), fontFamily: getComputedStyle(document.documentElement).fontFamily }
  const line = { lineStyle: { color: colour('--line') } }
  const names = {
    type: 'category' as const,
    data: [...categories],
    axisLabel: {
      ...text,
      // Only months and days may be left out: their neighbours name them.
      ...(!categories.every(isDate) && { interval: 0 }),
      ...(isLying && { interval: 0, width: width * NAMES_SHARE, overflow: 'break' as const }),
    },
    axisLine: line,
    inverse: isLying,
  }
  const values = {
    type: 'value' as const,
    name: unit,
    ...(isLying && { nameLocation: 'middle' as const, nameGap: 26 }),
    nameTextStyle: text,
    axisLabel: { ...text, hideOverlap: true },
    splitLine: line,
  }
  return {
    animation: false,
    color: [1, 2, 3, 4, 5].map((index) => colour(`--chart-${index}`)),
    textStyle: text,
    grid: {
      left: 8,
      right: isLying ? 28 : 16,
      top: isLying && series.length === 1 ? 8 : 44,
      bottom: isLying ? 28 : 8,
      containLabel: true,
    },
    legend: { show: series.length > 1, top: 0, right: 0, textStyle: text },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn like the chart: the content policy forbids the inline styles of an HTML one.
      renderMode: 'richText' as const,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${number(value)} ${unit}` : '-'),
    },
    xAxis: isLying ? values : names,
    yAxis: isLying ? names : values,
    series: series.map((each) => ({
      name: each.name,
      type: each.kind ?? 'bar',
      data: [...each.values],
      barMaxWidth: 36,
      label: { ...text, show: isLying, position: 'right' as const, formatter: written },
    })),
  }
}

/** Draws into the element and follows its size; the answer takes the drawing away. */
export function draw(element: HTMLElement, drawing: Drawing): () => void {
  const chart = init(element, null, { renderer: 'svg' })
  const onlyBars = drawing.series.every(({ kind = 'bar' }) => kind === 'bar')
  const { categories, series } = drawing
  let drawn = 0
  const fit = () => {
    const width = element.clientWidth
    const isLying = onlyBars && areLying(categories, width)
    element.style.height = isLying ? `${lyingHeight(categories.length, series.length)}px` : ''
    chart.resize()
    if (width !== drawn) chart.setOption(optionsOf(drawing, isLying, width), true)
    drawn = width
  }
  fit()
  const watch = new ResizeObserver(fit)
  watch.observe(element)
  return () => {
    watch.disconnect()
    chart.dispose()
    element.style.height = ''
  }
}
