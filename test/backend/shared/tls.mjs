import { createHash, X509Certificate } from 'node:crypto';

/**
 * A certificate that lives as long as this process.
 * @param {string[]} hosts the names it is for
 * @returns {Promise<{key: string, cert: string, spki: string}>} `spki`: base64 SHA-256 of the
 *   SubjectPublicKeyInfo, for Chromium's --ignore-certificate-errors-spki-list
 */
export async function makeCertificate(hosts) {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: hosts[0] }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 86400000),
    notAfterDate: new Date(Date.now() + 30 * 86400000),
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  const spkiDer = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spki = createHash('sha256').update(spkiDer).digest('base64');
  return { key: made.private, cert: made.cert, spki };
}
