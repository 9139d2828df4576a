/**
 * The backup's envelope: name, version, optional encryption, and a checksum over all of it. Nothing of a
 * file is believed before its checksum is right.
 *
 * `SLBACKUP` · version (1 byte) · 1 if encrypted (1 byte) · [salt 16 · iv 12] · payload · SHA-256 (32)
 * The payload is gzip; encrypted with AES-256-GCM under a key derived from the passphrase (PBKDF2).
 */
const NAME = new TextEncoder().encode('SLBACKUP');
export const FILE_VERSION = 1;
const HEAD_BYTES = NAME.length + 2;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const SUM_BYTES = 32;
/** OWASP's figure for PBKDF2 with SHA-256 (2023). */
const ROUNDS = 600_000;

/** `foreign`: no backup of ours; `newer`: of a later version; `damaged`: cut short or changed. */
export type BackupProblem =
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'needs-passphrase'
  | 'wrong-passphrase';

export class BackupError extends Error {
  constructor(readonly problem: BackupProblem) {
    super(`backup: ${problem}`);
    this.name = 'BackupError';
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/** @param payload gzip bytes */
export async function sealBackup(payload: Bytes, passphrase?: string): Promise<Blob> {
  const head = new Uint8Array([...NAME, FILE_VERSION, passphrase === undefined ? 0 : 1]);
  const parts: Bytes[] = [head];
  if (passphrase === undefined) parts.push(payload);
  else {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const key = await keyOf(passphrase, salt);
    // The head is authenticated too: nobody can turn an encrypted file into "a plain one".
    const settings = { name: 'AES-GCM', iv, additionalData: head };
    parts.push(salt, iv, new Uint8Array(await crypto.subtle.encrypt(settings, key, payload)));
  }
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
  return new Blob([whole, await crypto.subtle.digest('SHA-256', whole)]);
}

/** The gzip bytes of a backup. @throws BackupError */
export async function openBackup(bytes: Bytes, passphrase?: string): Promise<Bytes> {
  if (!NAME.every((each, i) => bytes[i] === each)) throw new BackupError('foreign');
  if (bytes.length < HEAD_BYTES + SUM_BYTES) throw new BackupError('damaged');
  const [version = 0, isEncrypted] = bytes.subarray(NAME.length, HEAD_BYTES);
  const whole = bytes.subarray(0, -SUM_BYTES);
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  const stored = bytes.subarray(-SUM_BYTES);
  // A later version may end otherwise, so its number is looked at first.
  if (version > FILE_VERSION) throw new BackupError('newer');
  if (!sum.every((each, i) => stored[i] === each)) throw new BackupError('damaged');
  if (isEncrypted !== 1) return whole.subarray(HEAD_BYTES);
  if (passphrase === undefined || passphrase === '') throw new BackupError('needs-passphrase');
  const ivAt = HEAD_BYTES + SALT_BYTES;
  const key = await keyOf(passphrase, whole.subarray(HEAD_BYTES, ivAt));
  const settings = {
    name: 'AES-GCM',
    iv: whole.subarray(ivAt, ivAt + IV_BYTES),
    additionalData: whole.subarray(0, HEAD_BYTES),
  };
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(settings, key, whole.subarray(ivAt + IV_BYTES)),
    );
  } catch {
    // The checksum was right, so it is not the file.
    throw new BackupError('wrong-passphrase');
  }
}

async function keyOf(passphrase: string, salt: Bytes): Promise<CryptoKey> {
  // Typed on another keyboard, the same letters must be the same bytes.
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
