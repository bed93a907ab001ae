import type { zhCity } from './zh-city.ts'

export const enCity: typeof zhCity = {
  unknownSubject: (subject) => `There is no “city ${subject}”, only check.`,
  finding: (file, path, reason) => `${file}${path && ` at ${path}`}: ${reason}`,
  wrong: (count) => `${count} to be mended before a start; a city with mistakes is not used.`,
  city: (code, name, districts, streets) => `${code} ${name}: ${districts} districts, ${streets} streets and towns`,
  parameters: (total, examples) => `  ${total} parameters, ${examples} of them examples`,
  demo: (agencies, employers, parks) => `  demo: ${agencies} agencies, ${employers} employers, ${parks} parks`,
}
