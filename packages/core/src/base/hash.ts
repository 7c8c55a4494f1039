import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of bytes (or of a text's UTF-8 bytes), as 64 lower-case hex digits. Passed in, so that a Node host can give the six
 * times faster `crypto.hash('sha256', data)`.
 */
export type Hash = (data: string | Uint8Array) => string;

/** The default hash: @noble/hashes, synchronous and the same in every browser. */
export const sha256Hex: Hash = (data) => bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** The `prevHash` of the first event of a ledger. */
export const genesisHash: string = '0'.repeat(64);

/** The bytes of hex digits followed by the UTF-8 bytes of a text: what a salted text's hash is taken of. */
export const saltedBytes = (saltHex: string, text: string): Uint8Array => concatBytes(hexToBytes(saltHex), utf8ToBytes(text));
