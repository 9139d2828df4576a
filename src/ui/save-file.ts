/** Offers a text or bytes to be saved: made here, handed to the browser, sent nowhere. */
export function saveFile(name: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has read the address by then; the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
