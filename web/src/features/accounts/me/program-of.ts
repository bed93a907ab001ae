const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
const nameOf = (text: string, names: typeof BROWSERS) => names.find(([sign]) => sign.test(text))?.[1]

/** What a user agent says of program and system, e.g. `Edge, Windows`; as it stands where it says neither. */
export const programOf = (userAgent: string): string =>
  [nameOf(userAgent, BROWSERS), nameOf(userAgent, SYSTEMS)].filter(Boolean).join(', ') || userAgent
