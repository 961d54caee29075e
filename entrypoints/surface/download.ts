/** Downloads a file. Must follow a click soon, as browsers require. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Revoking at once would break the download in some browsers.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
