import { crc32 } from 'node:zlib'
import type { SectionKind } from './plain.ts'

/**
 * A snapshot file: the preamble, the pieces of the plain data and of its sections (memories and arrays of
 * numbers) one after another, and the table that says where they lie. The preamble is written last, so a file that was never finished has none. Every byte is under a
 * checksum: the preamble's own, the table's, or a piece's. Numbers are little-endian, as in the memories themselves.
 */
export const VERSION = 1
export const PREAMBLE_BYTES = 32
/** Bytes read or written at a time. */
export const PIECE_BYTES = 1 << 18

const MAGIC = Buffer.from('RENSHUMX', 'latin1')
const [VERSION_AT, TABLE_AT, TABLE_BYTES_AT, TABLE_CRC_AT, CRC_AT] = [8, 12, 20, 24, 28] as const

/** Bytes of the file with their CRC-32. */
export type Piece = { at: number; bytes: number; crc: number }
/** A piece of a section that begins at the offset `to` there. */
export type SectionPiece = Piece & { to: number }

export type Table = {
  /** What the content depends on: see `fingerprint.ts`. */
  fingerprint: string
  plain: Piece
  /** What is not in a piece is zero. */
  sections: { kind: SectionKind; bytes: number; pieces: SectionPiece[] }[]
}

/** Its version may be another one; everything up to the checksum stays where it is in all versions. */
export type Preamble = { version: number; table: Piece }

export function writePreamble({ version, table }: Preamble): Buffer {
  const preamble = Buffer.alloc(PREAMBLE_BYTES)
  MAGIC.copy(preamble)
  preamble.writeUInt32LE(version, VERSION_AT)
  preamble.writeBigUInt64LE(BigInt(table.at), TABLE_AT)
  preamble.writeUInt32LE(table.bytes, TABLE_BYTES_AT)
  preamble.writeUInt32LE(table.crc, TABLE_CRC_AT)
  preamble.writeUInt32LE(crc32(preamble.subarray(0, CRC_AT)), CRC_AT)
  return preamble
}

export const isMagic = (preamble: Buffer): boolean => preamble.subarray(0, MAGIC.length).equals(MAGIC)

/** Undefined when the checksum does not hold. */
export function readPreamble(preamble: Buffer): Preamble | undefined {
  if (crc32(preamble.subarray(0, CRC_AT)) !== preamble.readUInt32LE(CRC_AT)) return undefined
  return {
    version: preamble.readUInt32LE(VERSION_AT),
    table: {
      at: Number(preamble.readBigUInt64LE(TABLE_AT)),
      bytes: preamble.readUInt32LE(TABLE_BYTES_AT),
      crc: preamble.readUInt32LE(TABLE_CRC_AT),
    },
  }
}
