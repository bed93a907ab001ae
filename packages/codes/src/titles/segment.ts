export const segment = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}+#.]+/gu) ?? []
