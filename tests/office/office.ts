import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runLibreOffice } from '../../scripts/libreoffice.ts';

/** A real LibreOffice, with a folder of its own. */
export interface Office {
  readonly folder: string;
  /** Writes a file into the folder; returns its path. */
  put(name: string, content: string | Uint8Array): string;
  /** Opens a file and saves it in another format (`docx`, `fodt`, `pdf`); returns the bytes. */
  convert(file: string, to: string): Uint8Array;
  /** Opens a file, accepts or rejects all its tracked changes, and returns its text. */
  settled(file: string, how: 'Accept' | 'Reject'): string;
  close(): void;
}

/** Basic for the one thing that LibreOffice's command line has no argument for. */
const settle = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8,LF"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
</script:module>
`;

/** Starts a profile of its own, which LibreOffice fills with its defaults. */
export function startOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'gaozhun-office-'));
  const profile = join(folder, 'profile');
  runLibreOffice(profile, ['--terminate_after_init']);
  writeFileSync(join(profile, 'user/basic/Standard/Module1.xba'), settle);
  return {
    folder,
    put(name, content) {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    convert(file, to) {
      const out = join(folder, 'out');
      const said = runLibreOffice(profile, ['--convert-to', to, '--outdir', out, file]);
      const result = join(out, `${basename(file, extname(file))}.${to}`);
      if (!said.includes(' -> ')) throw new Error(said);
      return readFileSync(result);
    },
    settled(file, how) {
      const target = join(folder, `${how}.txt`);
      const address = (path: string) => pathToFileURL(path).href;
      const macro = `macro:///Standard.Module1.Settle(${address(file)},.uno:${how}AllTrackedChanges,${address(target)})`;
      runLibreOffice(profile, [macro]);
      const text = readFileSync(target, 'utf8').replace(/^\ufeff/u, '');
      rmSync(target);
      return text;
    },
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
